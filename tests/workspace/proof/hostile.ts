import path from 'node:path'
import { writeDocument } from '../../../documents/write/write-document.ts'
import { rosterSchema } from '../../../domain/people/roster.ts'
import { prepareRoster } from '../../../domain/redaction/prepare-roster.ts'
import type { RedactionDecision } from '../../../domain/redaction/redaction.ts'
import type { LeavingFile, ProducedFile } from '../../../workspace/packs/leaving-files.ts'
import { refuseAtGate, refuseAtGates } from '../../../workspace/packs/refuse-at-gate.ts'
import { writeFiles } from '../../../workspace/write-files.ts'
import { inPackage, inPdf, inText } from './plant.ts'
import { cleanDocument, cleanFile, gateKey } from './planted-case.ts'

/** Input that must not leave: `attempt` gets an empty folder's path; what it rejects with must say so. */
export type Hostile = {
  readonly name: string
  readonly attempt: (folder: string) => Promise<unknown>
  readonly says: RegExp
}

const clean = async (name = 'pack.json'): Promise<ProducedFile> => ({ name, bytes: await cleanFile('json') })

const saying = async (words: string, name = 'pack.json'): Promise<ProducedFile> => ({
  name,
  bytes: await inText('json', (text) => text.replace('Two entries', words)),
})

const keyOf = (entry: object, decisions: readonly RedactionDecision[] = []) => {
  const roster = rosterSchema.parse({ entries: [{ id: 'x1', pseudonym: 'Person X', ...entry }] })
  return { roster, prepared: prepareRoster(roster), decisions }
}

const dead = keyOf({ kind: 'person', name: 'Ottoline Vexmoor', date_of_death: '2021-11-23' })
const trust = keyOf({ kind: 'organisation', name: 'Harbourside Vexmoor Trust', replace_in: 'public' })

const home = keyOf({ kind: 'place', name: '4 Penny Row, Wexcombe', pseudonym: 'Home 17' })
const ash = keyOf({
  ...{ kind: 'person', name: 'Ottoline Ash-May' },
  aliases_needing_care: { 'Ash-May': 'Both halves are words.' },
})
const marsh = keyOf({ kind: 'person', name: 'Ottoline Marsh' })
const will = keyOf({ kind: 'person', name: 'Will Vexmoor' })

const named = /^Something of the people key was found in .* Nothing left\.$/

const naming = (
  name: string,
  words: string,
  key: typeof gateKey | typeof dead,
  audience: 'agencies' | 'public' = 'agencies',
): Hostile => ({
  name,
  says: named,
  attempt: async () => refuseAtGate([await saying(words)], key, null, { audience }),
})

const words: readonly Hostile[] = [
  naming('a day of death, for the public', 'He died on 23 November 2021', dead, 'public'),
  naming('a day of death of a short year', 'He died on 23.11.21', dead, 'public'),
  naming('a surname that is a word', 'The office rang Marsh about it', marsh),
  naming('a surname of two words', 'The office rang Ash-May about it', ash),
  naming('an agency named to the public', 'At Harbourside Vexmoor Trust', trust, 'public'),
  naming('what a person decided to replace', 'Barnaby Ostrander rang', {
    ...gateKey,
    decisions: [{ text: 'Barnaby Ostrander', decision: 'replace', replacement: 'a neighbour' }],
  }),
  naming('what a person decided to replace, with an accent', 'Bárnaby Ostrander rang', {
    ...gateKey,
    decisions: [{ text: 'Barnaby Ostrander', decision: 'replace', replacement: 'a neighbour' }],
  }),
  naming('a name beside a phrase that was kept', 'The Quillgarth Fund rang Mrs Quillgarth', {
    ...gateKey,
    decisions: [{ text: 'The Quillgarth Fund', decision: 'keep' }],
  }),
  naming('a name that only begins like a pseudonym', 'At Home 1 Thornwick Lane', gateKey),
  naming('an address that begins within a pseudonym', 'At Home 17 Farrow Lane', home),
  naming('a word that is a name, after a pseudonym', 'Person X Will said no', will),
  naming('a name where a kept phrase has one word the same', 'Rang Mrs Quillgath today at noon', {
    ...gateKey,
    decisions: [{ text: 'Rang the office in the morning.', decision: 'keep' }],
  }),
  naming('an address decided to be replaced by itself', 'At 12 Farrow Lane', {
    ...gateKey,
    decisions: [{ text: '12 Farrow Lane', decision: 'replace', replacement: '12 Farrow Lane, Wexcombe' }],
  }),
  naming('a name cut by a line ending', 'Rang Quill-\\ngarth today', gateKey),
  {
    ...{ name: 'the second of two files', says: /found in second\.json/ },
    attempt: async () =>
      refuseAtGate([await clean(), await saying('Mrs Quillgarth', 'second.json')], gateKey, null),
  },
  {
    ...{ name: 'the second of two keys', says: named },
    attempt: async () => refuseAtGates([await saying('Mrs Quillgarth')], [dead, gateKey], null),
  },
  {
    ...{ name: 'a folder named after somebody', says: /found in Quillgarth\/pack\.json \(file name\)/ },
    attempt: async () => refuseAtGate([await clean('Quillgarth/pack.json')], gateKey, null),
  },
  {
    ...{ name: 'what a person decided to replace, in the letters of a font', says: named },
    attempt: async () => {
      const said = { type: 'paragraph', text: 'Barnaby Ostrander rang.' } as const
      const bytes = await writeDocument({ ...cleanDocument, blocks: [...cleanDocument.blocks, said] }, 'pdf')
      const decisions = [
        { text: 'Barnaby Ostrander', decision: 'replace', replacement: 'a neighbour' },
      ] as const
      return refuseAtGate([{ name: 'pack.pdf', bytes }], { ...gateKey, decisions }, null)
    },
  },
  {
    ...{ name: 'no key at all', says: /without a key/ },
    attempt: async () => refuseAtGates([await clean()], [], null),
  },
]

const afterClearance = (
  name: string,
  change: (file: LeavingFile) => LeavingFile,
  says = /^\w+\.json has not passed the gate as it is\. Nothing left\.$/,
): Hostile => ({
  ...{ name, says },
  attempt: async (folder) => {
    const bytes = new Uint8Array(await cleanFile('json'))
    const [file] = await refuseAtGate([{ name: 'pack.json', bytes }], gateKey, cleanDocument)
    if (!file) throw new Error('the clean pack was not cleared')
    await writeFiles(path.join(folder, 'out'), [change(file)])
  },
})

const cleared: readonly Hostile[] = [
  afterClearance('changed after clearance', (file) => {
    file.bytes.fill(0x20, 40, 50)
    return file
  }),
  afterClearance('renamed after clearance', (file) => ({ ...file, name: 'other.json' })),
  afterClearance('put in the place of a cleared file', (file) => ({
    ...file,
    bytes: new Uint8Array(file.bytes),
  })),
]

const inFile = (name: string, says: RegExp, file: string, make: () => Promise<Uint8Array>): Hostile => ({
  ...{ name, says },
  attempt: async () => refuseAtGate([{ name: file, bytes: await make() }], gateKey, null),
})

const w = (xml: string) => ({
  'word/document.xml': (part: string) => part.replace('<w:sectPr', `<w:p>${xml}</w:p><w:sectPr`),
})

const inPack = (title: string, kind: string, changes: Parameters<typeof inPackage>[1]): Hostile => ({
  ...{ name: title, says: new RegExp(`^pack\\.docx: ${kind} at .*\\. Nothing left\\.$`) },
  attempt: async () => {
    const bytes = await inPackage('docx', changes)
    return refuseAtGate([{ name: 'pack.docx', bytes }], gateKey, cleanDocument)
  },
})

const unopened = /^pack\.\w+: the file could not be opened and searched again\. Nothing left\.$/

const files: readonly Hostile[] = [
  inFile('a damaged Word file', unopened, 'pack.docx', async () => (await cleanFile('docx')).slice(0, 900)),
  inFile('a damaged PDF', unopened, 'pack.pdf', async () => (await cleanFile('pdf')).slice(0, 900)),
  inFile('an encrypted PDF', unopened, 'pack.pdf', () => inPdf(() => undefined, { userPassword: 'x' })),
  inFile('an empty file', unopened, 'pack.csv', () => Promise.resolve(new Uint8Array())),
  inFile('a text file called a Word file', unopened, 'pack.docx', () => cleanFile('json')),
  inFile('a sealed file', unopened, 'pack.age', () =>
    Promise.resolve(new Uint8Array(Buffer.from('age-encryption.org/v1\n-> X25519 a\n'))),
  ),
  inFile('a file with nothing in it', /^pack\.json: nothing in it could be read\./, 'pack.json', () =>
    Promise.resolve(new Uint8Array(Buffer.from('[]'))),
  ),
  inFile('a part that cannot be opened', /^pack\.docx: unreadable-part at .*inner\.zip/, 'pack.docx', () =>
    inPackage('docx', { 'word/embeddings/inner.zip': 'PK\u0003\u0004 and no more' }),
  ),
  inPack('hidden text in a pack', 'hidden-text', w('<w:r><w:rPr><w:vanish/></w:rPr><w:t>plan</w:t></w:r>')),
  inPack(
    'white text in a pack',
    'hidden-text',
    w('<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>plan</w:t></w:r>'),
  ),
  inPack(
    'a tracked change in a pack',
    'tracked-change',
    w('<w:ins w:author="A"><w:r><w:t>plan</w:t></w:r></w:ins>'),
  ),
  {
    ...{ name: 'a pack that lost words', says: /^pack\.json: 1 words of the pack are missing/ },
    attempt: async () => refuseAtGate([await saying('Two')], gateKey, cleanDocument),
  },
]

export const hostileInputs: readonly Hostile[] = [...words, ...cleared, ...files]
