/** What a file is by its first bytes, whatever it is called. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'encrypted-office'
  | 'old-office'
  | 'pdf'
  | 'rtf'
  | 'image'
  | 'html'
  | 'xml'
  | 'mime'
  | 'other'

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

const isOle = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

/**
 * True where the bytes are a password-protected Office file: an OLE container whose directory holds a stream
 * named `EncryptedPackage`. Source: MS-OFFCRYPTO 2.3.4; directory entries are 128 bytes, MS-CFB 2.6.1.
 */
export const isEncryptedOffice = (bytes: Uint8Array): boolean => {
  if (!isOle(bytes)) return false
  const name = Buffer.from('EncryptedPackage\0', 'utf16le')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf(name); at >= 0; at = file.indexOf(name, at + 1)) {
    const isDirectoryEntry =
      at % 128 === 0 && at + 66 <= file.length && file.readUInt16LE(at + 64) === name.length
    if (isDirectoryEntry) return true
  }
  return false
}

const markup = (bytes: Uint8Array): FileKind | undefined => {
  const isUtf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  const encoding = !isUtf16 ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, 1024)).trimStart().toLowerCase()
  if (
    /^(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|(html|head|body|table|meta|style|script|div|title)[\s>/])/.test(
      start,
    )
  ) {
    return 'html'
  }
  if (/^<\?xml\s[^>]*>\s*(<!--[\s\S]*?-->\s*)?(<!doctype\s+html|<html)/.test(start)) return 'html'
  if (/^<(\?xml\s|!doctype\s)/.test(start)) return 'xml'
  if (start.startsWith('mime-version:')) return 'mime'
  if (start.startsWith('{\\rtf')) return 'rtf'
  return undefined
}

/** Tells what a file is from its content alone. `other` is anything else: plain text, csv, or unknown binary. */
export const fileKind = (bytes: Uint8Array): FileKind => {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  if (isOle(bytes)) return isEncryptedOffice(bytes) ? 'encrypted-office' : 'old-office'
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf'
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image'
  if (startsWith(bytes, 0x47, 0x49, 0x46, 0x38)) return 'image'
  return markup(bytes) ?? 'other'
}
