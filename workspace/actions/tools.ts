import { isSealed, openSealed } from '../../documents/seal/open-sealed.ts'
import { packZip } from '../../documents/write/pack-zip.ts'
import { inspectFile } from '../../documents/inspect/inspect-file.ts'
import { parseDate } from '../../domain/dates/parse-date.ts'
import { protectTable } from '../../domain/disclosure/protect.ts'
import { parseRoster } from '../../domain/people/roster.ts'
import { prepareRoster } from '../../domain/redaction/prepare-roster.ts'
import { redact } from '../../domain/redaction/redact.ts'
import type { Leak } from '../../domain/redaction/redaction.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers } from '../host.ts'
import { examineFiles } from '../packs/gate.ts'
import { audienceOf, manifestBeside } from '../packs/pack-manifest.ts'
import { readChosenFile, type ReadFile } from '../read-file.ts'

type Names = 'tool.redact' | 'tool.protect' | 'tool.dates' | 'tool.inspect' | 'tool.check-leaks'

/** A sealed file as the zip of what is in it; any other as it is. */
const unsealed = async (
  { bytes, name }: Pick<ReadFile, 'bytes' | 'name'>,
  passphrase: string | undefined,
): Promise<Pick<ReadFile, 'bytes' | 'name'>> => {
  if (!isSealed(bytes, name)) return { bytes, name }
  if (passphrase === undefined)
    throw new ExpectedError(
      'locked',
      `${name} is sealed. Give what opens it by --passphrase-file or SAR_PASSPHRASE.`,
    )
  const files = await openSealed(bytes, name, passphrase)
  const [only] = files
  if (only && files.length === 1 && only.name === name.replace(/\.age$/iu, '')) return only
  return { name, bytes: packZip(new Map(files.map((file) => [file.name, file.bytes]))) }
}

/** Doors that need no vault: they read what they are given and keep nothing. */
export const toolActions: Handlers<Names> = {
  'tool.redact': (_, { roster, audience, texts }) => {
    const prepared = prepareRoster(parseRoster(roster, 'The roster'))
    const results = texts.map(({ id, text }) => ({
      ...(id === undefined ? {} : { id }),
      ...redact(text, prepared, { audience }),
    }))
    return () => ({ value: { results } })
  },

  'tool.protect': (_, { tables }) => {
    const answers = tables.map(protectTable)
    return () => ({ value: { answers } })
  },

  'tool.dates': (_, { texts }) => {
    const dates = texts.map(({ text, default: year }) =>
      parseDate(text, year === undefined ? {} : { defaultYear: year }),
    )
    return () => ({ value: { dates } })
  },

  'tool.inspect': async (_, { path, passphrase }) => {
    const file = await unsealed(await readChosenFile(path), passphrase)
    const value = await inspectFile(file.bytes, file.name)
    return () => ({ value })
  },

  'tool.check-leaks': async (_, { roster: json, audience, files }) => {
    const roster = parseRoster(json, 'The roster')
    const prepared = prepareRoster(roster)
    const leaks: Leak[] = []
    for (const { path } of files) {
      const file = await readChosenFile(path)
      const manifest = await manifestBeside(path)
      const options = { audience: audience ?? audienceOf(file, manifest), decisions: [] }
      const found = await examineFiles([file], roster, prepared, options, null)
      const [problem] = found.problems
      if (problem !== undefined) throw new ExpectedError('invalid', problem)
      leaks.push(...found.leaks)
    }
    return () => ({ value: { leaks } })
  },
}
