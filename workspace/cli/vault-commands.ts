import { ExpectedError } from '../../domain/result.ts'
import type { Output } from '../contract.ts'
import { given, isSet, required } from './arguments.ts'
import { option, type Command } from './command.ts'
import { checkVault } from './opening.ts'
import { roleFrom } from './role-words.ts'

const newPassphrase = {
  fileOption: 'new-passphrase-file',
  variable: 'SAR_NEW_PASSPHRASE',
  prompt: 'New passphrase: ',
}

const create: Command = {
  words: ['vault', 'create'],
  summary: 'Make a new encrypted vault in an empty folder',
  usage:
    'sar vault create --vault DIR --name TEXT --user NAME [--role ROLE] [--passphrase-file FILE] [--json]',
  example:
    "sar vault create --vault ./board --name 'Example Board' --user 'A Author' --passphrase-file pass.txt",
  options: { name: option.text, role: option.text },
  positionals: [0, 0],
  vault: 'dir',
  run: async (tools) => {
    const passphrase = await tools.secret({
      fileOption: 'passphrase-file',
      variable: 'SAR_PASSPHRASE',
      prompt: 'Passphrase: ',
    })
    if (passphrase === null)
      throw new ExpectedError('invalid', 'Give a passphrase by --passphrase-file or SAR_PASSPHRASE.')
    const role = given(tools, 'role')
    const { session, recoveryKey } = await tools.act('vault.create', {
      dir: required(tools, 'vault'),
      name: required(tools, 'name'),
      user: required(tools, 'user'),
      passphrase,
      ...(role === undefined ? {} : { role: roleFrom(role) }),
    })
    return {
      json: {
        vaultId: session.vaultId,
        name: session.vaultName,
        user: session.userName,
        role: session.role,
        recoveryKey,
      },
      text: `Vault made for ${session.userName} (${session.role}).\nRecovery key, shown this once; print it and keep it apart:\n${recoveryKey}`,
    }
  },
}

const verify: Command = {
  words: ['vault', 'verify'],
  summary: 'Decrypt and check every page, the key slots and the audit chain',
  usage: 'sar vault verify --vault DIR [--independent] [--json]',
  example: 'sar vault verify --vault ./board --independent --json',
  options: { independent: option.flag },
  positionals: [0, 0],
  vault: 'check',
  run: async (tools) => {
    const check: Output<'vault.verify'> = await checkVault(tools, () =>
      tools.act('vault.verify', { independent: isSet(tools, 'independent') }),
    )
    const witness = check.independent
    const lines = [
      `${check.pages} pages and ${check.auditEntries} audit entries checked.`,
      ...(witness
        ? [
            witness.available
              ? `SQLCipher ${witness.cipherVersion ?? ''} opened the file itself.`
              : 'The independent witness is not installed.',
          ]
        : []),
      ...check.problems,
      ...(witness?.problems ?? []),
      check.ok ? 'The vault is sound.' : 'The vault is NOT sound.',
    ]
    return { json: check, text: lines.join('\n'), no: !check.ok }
  },
}

const addUser: Command = {
  words: ['vault', 'add-user'],
  summary:
    'Give another person a key slot of their own; without a passphrase for them, one is made and shown once',
  usage:
    'sar vault add-user --vault DIR --user NEW-NAME --role ROLE [--as NAME] [--passphrase-file FILE] [--new-passphrase-file FILE] [--json]',
  example:
    "sar vault add-user --vault ./board --user 'B Approver' --role chair --as 'A Author' --passphrase-file a.txt --new-passphrase-file b.txt",
  options: { role: option.text, as: option.text, 'new-passphrase-file': option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const passphrase = await tools.secret(newPassphrase)
    const user = await tools.act('vault.add-user', {
      user: required(tools, 'user'),
      role: roleFrom(required(tools, 'role')),
      ...(passphrase === null ? {} : { passphrase }),
    })
    const made =
      user.passphrase === undefined
        ? ''
        : `\nTheir first passphrase, shown this once, for them to change:\n${user.passphrase}`
    return { json: user, text: `${user.name} added as ${user.role}.${made}` }
  },
}

const changePassphrase: Command = {
  words: ['vault', 'change-passphrase'],
  summary: 'Change your own passphrase',
  usage:
    'sar vault change-passphrase --vault DIR [--user NAME] [--passphrase-file FILE] [--new-passphrase-file FILE]',
  example:
    'sar vault change-passphrase --vault ./board --passphrase-file old.txt --new-passphrase-file new.txt',
  options: { 'new-passphrase-file': option.text },
  positionals: [0, 0],
  vault: 'open',
  run: async (tools) => {
    const current = await tools.secret({
      fileOption: 'passphrase-file',
      variable: 'SAR_PASSPHRASE',
      prompt: 'Present passphrase: ',
    })
    const next = await tools.secret(newPassphrase)
    if (current === null || next === null)
      throw new ExpectedError(
        'invalid',
        'Give the new passphrase by --new-passphrase-file or SAR_NEW_PASSPHRASE.',
      )
    await tools.act('vault.change-passphrase', { current, next })
    return { json: { changed: true }, text: 'Passphrase changed.' }
  },
}

export const vaultCommands: readonly Command[] = [create, verify, addUser, changePassphrase]
