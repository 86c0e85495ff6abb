import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

/**
 * Writes the parts of an office file as a zip whose bytes depend on nothing but the parts: fixed order, fixed time.
 * The zip format stores local time, so the fixed time is built from local fields and is the same in every time zone.
 */
export const packZip = (parts: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const mtime = new Date(1980, 0, 1, 12, 0, 0)
  const zippable: Zippable = {}
  for (const [name, bytes] of parts) zippable[name] = [bytes, { mtime, level: 6 }]
  return zipSync(zippable)
}

/**
 * Packs an office file again without the parts that say who made it, when, or nothing at all.
 * `drop` tells which parts go; their content types and the relationships that point at them go too, and so do
 * relationship parts that are left empty. `edit` may change the XML of a part.
 */
export const repackOffice = (
  bytes: Uint8Array,
  drop: (name: string) => boolean,
  edit?: (name: string, xml: string) => string,
): Uint8Array => {
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')))
  const dropped = [...parts.keys()].filter(drop)
  for (const name of dropped) parts.delete(name)
  for (const [name, content] of parts) {
    if (name === '[Content_Types].xml') parts.set(name, strToU8(withoutTypes(strFromU8(content), parts)))
    else if (name.endsWith('.rels')) {
      const kept = withoutTargets(strFromU8(content), dropped)
      if (kept.includes('<Relationship ')) parts.set(name, strToU8(kept))
      else parts.delete(name)
    } else if (edit) parts.set(name, strToU8(edit(name, strFromU8(content))))
  }
  const contentTypes = parts.get('[Content_Types].xml')
  parts.delete('[Content_Types].xml')
  const ordered = [...parts].sort(([a], [b]) => (a < b ? -1 : 1))
  return packZip(
    new Map([...(contentTypes ? [['[Content_Types].xml', contentTypes] as const] : []), ...ordered]),
  )
}

const withoutTypes = (xml: string, parts: ReadonlyMap<string, Uint8Array>): string => {
  const extensions = new Set(
    [...parts.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()),
  )
  return xml
    .replace(/<Override [^>]*PartName="\/([^"]*)"[^>]*\/>/gu, (whole, name: string) =>
      parts.has(name) ? whole : '',
    )
    .replace(/<Default [^>]*Extension="([^"]*)"[^>]*\/>/gu, (whole, extension: string) =>
      extensions.has(extension.toLowerCase()) ? whole : '',
    )
}

const withoutTargets = (xml: string, dropped: readonly string[]): string =>
  xml.replace(/<Relationship [^>]*Target="([^"]*)"[^>]*\/>/gu, (whole, target: string) => {
    const path = target.replace(/^(?:\.\.?\/|\/)+/u, '')
    return dropped.some((name) => name === path || name.endsWith(`/${path}`)) ? '' : whole
  })
