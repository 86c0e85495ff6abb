import { inFile, type GateMutation } from './gate-mutation.ts'
import { readerMutations } from './gate-mutations-readers.ts'
import { searchMutations } from './gate-mutations-searches.ts'

const gate = inFile('workspace/packs/gate.ts')
const refuse = inFile('workspace/packs/refuse-at-gate.ts')
const leaving = inFile('workspace/packs/leaving-files.ts')
const write = inFile('workspace/write-files.ts')

/** Of the door itself. */
const doorMutations: readonly GateMutation[] = [
  gate(
    'file names are not searched',
    "where: 'file name', text: file.name }",
    "where: 'file name', text: '' }",
  ),
  gate('properties are not searched', '...Object.entries(inspection.properties)', '...Object.entries({})'),
  gate('names of properties are not searched', 'text: name },\n        ])', "text: '' },\n        ])"),
  gate('texts are not searched', '...inspection.texts.map(', '...inspection.texts.slice(0, 0).map('),
  gate(
    'hidden texts are not searched',
    '...inspection.texts.map(',
    '...inspection.texts.filter(({ hidden }) => !hidden).map(',
  ),
  gate('the first search is left out', 'findLeaks(texts, prepared, options)', '[]'),
  gate('the second search is left out', 'plainLeaks(texts, needles), ', '[], '),
  gate('raw bytes are not searched', 'rawLeaks(file, needles))', '[])'),
  gate(
    'only the outermost bytes are searched',
    'byteLayers(file.bytes).flatMap',
    'byteLayers(file.bytes).slice(0, 1).flatMap',
  ),
  gate(
    'only the first file is searched',
    'for (const file of files) {',
    'for (const file of files.slice(0, 1)) {',
  ),
  gate(
    'a failing reader is passed over',
    'problems.push(`${file.name}: the file could not be opened and searched again.`)',
    'continue',
  ),
  gate('an unreadable part is passed over', "kind === 'unreadable-part'", "kind === 'custom-xml'"),
  gate('findings of a pack are passed over', 'document !== null || kind', 'kind'),
  gate('missing words are passed over', 'if (lost.length > 0)', 'if (lost.length > 1e9)'),
  gate(
    'a file of which nothing was read is passed over',
    'if (isUnread(inspection))',
    'if (files.length > 1e9)',
  ),
  refuse('leaks are passed over', 'if (leak)', 'if (leak && leaks.length > 1e9)'),
  refuse('a single leak is passed over', 'if (leak)', 'if (leak && leaks.length > 1)'),
  refuse('problems are passed over', 'if (problems.length > 0)', 'if (problems.length > 1e9)'),
  refuse('only the first key counts', 'decisions } of keys)', 'decisions } of keys.slice(0, 1))'),
  refuse('no key is enough', 'if (keys.length === 0)', 'if (keys.length > 1e9)'),
  refuse(
    'the public is taken for agencies',
    '{ audience, decisions }, document)',
    "{ audience: 'agencies', decisions }, document)",
  ),
  refuse(
    'decisions are not handed on',
    '{ audience, decisions }, document)',
    '{ audience, decisions: [] }, document)',
  ),
  leaving(
    'any bytes are taken for the cleared ones',
    'pass?.name !== name || pass.sha256 !== sha256(bytes)',
    'pass?.name !== name',
  ),
  leaving('any name is taken for the cleared one', 'pass?.name !== name ||', 'pass === undefined ||'),
  leaving(
    'a file that was never cleared may leave',
    'pass?.name !== name ||',
    'pass !== undefined && pass.name !== name || pass &&',
  ),
  write('clearance is not looked at', '  refuseUncleared(files)\n', ''),
]

export const gateMutations: readonly GateMutation[] = [
  ...doorMutations,
  ...searchMutations,
  ...readerMutations,
]
