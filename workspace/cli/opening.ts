import { ExpectedError } from '../../domain/result.ts'
import type { Output } from '../contract.ts'
import { given, required } from './arguments.ts'
import type { Tools } from './command.ts'

/** What opens the vault in `--vault`; for `vault add-user`, `--user` names the new person and `--as` who opens. */
const credentials = async (tools: Tools) => {
  const passphrase = await tools.secret({
    fileOption: 'passphrase-file',
    variable: 'SAR_PASSPHRASE',
    prompt: 'Passphrase: ',
  })
  if (passphrase === null)
    throw new ExpectedError(
      'locked',
      'The vault is locked. Give a passphrase by --passphrase-file or SAR_PASSPHRASE.',
    )
  const user = given(tools, tools.opener)
  return { dir: required(tools, 'vault'), passphrase, ...(user === undefined ? {} : { user }) }
}

export const openVault = async (tools: Tools): Promise<void> => {
  await tools.act('vault.open', await credentials(tools))
}

/** Checks a vault opened in the ordinary way, or says what is wrong with one that opening refuses. */
export const checkVault = async <Check>(
  tools: Tools,
  check: () => Promise<Check>,
): Promise<Check | Output<'vault.verify-closed'>> => {
  const opening = await credentials(tools)
  try {
    await tools.act('vault.open', opening)
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.failure.code !== 'refused') throw error
    const found = await tools.act('vault.verify-closed', opening)
    const problems = found.problems.length > 0 ? found.problems : [error.message]
    return { ...found, ok: false, problems }
  }
  return check()
}
