import { openPackage, type PackageParts } from '../read/package.ts'
import type { InspectedFile, Notes } from './notes.ts'
import { printableText } from './printable-text.ts'

/** Opens a zip for inspection and notes what stands in it beside its files: comments and bytes that belong to none. */
export const openZip = ({ bytes, name, notes }: InspectedFile): PackageParts => {
  const parts = openPackage(bytes, name)
  noteOutside(bytes, notes)
  return parts
}

/** Looks into every file of a plain zip. */
export const inspectZip = async (file: InspectedFile, parts: PackageParts): Promise<void> => {
  for (const [name, part] of parts) {
    file.notes.text('file name in the zip', name)
    await file.open(part.bytes(), name)
  }
}

// APPNOTE.TXT 6.3: 4.3.7 local header, 4.3.12 central directory, 4.3.16 end record.
const noteOutside = (bytes: Uint8Array, notes: Notes): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const used: { from: number; to: number }[] = []
  let end = bytes.length - 22
  while (end > 0 && view.getUint32(end, true) !== 0x06054b50) end--
  const comment = bytes.subarray(end + 22, end + 22 + view.getUint16(end + 20, true))
  notes.text('zip comment', decode(comment), true)
  let at = view.getUint32(end + 16, true)
  // A zip64 directory is far larger than any office file and was refused or is opened without this check.
  if (at === 0xffffffff) return
  used.push({ from: at, to: end + 22 + comment.length })
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const entryEnd = extraEnd + view.getUint16(at + 32, true)
    const name = decode(bytes.subarray(at + 46, nameEnd))
    notes.text(`zip comment of ${name}`, decode(bytes.subarray(extraEnd, entryEnd)), true)
    const local = view.getUint32(at + 42, true)
    const dataAt = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const localName = decode(bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true)))
    if (localName !== name) notes.text('file name in the zip, second form', localName, true)
    for (const extra of [
      bytes.subarray(nameEnd, extraEnd),
      bytes.subarray(local + 30 + view.getUint16(local + 26, true), dataAt),
    ]) {
      for (const text of printableText(extra)) notes.text(`extra field of ${name} in the zip`, text, true)
    }
    // After the data may come a data descriptor of 12 to 24 bytes (bit 3 of the flags).
    const hasDescriptor = (view.getUint16(local + 6, true) & 8) !== 0
    used.push({ from: local, to: dataAt + view.getUint32(at + 20, true) + (hasDescriptor ? 24 : 0) })
    at = entryEnd
  }
  used.sort((a, b) => a.from - b.from)
  let covered = 0
  for (const { from, to } of [...used, { from: bytes.length, to: bytes.length }]) {
    if (from > covered) noteExtra(bytes.subarray(covered, from), notes)
    covered = Math.max(covered, to)
  }
}

const noteExtra = (extra: Uint8Array, notes: Notes): void => {
  notes.finding('embedded', `${extra.length} bytes in the zip that belong to no file`)
  for (const text of printableText(extra)) notes.text('bytes in the zip that belong to no file', text, true)
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
