import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { ExpectedError } from '../../domain/result.ts'
import { isText } from './byte-texts.ts'

export type ByteLayer = { readonly where: string; readonly bytes: Buffer }

/** Layers within layers are unpacked this deep, and to this many bytes together. */
const limits = { depth: 8, totalBytes: 512 * 1024 * 1024 } as const

/**
 * Unpacks a file as somebody would who trusts none of its tables: the bytes themselves, every zip member found by its own
 * header, every stream of a PDF, everything in gzip or base64, and what lies packed inside those. `where` names the layer.
 * No code is shared with the readers: what their tables hide from them is found here.
 * Errors: `invalid` where the file unpacks without end. Source: APPNOTE.TXT 6.3, 4.3.7; PDF 32000-1, 7.3.8; RFC 1950, 1952.
 */
export const byteLayers = (bytes: Uint8Array): readonly ByteLayer[] => {
  const layers: ByteLayer[] = []
  let left: number = limits.totalBytes
  const open = (layer: Buffer, where: string, depth: number): void => {
    left -= layer.length
    if (depth > limits.depth || left < 0)
      throw new ExpectedError('invalid', 'The file unpacks to more than can be searched.')
    layers.push({ where, bytes: layer })
    for (const inner of packedIn(layer, left))
      open(inner.bytes, depth === 0 ? inner.where : `${where} > ${inner.where}`, depth + 1)
  }
  open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'raw bytes', 0)
  return layers
}

function* packedIn(layer: Buffer, most: number): Generator<ByteLayer> {
  const unpack = (
    how: typeof inflateSync,
    at: number,
    where: string,
  ): readonly [{ readonly where: string; readonly bytes: Buffer }] | readonly [] => {
    try {
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, most) }
      return [{ where, bytes: how(layer.subarray(at), options) }]
    } catch (error) {
      if (error instanceof RangeError)
        throw new ExpectedError('invalid', 'The file unpacks to more than can be searched.')
      return []
    }
  }
  for (const at of placesOf(layer, Buffer.from('PK\u0003\u0004', 'latin1'))) {
    if (at + 30 > layer.length || layer.readUInt16LE(at + 8) !== 8) continue
    const nameEnd = at + 30 + layer.readUInt16LE(at + 26)
    const name = layer.toString('utf8', at + 30, nameEnd)
    yield* unpack(inflateRawSync, nameEnd + layer.readUInt16LE(at + 28), `raw bytes of ${name}`)
  }
  for (const at of placesOf(layer, Buffer.from('stream'))) {
    const start = at + 6 + (layer[at + 6] === 0x0d ? 1 : 0) + 1
    if (isZlib(layer, start)) yield* unpack(inflateSync, start, `raw bytes of the stream at ${at}`)
  }
  for (const at of placesOf(layer, Buffer.from([0x1f, 0x8b, 0x08])))
    yield* unpack(gunzipSync, at, `raw bytes of the gzip at ${at}`)
  yield* inBase64(layer)
}

function* placesOf(layer: Buffer, mark: Buffer): Generator<number> {
  for (let at = layer.indexOf(mark); at >= 0; at = layer.indexOf(mark, at + 1)) yield at
}

const isZlib = (layer: Buffer, at: number): boolean => {
  const head = at + 1 < layer.length ? layer.readUInt16BE(at) : 0
  return (head & 0x0f00) === 0x0800 && head !== 0 && head % 31 === 0
}

// Lines of 64 or 76 characters are one run; shorter runs are words.
function* inBase64(layer: Buffer): Generator<ByteLayer> {
  if (!isText(layer)) return
  for (const match of layer
    .toString('latin1')
    .matchAll(/[A-Za-z0-9+/_-]{16,}(?:\r?\n[A-Za-z0-9+/_-]+)*={0,2}/g)) {
    const decoded = Buffer.from(match[0].replace(/\s/g, ''), 'base64')
    if (isText(decoded) || decoded.indexOf('PK\u0003\u0004') >= 0)
      yield { where: `raw bytes of the base64 at ${match.index}`, bytes: decoded }
  }
}
