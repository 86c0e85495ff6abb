import type { SourceDocument } from '../../domain/chronology/source-table.ts'
import { ExpectedError } from '../../domain/result.ts'
import { readCsv } from './csv/read-csv.ts'
import { readDocx, type DocxOptions } from './docx/read-docx.ts'
import { fileKind } from './file-kind.ts'
import { findPart, openPackage, refuseTooLarge, type PackageParts } from './package.ts'
import { isOpenDocumentSheet, readOds } from './ods/read-ods.ts'
import { relationshipsOf, type OfficeFile } from './relationships.ts'
import { parseXml } from './xml.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

const refuse = (fileName: string, sentence: string): never => {
  throw new ExpectedError('invalid', `${fileName}: ${sentence}`)
}

const sayWhatZipIs = (parts: PackageParts, fileName: string): never => {
  const mimetype = parts.get('mimetype')
  if (mimetype && new TextDecoder().decode(mimetype.bytes()).includes('opendocument')) {
    return refuse(
      fileName,
      'the file is an OpenDocument file that is no spreadsheet. Save it as .xlsx or .docx and import that.',
    )
  }
  return refuse(fileName, 'the file is a zip archive, not an Excel or Word document.')
}

const readPackage = (bytes: Uint8Array, fileName: string, options: DocxOptions): SourceDocument => {
  const file: OfficeFile = { fileName, parts: openPackage(bytes, fileName) }
  const link = relationshipsOf(file, '').find(({ type, external }) => type === 'officeDocument' && !external)
  if (link === undefined && isOpenDocumentSheet(file.parts)) return readOds(file.parts, fileName)
  if (link === undefined) return sayWhatZipIs(file.parts, fileName)
  const main = findPart(file.parts, link.target)
  if (main === undefined)
    return refuse(fileName, `the part ${link.target} is missing, so the file is damaged.`)
  if (main.name.endsWith('.bin')) {
    return refuse(fileName, 'the file is a binary Excel workbook (.xlsb). Save it as .xlsx and import that.')
  }
  const root = parseXml(main.bytes(), { fileName, part: main.name })
  if (root.name === 'x:workbook') return readXlsx(file, main.name, root)
  if (root.name === 'w:document') return readDocx(file, main.name, root, options)
  return refuse(
    fileName,
    'the file is an Office document of a kind that cannot be read. Only Excel and Word can.',
  )
}

const readText = (bytes: Uint8Array, fileName: string): SourceDocument => {
  const claimed = /\.(xlsx|xlsm|xltx|xls|docx|docm|doc|pdf|ods|odt)$/i.exec(fileName)
  if (claimed) {
    const kind = /xl|ods/i.test(claimed[0])
      ? 'an Excel workbook'
      : /pdf/i.test(claimed[0])
        ? 'a PDF'
        : 'a Word document'
    return refuse(
      fileName,
      `the file is named ${claimed[0].toLowerCase()} but is not ${kind}. If it is a csv file, rename it to end in .csv.`,
    )
  }
  return readCsv(bytes, fileName)
}

/**
 * Reads an agency's file: Excel (.xlsx, .xlsm), OpenDocument (.ods), Word (.docx, .docm), csv or tsv. What it is, is decided by its content;
 * its name only decides that text is not taken for a workbook. `fileName` is used in sentences only.
 * Throws `ExpectedError('invalid')` with a sentence naming the file, and the place where there is one, for
 * anything that cannot be read whole. Nothing in the file is run, followed or altered.
 */
export const readSource = (
  bytes: Uint8Array,
  fileName: string,
  options: DocxOptions = {},
): SourceDocument => {
  refuseTooLarge(bytes, fileName)
  const kind = fileKind(bytes)
  switch (kind) {
    case 'zip':
      return readPackage(bytes, fileName, options)
    case 'other':
      return readText(bytes, fileName)
    case 'empty':
      return refuse(fileName, 'the file is empty.')
    case 'encrypted-office':
      return refuse(fileName, 'the file is protected with a password. Ask for a copy without one.')
    case 'old-office':
      return refuse(
        fileName,
        'the file is in the old Office format (.xls or .doc), or is a saved email. Save it as .xlsx or .docx and import that.',
      )
    case 'pdf':
      return refuse(fileName, 'the file is a PDF. Ask for the Excel, Word or csv file it was made from.')
    case 'html':
      return refuse(
        fileName,
        'the file is a web page (HTML). Open it in Excel or Word, save it as .xlsx or .docx and import that.',
      )
    case 'xml':
      return refuse(fileName, 'the file is an XML file, not an Excel, Word or csv file.')
    case 'mime':
      return refuse(fileName, 'the file is a saved email or web archive, not an Excel, Word or csv file.')
    case 'rtf':
      return refuse(fileName, 'the file is in Rich Text Format. Save it as .docx and import that.')
    case 'image':
      return refuse(fileName, 'the file is a picture, not an Excel, Word or csv file.')
  }
}
