import { findPart, type PackageParts } from './package.ts'
import { childElements, parseXml } from './xml.ts'

/** A link from one part to another. `type` is the last word of the relationship's type, e.g. `worksheet`. */
export type Relationship = {
  readonly id: string
  readonly type: string
  /** Name of the part (without leading slash), or the address where `external`. */
  readonly target: string
  readonly external: boolean
}

/** The package and the file's name, carried together so that every error can name the file. */
export type OfficeFile = { readonly fileName: string; readonly parts: PackageParts }

const resolve = (source: string, target: string): string => {
  const base = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') base.pop()
    else if (step !== '.' && step !== '') base.push(step)
  }
  return base.join('/')
}

const unescapeTarget = (target: string): string => {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

const relationshipsPartOf = (source: string): string => {
  const slash = source.lastIndexOf('/')
  return `${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`
}

/**
 * The relationships of a part; `''` for those of the package itself. Part names in a package are found only
 * through these, never guessed. Source: ISO/IEC 29500-2 section 6.5.
 */
export const relationshipsOf = (file: OfficeFile, source: string): readonly Relationship[] => {
  const part = findPart(file.parts, relationshipsPartOf(source))
  if (part === undefined) return []
  const root = parseXml(part.bytes(), { fileName: file.fileName, part: part.name })
  return childElements(root)
    .filter((element) => element.name === 'rel:Relationship')
    .map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External'
      const target = attributes['Target'] ?? ''
      const type = attributes['Type'] ?? ''
      const isPart = !external && !target.startsWith('#')
      return {
        id: attributes['Id'] ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: isPart
          ? resolve(source, file.parts.has(resolve(source, target)) ? target : unescapeTarget(target))
          : target,
        external,
      }
    })
}

/** The bytes and true name of the first related part of a type, if the package holds it. */
export const relatedPart = (file: OfficeFile, relationships: readonly Relationship[], type: string) => {
  const link = relationships.find((candidate) => candidate.type === type && !candidate.external)
  return link === undefined ? undefined : findPart(file.parts, link.target)
}
