import { inFile, type GateMutation } from './gate-mutation.ts'

const layers = inFile('documents/inspect/byte-layers.ts')
const bytes = inFile('documents/inspect/byte-texts.ts')
const reader = inFile('documents/inspect/inspect-file.ts')
const office = inFile('documents/inspect/inspect-office.ts')
const common = inFile('documents/inspect/inspect-common-part.ts')
const word = inFile('documents/inspect/inspect-word.ts')
const marks = inFile('documents/inspect/word-marks.ts')
const sheet = inFile('documents/inspect/inspect-excel-sheet.ts')
const book = inFile('documents/inspect/inspect-excel.ts')
const pdf = inFile('documents/inspect/inspect-pdf.ts')
const page = inFile('documents/inspect/pdf-page-text.ts')
const raw = inFile('documents/inspect/pdf-raw.ts')
const zip = inFile('documents/inspect/inspect-zip.ts')
const text = inFile('documents/inspect/inspect-plain-text.ts')
const sweep = inFile('documents/inspect/sweep-xml.ts')

/** Of what opens a produced file again. */
export const readerMutations: readonly GateMutation[] = [
  layers(
    'zip members are not unpacked from the bytes',
    'layer.readUInt16LE(at + 8) !== 8',
    'layer.readUInt16LE(at + 8) !== -1',
  ),
  layers(
    'streams are not unpacked from the bytes',
    'if (isZlib(layer, start)) yield*',
    'if (start < 0) yield*',
  ),
  layers(
    'base64 is not unpacked from the bytes',
    'if (!isText(layer)) return',
    'if (layer.length >= 0) return',
  ),
  bytes('bytes are not read as UTF-16', 'if (bytes.includes(0)) {', 'if (bytes.length < 0) {'),
  bytes(
    'bytes are read as UTF-16 of one order only',
    `[0, 1]) {
      const even = bytes.subarray(start, start + Math.floor((bytes.length - start) / 2) * 2)
      read(even.toString('utf16le'))
      read(Buffer.from(even).swap16().toString('utf16le'))`,
    `[0]) {
      const even = bytes.subarray(start, start + Math.floor((bytes.length - start) / 2) * 2)
      read(even.toString('utf16le'))`,
  ),
  bytes('escapes are not undone in the bytes', 'const plain = undoEscapes(text)', 'const plain = text'),
  bytes(
    'percent signs are not undone in the bytes',
    '.replace(/(?:%[0-9a-f]{2})+/gi',
    '.replace(/(?:%%[0-9a-f]{2})+/gi',
  ),
  reader('an unreadable file inside is passed over', "notes.finding('unreadable-part', place)", ''),
  reader(
    'files inside a file are not opened',
    'await inspectBytes(inner, place, notes.inside(place), budget, depth + 1)',
    '',
  ),
  reader(
    'a sealed file is taken for text',
    'if (isSealed(bytes)) return refuse',
    'if (bytes.length < 0) return refuse',
  ),
  office(
    'names of parts are passed over',
    'if (!ordinaryName.test(name)) notes.text',
    'if (name === "") notes.text',
  ),
  office('XML comments are passed over', "sweepComments(decodeText(part.bytes()) ?? '', name, notes)", ''),
  common('core properties are passed over', "notes.property(local, leafTexts(element).join(', '))", ''),
  common(
    'custom properties are passed over',
    "notes.property(element.attributes['name'] ?? 'custom', textOf(element))",
    '',
  ),
  common(
    'addresses of links are passed over',
    'office.notes.text(`link from ${source}`, decodeAddress(target), true)',
    '',
  ),
  common(
    'parts that are no XML are passed over',
    'for (const text of printableText(bytes)) notes.text(name, text, true)',
    '',
  ),
  word('deleted text is passed over', 'addText(walk, { ...run, deleted: true }, textOf(child))', ''),
  word('hidden text is no finding', "if (hidden.trim() !== '') notes.finding('hidden-text', where)", ''),
  word(
    'field codes are passed over',
    "if (paragraph.field.trim() !== '')",
    "if (paragraph.field === '\\u0000')",
  ),
  word(
    'names of styles are passed over',
    '!builtInStyle.test(name)) notes.text',
    'builtInStyle.test(name)) notes.text',
  ),
  word('attributes are passed over', '  sweepAttributes(root, part, notes)\n', ''),
  marks(
    'authors of changes are passed over',
    "notes.text(`${where}, author of a change`, attributes['w:author'] ?? '', true)",
    '',
  ),
  marks(
    'tracked changes are no finding',
    "notes.finding('tracked-change', `${where}, ${place}${change}`)",
    '',
  ),
  marks('bookmarks are passed over', 'notes.text(`${where}, bookmark`, bookmark, true)', ';'),
  sheet('formulas are passed over', 'notes.text(`${where} formula`, code, true)', ''),
  sheet('cells are passed over', '  notes.text(where, text, hidden)\n', ''),
  book('strings of no cell are passed over', '    book.office.notes.text(where, text, true)\n', ''),
  book('names of sheets are passed over', "notes.text('sheet name', name, state !== 'visible')", ''),
  pdf('properties of a PDF are passed over', 'await inspectProperties(pdf, remembering)', ''),
  pdf('annotations are passed over', 'await inspectAnnotations(page, `page ${number}`, remembering)', ''),
  pdf('bookmarks of a PDF are passed over', "notes.text('outline', item.title)", ''),
  pdf('form fields of a PDF are passed over', 'notes.text(`form field ${name}`, value, true)', ''),
  pdf('alternative texts are passed over', 'if (hasStructureTexts) await', 'if (number < 0) await'),
  pdf('the bytes of a PDF are passed over', "await inspectPdfBytes(file, said.join('\\n'))", ''),
  page('the text of a page is passed over', "notes.text(where, text.replace(/\\s+/gu, ' ').trim())", ''),
  raw(
    'earlier revisions are not opened',
    "await file.open(bytes.slice(0, previous), 'earlier revision')",
    '',
  ),
  raw('what stands after the end is passed over', "notes.text('after the end of the PDF', text, true)", ';'),
  zip('comments of a zip are passed over', "notes.text('zip comment', decode(comment), true)", ''),
  zip('extra fields are passed over', 'notes.text(`extra field of ${name} in the zip`, text, true)', ';'),
  text(
    'cells of a csv are passed over',
    'notes.text(record === 0 ?',
    'if (record < 0) notes.text(record === 0 ?',
  ),
  text('keys of json are passed over', 'if (!keys.has(key)) notes.text', 'if (key === "\\u0000") notes.text'),
  text(
    'repeated keys are passed over',
    'if (!seen.has(dropped)) notes.text',
    'if (dropped === "\\u0000") notes.text',
  ),
  sweep('text of unknown parts is passed over', 'own.trim(), hidden)\n', "'', hidden)\n"),
]
