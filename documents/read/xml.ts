import { SaxesParser } from 'saxes'
import { ExpectedError } from '../../domain/result.ts'
import { askForLess } from './row-limit.ts'
import { canonicalPrefixes } from './xml-namespaces.ts'

/** Where an XML part came from, for the sentence of an error. */
export type XmlPlace = { readonly fileName: string; readonly part: string }

export type XmlAttributes = Readonly<Record<string, string>>

export type XmlHandler = {
  readonly open?: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  /** Called for text and CDATA; one run of text may come in several calls. */
  readonly text?: (text: string) => void
}

/** An element with its children in order. Names are canonical, see `readXml`. */
export type XmlElement = {
  readonly name: string
  readonly attributes: XmlAttributes
  readonly children: readonly (XmlElement | string)[]
}

const maxDepth = 256
const maxTreeBytes = 64 * 1024 * 1024
const sliceBytes = 64 * 1024

const decoderFor = (bytes: Uint8Array): InstanceType<typeof TextDecoder> => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}

type Scope = { readonly prefixes: ReadonlyMap<string, string>; readonly names: Map<string, string> }

const canonicalName = (scope: Scope, raw: string, isAttribute: boolean): string => {
  const colon = raw.indexOf(':')
  if (colon < 0 && isAttribute) return raw
  const key = isAttribute ? `@${raw}` : raw
  const known = scope.names.get(key)
  if (known !== undefined) return known
  const prefix = colon < 0 ? '' : raw.slice(0, colon)
  const local = colon < 0 ? raw : raw.slice(colon + 1)
  const uri = scope.prefixes.get(prefix)
  const canonical = uri === undefined ? undefined : canonicalPrefixes.get(uri)
  let name = canonical === undefined ? raw : `${canonical}:${local}`
  if (canonical === undefined && uri !== undefined && [...canonicalPrefixes.values()].includes(prefix)) {
    name = `other:${local}`
  }
  scope.names.set(key, name)
  return name
}

const innerScope = (outer: Scope, attributes: XmlAttributes): Scope => {
  let prefixes: Map<string, string> | undefined
  for (const raw in attributes) {
    if (!raw.startsWith('xmlns')) continue
    if (raw !== 'xmlns' && raw[5] !== ':') continue
    prefixes ??= new Map(outer.prefixes)
    prefixes.set(raw === 'xmlns' ? '' : raw.slice(6), attributes[raw] ?? '')
  }
  return prefixes === undefined ? outer : { prefixes, names: new Map() }
}

const canonicalAttributes = (scope: Scope, attributes: XmlAttributes): XmlAttributes => {
  let renamed: Record<string, string> | undefined
  for (const raw in attributes) {
    if (raw.includes(':') && !raw.startsWith('xmlns') && canonicalName(scope, raw, true) !== raw) {
      renamed ??= {}
    }
  }
  if (renamed === undefined) return attributes
  for (const raw in attributes) renamed[canonicalName(scope, raw, true)] = attributes[raw] ?? ''
  return renamed
}

/** The bytes of a part in order, never very many at once, and at least two in the first slice where there are two. */
const cutSlices = function* (slices: Iterable<Uint8Array>): Generator<Uint8Array> {
  let beginning: Uint8Array | null = new Uint8Array()
  for (const slice of slices) {
    const whole: Uint8Array = beginning === null ? slice : Buffer.concat([beginning, slice])
    beginning = beginning !== null && whole.length < 2 ? whole : null
    if (beginning !== null) continue
    for (let at = 0; at < whole.length; at += sliceBytes) yield whole.subarray(at, at + sliceBytes)
  }
  if (beginning !== null) yield beginning
}

/**
 * Reads an XML part as events, and stops after every slice of it for what was found to be taken away. Element and
 * attribute names are given with the project's own prefix for each namespace (`w:p`, `x:row`, `r:id`; see
 * xml-namespaces.ts) whatever prefix the file uses, so that a file may not pass one element off as another; an attribute
 * without a prefix stays without one.
 * Throws `ExpectedError('invalid')` naming the file and part where the XML is malformed, is not UTF-8 or
 * UTF-16, carries a DOCTYPE (the door to entity bombs), or nests deeper than 256 elements.
 */
export const xmlSteps = function* (
  slices: Iterable<Uint8Array>,
  place: XmlPlace,
  handler: XmlHandler,
): Generator<void> {
  const refuse = (why: string): never => {
    throw new ExpectedError('invalid', `${place.fileName}: the part ${place.part} ${why}`)
  }
  const parser = new SaxesParser()
  const scopes: Scope[] = [{ prefixes: new Map(), names: new Map() }]
  parser.on('error', () => refuse(`is not well-formed XML at line ${parser.line}, so the file is damaged.`))
  parser.on('doctype', () => refuse('carries a document type declaration, which an office file never needs.'))
  parser.on('opentag', (tag) => {
    if (scopes.length > maxDepth) refuse(`nests more than ${maxDepth} elements deep, so it was not read.`)
    const attributes: XmlAttributes = tag.attributes
    const scope = innerScope(scopes[scopes.length - 1]!, attributes)
    scopes.push(scope)
    handler.open?.(canonicalName(scope, tag.name, false), canonicalAttributes(scope, attributes))
  })
  parser.on('closetag', (tag) => {
    const scope = scopes.pop()!
    handler.close?.(canonicalName(scope, tag.name, false))
  })
  if (handler.text) {
    parser.on('text', handler.text)
    parser.on('cdata', handler.text)
  }
  let decoder: InstanceType<typeof TextDecoder> | undefined
  const decode = (slice?: Uint8Array): string => {
    try {
      return decoder?.decode(slice, { stream: slice !== undefined }) ?? ''
    } catch {
      return refuse('is not in UTF-8 or UTF-16, so the file is damaged.')
    }
  }
  for (const slice of cutSlices(slices)) {
    decoder ??= decoderFor(slice)
    parser.write(decode(slice))
    yield
  }
  parser.write(decode())
  parser.close()
}

/** The same, read to its end; `slices` are the bytes of the part in order. */
export const readXml = (slices: Iterable<Uint8Array>, place: XmlPlace, handler: XmlHandler): void => {
  const steps = xmlSteps(slices, place, handler)
  while (!steps.next().done);
}

/** Reads an XML part as a light tree; the same names, refusals and errors as `readXml`, for parts up to 64 MB. */
export const parseXml = (bytes: Uint8Array, place: XmlPlace): XmlElement => {
  if (bytes.length > maxTreeBytes) {
    const megabytes = Math.ceil(bytes.length / (1024 * 1024))
    throw new ExpectedError(
      'invalid',
      `${place.fileName}: its text and layout take ${megabytes} MB (the part ${place.part}), more than can be read from one file. ${askForLess}`,
    )
  }
  type Building = { name: string; attributes: XmlAttributes; children: (XmlElement | string)[] }
  const root: Building = { name: '', attributes: {}, children: [] }
  const stack: Building[] = [root]
  readXml([bytes], place, {
    open: (name, attributes) => {
      const element: Building = { name, attributes, children: [] }
      stack[stack.length - 1]!.children.push(element)
      stack.push(element)
    },
    close: () => {
      stack.pop()
    },
    text: (text) => {
      if (stack.length > 1) stack[stack.length - 1]!.children.push(text)
    },
  })
  return root.children.find((child) => typeof child !== 'string')!
}

/** The child elements of an element, without text. */
export const childElements = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string')

/** The first child of that name. */
export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  if (element === undefined) return undefined
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** Every descendant of that name, in document order. */
export const descendantsNamed = (element: XmlElement, name: string): XmlElement[] => {
  const found: XmlElement[] = []
  const walk = (inside: XmlElement): void => {
    for (const child of inside.children) {
      if (typeof child === 'string') continue
      if (child.name === name) found.push(child)
      walk(child)
    }
  }
  walk(element)
  return found
}

/** All text inside an element, in order. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** Reads an XML schema boolean or Word on/off value: absent gives `fallback`; `false`, `0` and `off` are false. */
export const isOn = (value: string | undefined, fallback: boolean): boolean =>
  value === undefined ? fallback : !['false', '0', 'off'].includes(value.trim().toLowerCase())
