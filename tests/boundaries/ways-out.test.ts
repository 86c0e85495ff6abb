import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const rooms = ['workspace', 'electron', 'db', 'documents', 'domain', 'renderer']

const sources = rooms.flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${room}/${name.replaceAll(path.sep, '/')}`)
    .map((file) => ({
      file,
      // Comments may speak of what code may not do.
      code: readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
    })),
)

const filesWith = (pattern: RegExp): readonly string[] =>
  sources
    .filter(({ code }) => pattern.test(code))
    .map(({ file }) => file)
    .sort()

/** Every way by which bytes can get out of a process, and why it may stand. A new one fails until it is written here. */
const bytesGoOut: Readonly<Record<string, string>> = {
  'workspace/write-files.ts': 'the one writer outside the vault; it takes only what has been cleared',
  'workspace/cli.ts': 'prints to the terminal what the user asked to read there, and is audited as a look',
  'electron/shell-actions.ts': 'the clipboard, for a minute, of what the user marked on screen',
  'electron/recent-vaults.ts': 'names and folders of vaults; holds no case data',
  'electron/workspace-client.ts': 'starts the workspace process, to which only calls go',
  'renderer/features/start/recovery-key.tsx': 'prints the recovery key, which names nobody',
  'db/vault/independent-witness.ts': 'a copy of encrypted pages, inside the vault’s folder, removed at once',
  'db/vault/replace-file.ts': 'key slots and the audit head, inside the vault’s folder',
  'db/vault/vault-lock.ts': 'who has the vault open, inside the vault’s folder',
}

const writes =
  /\b(?:writeFile|writeFileSync|appendFile\w*|createWriteStream|copyFile\w*|writeSync|cpSync|symlink\w*|clipboard\.write\w*|execFile\w*|execSync|spawn\w*)\b|\bhandle\.write|process\.stdout\.write|\bfork\(|window\.print\b|printToPDF|capturePage|showSaveDialog|VACUUM INTO|\.backup\(|createObjectURL|sendBeacon|XMLHttpRequest|WebSocket|openExternal|node:(?:net|http|https|tls|dgram|http2|child_process)\b/

/** Whoever writes outside the vault, and what each is let out by. */
const leave: Readonly<Record<string, string>> = {
  'workspace/leave-on-record.ts': 'whatever has no register of its own to write in first',
  'workspace/actions/release.ts': 'packs',
  'workspace/packs/write-drafts.ts': 'drafts of packs, for their builder',
  'workspace/actions/no-contact.ts': 'letters to agencies',
  'workspace/actions/statistics.ts': 'yearly tables',
}

/** Where the gate is gone through. */
const throughTheGate = [
  'workspace/actions/chronology-export.ts',
  'workspace/actions/release.ts',
  'workspace/actions/statistics.ts',
  'workspace/actions/template.ts',
  'workspace/chronology/query-letter.ts',
  'workspace/chronology/timeline-picture.ts',
  'workspace/disclosures/export-log.ts',
  'workspace/disclosures/notice-letter.ts',
  'workspace/packs/refuse-at-gate.ts',
  'workspace/packs/write-drafts.ts',
]

/** Where names are meant to leave, and on what ground. */
const pastTheGate: Readonly<Record<string, readonly string[]>> = {
  'workspace/actions/chronology-export.ts': ['working-copy-with-names'],
  'workspace/actions/release.ts': ['sealed-after-the-gate', 'unredacted-by-legal-power'],
}

describe('ways out', () => {
  it('are all known: nothing else writes, prints, copies, connects or starts a program', () => {
    expect(filesWith(writes)).toEqual(Object.keys(bytesGoOut).sort())
  })

  it('outside the vault go through one writer, called from known places', () => {
    expect(filesWith(/\b(?:writeFiles|leaveOnRecord)\(/)).toEqual(
      [
        ...Object.keys(leave),
        'workspace/actions/chronology-export.ts',
        'workspace/actions/notices.ts',
        'workspace/actions/template.ts',
        'workspace/actions/timeline.ts',
        'workspace/disclosures/export-log.ts',
      ].sort(),
    )
  })

  it('are cleared by the gate, or for a ground of a closed list', () => {
    expect(filesWith(/\bclearFiles\(/)).toEqual([
      'workspace/packs/leaving-files.ts',
      'workspace/packs/refuse-at-gate.ts',
    ])
    expect(filesWith(/\brefuseAtGates?\(/)).toEqual(throughTheGate)
    expect(filesWith(/\bleaveWithoutGate\(/)).toEqual(Object.keys(pastTheGate).sort())
    for (const [file, grounds] of Object.entries(pastTheGate))
      for (const ground of grounds)
        expect(sources.find((source) => source.file === file)?.code).toContain(`'${ground}'`)
  })

  it('have no switch: the gate reads no variable, option or role', () => {
    const gate = sources.filter(({ file }) =>
      /^(?:workspace\/packs\/(?:gate|refuse-at-gate|leaving-files)|domain\/redaction\/(?:find-leaks|leak-[\w-]+)|documents\/inspect\/[\w-]+)\.ts$/.test(
        file,
      ),
    )
    expect(gate.length).toBeGreaterThan(20)
    for (const { file, code } of gate)
      expect(code, file).not.toMatch(/\bprocess\.(?:env|argv)\b|\bsession\b|\buser\b/)
  })
})
