import { ExpectedError } from '../../domain/result.ts'
import type { Inspection } from '../../domain/packs/pack-document.ts'
import { fileKind } from '../read/file-kind.ts'
import { inspectPicture } from './image-text.ts'
import { inspectOffice } from './inspect-office.ts'
import { decodeText, inspectCsv, inspectJson, inspectText } from './inspect-plain-text.ts'
import { inspectSvg, isSvg } from './inspect-svg.ts'
import { inspectZip, openZip } from './inspect-zip.ts'
import { startNotes, type Notes } from './notes.ts'
import { printableText } from './printable-text.ts'

/** Files inside files are opened this deep, and to this many bytes together; what lies beyond is `unreadable-part`. */
const limits = { depth: 6, totalBytes: 512 * 1024 * 1024 } as const

/**
 * Lists everything a recipient could find in a file: all text with its place and whether it is hidden, all properties, and
 * findings such as tracked changes, comments, hidden rows, embedded files and macros. Opens docx, xlsx, pdf, csv, json,
 * svg, text and zip, and files inside them. What cannot be opened inside a file is a finding `unreadable-part`: whoever checks
 * for leaks must treat it as a failure.
 * Errors: `invalid`, naming the file, where the file itself is sealed, encrypted, damaged, of an unknown kind, or unpacks
 * to more than any office file holds. Source of the list: ICO, "How to disclose information safely" (2018) and
 * "Disclosing documents to the public securely" (2025).
 */
export const inspectFile = async (bytes: Uint8Array, fileName: string): Promise<Inspection> => {
  const { notes, result } = startNotes()
  const name = fileName.replace(/^.*[\\/]/u, '')
  notes.text('file name', name)
  await inspectBytes(bytes, name, notes, { left: limits.totalBytes }, 0)
  return result()
}

type Budget = { left: number }

const inspectBytes = async (
  bytes: Uint8Array,
  name: string,
  notes: Notes,
  budget: Budget,
  depth: number,
): Promise<void> => {
  budget.left -= bytes.length
  if (depth > limits.depth || budget.left < 0)
    refuse(name, 'it holds files inside files beyond any reasonable depth or size')
  const open = async (inner: Uint8Array, place: string): Promise<void> => {
    try {
      await inspectBytes(inner, place, notes.inside(place), budget, depth + 1)
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      notes.finding('unreadable-part', place)
      for (const text of printableText(inner)) notes.text(`${place}, unreadable`, text, true)
    }
  }
  const file = { bytes, name, notes, open }
  const kind = fileKind(bytes)
  switch (kind) {
    case 'zip': {
      const parts = openZip(file)
      for (const part of parts.values()) budget.left -= part.size
      if (parts.has('[Content_Types].xml')) await inspectOffice(file, parts)
      else if (/\.(?:docx|xlsx|docm|xlsm|dotx|xltx|pptx)$/iu.test(name)) {
        refuse(name, 'the file is damaged: it is a zip, but no office document')
      } else await inspectZip(file, parts)
      return
    }
    case 'pdf':
      await (await import('./inspect-pdf.ts')).inspectPdf(file)
      return
    case 'image':
      notes.finding('embedded', `${name} (picture)`)
      inspectPicture(file)
      return
    case 'empty':
      return refuse(name, 'the file is empty')
    case 'encrypted-office':
      return refuse(name, 'the file is encrypted with a password and cannot be looked into')
    case 'old-office':
      return refuse(name, 'the file is in an old Office format (before 2007) and cannot be looked into')
    default: {
      if (isSealed(bytes)) return refuse(name, 'the file is sealed; open it with its key first')
      const text = decodeText(bytes)
      if (text === undefined || /\.(?:docx|xlsx|pdf|zip)$/iu.test(name)) {
        return refuse(name, 'the file is damaged or of a kind that cannot be looked into')
      }
      if (kind === 'rtf') return refuse(name, 'the file is rich text (RTF), which cannot be looked into')
      if (isSvg(text)) await inspectSvg(text, file)
      else if (/\.json$/iu.test(name)) inspectJson(text, file)
      else if (/\.(?:csv|tsv)$/iu.test(name)) inspectCsv(text, notes)
      else inspectText(text, notes)
    }
  }
}

// Source: age-encryption.org/v1; OpenPGP armour, RFC 9580 section 6.2.
const isSealed = (bytes: Uint8Array): boolean =>
  /^(?:age-encryption\.org\/|-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----)/u.test(
    Buffer.from(bytes.subarray(0, 64)).toString('latin1'),
  )

const refuse = (name: string, why: string): never => {
  throw new ExpectedError('invalid', `${name}: ${why}.`)
}
