import type { Announcement } from '../../../domain/chronology/source-table.ts'
import type { PackageParts } from '../package.ts'
import { childElements, childNamed, descendantsNamed, textOf, type XmlElement } from '../xml.ts'
import { cellName, columnLabel } from '../xlsx/cell-reference.ts'
import type { OdsContent } from './content.ts'
import type { OdsSheet } from './sheet-rows.ts'

const linesOf = (element: XmlElement | undefined): string =>
  element === undefined ? '' : descendantsNamed(element, 'text:p').map(textOf).join('\n').trim()

/** A tracked change of a sheet: what is announced, and what is kept aside of which row. */
export type SheetChange = {
  readonly announcement: Announcement
  readonly sheet: string
  readonly row?: number
  readonly text?: string
  readonly author?: string
}

const numberOf = (element: XmlElement | undefined, name: string): number =>
  Number(element?.attributes[name] ?? 0)

const place = (sheet: string, type: string | undefined, position: number, count: number): string => {
  if (type === 'column') return `${sheet}!${columnLabel(position + 1)}`
  return count > 1 ? `${sheet}!${position + 1}:${position + count}` : `${sheet}!${position + 1}`
}

/**
 * The tracked changes of a spreadsheet. A sheet stores what it shows, which is every change not rejected; what stood
 * there before is announced and kept aside. Source: OpenDocument 1.3 part 3, 9.9.
 */
export const readChanges = (content: OdsContent): readonly SheetChange[] => {
  const changes = content.pieces.get('table:tracked-changes')
  return (changes ? childElements(changes) : []).flatMap((change): SheetChange[] => {
    const info = childNamed(change, 'office:change-info')
    const author = textOf(childNamed(info, 'dc:creator') ?? { name: '', attributes: {}, children: [] }).trim()
    const by = author === '' ? '' : ` by ${author}`
    const isRejected = change.attributes['table:acceptance-state'] === 'rejected'
    const reading = isRejected ? 'it was rejected there' : 'read as accepted'
    const type = change.attributes['table:type']
    const address = childNamed(change, 'table:cell-address')
    const at = numberOf(address ?? change, 'table:table')
    const sheet = content.sheets[at]?.name ?? ''
    const position = numberOf(change, 'table:position')
    const cells = descendantsNamed(change, 'table:change-track-table-cell').map(linesOf)
    const text = cells.filter((each) => each !== '').join(' | ')
    const said = (kind: Announcement['kind'], where: string, detail: string, row?: number): SheetChange[] => [
      {
        announcement: { kind, where, detail },
        sheet,
        ...(row === undefined || text === '' ? {} : { row, text }),
        ...(author === '' ? {} : { author }),
      },
    ]
    const count = numberOf(change, 'table:count') || 1
    switch (change.name) {
      case 'table:insertion':
        return said(
          'tracked-insertion',
          place(sheet, type, position, count),
          `A ${type ?? 'row'} inserted${by} as a tracked change, ${reading}.`,
        )
      case 'table:deletion':
        return said(
          'tracked-deletion',
          place(sheet, type, position, 1),
          `A ${type ?? 'row'} deleted${by} as a tracked change, ${reading} and so left out: “${text}”.`,
        )
      case 'table:movement':
        return said('tracked-insertion', sheet, `Cells were moved${by} as a tracked change, ${reading}.`)
      case 'table:cell-content-change': {
        const row = numberOf(address, 'table:row') + 1
        const where = `${sheet}!${cellName({ row, column: numberOf(address, 'table:column') + 1 })}`
        const before = text === '' ? 'It was empty before.' : `It read “${text}” before, which is kept aside.`
        return said(
          'tracked-deletion',
          where,
          `The cell was changed${by} as a tracked change, ${reading}. ${before}`,
          row,
        )
      }
      default:
        return []
    }
  })
}

/** Announces prompts and refusals that input rules show to whoever fills the sheet in. */
export const announceRules = (content: OdsContent): Announcement[] => {
  const rules = content.pieces.get('table:content-validations')
  return (rules ? childElements(rules) : []).flatMap((rule): Announcement[] => {
    const name = rule.attributes['table:name'] ?? ''
    const owner = content.sheets.find((sheet) => sheet.rules.has(name))
    const first = owner?.rules.get(name)
    const where = owner && first ? `${owner.name}!${cellName(first)}` : 'workbook'
    return ['table:help-message', 'table:error-message'].flatMap((kind): Announcement[] => {
      const message = childNamed(rule, kind)
      const text = [message?.attributes['table:title'] ?? '', linesOf(message)].filter(Boolean).join(': ')
      if (text === '') return []
      const detail = `A prompt on the cell reads: “${text}”. It is not part of any row.`
      return [{ kind: 'input-prompt', where, detail }]
    })
  })
}

const fields = new Set([
  ...['text:sheet-name', 'text:page-number', 'text:page-count', 'text:date', 'text:time', 'text:file-name'],
  'text:title',
])

const withoutFields = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : fields.has(child.name) ? ' ' : withoutFields(child)))
    .join('')

/** Announces texts of printed headers and footers; page numbers and sheet names in them say nothing. */
export const announcePages = (styles: XmlElement | undefined): Announcement[] => {
  const said = new Set<string>()
  const pages = styles ? descendantsNamed(styles, 'style:master-page').flatMap(childElements) : []
  for (const part of pages) {
    if (!/^style:(?:header|footer)/.test(part.name) || part.attributes['style:display'] === 'false') continue
    const text = descendantsNamed(part, 'text:p').map(withoutFields).join(' ').replace(/\s+/g, ' ').trim()
    if (/[\p{L}\p{N}]/u.test(text) && !/^page(?: of)?$/i.test(text)) said.add(text)
  }
  return [...said].map((text) => ({
    kind: 'header-footer-text',
    where: 'header or footer',
    detail: `The printed header or footer reads: “${text}”.`,
  }))
}

export const announceSheetShapes = (sheet: OdsSheet): Announcement[] =>
  sheet.shapes.map((text) => ({
    kind: 'embedded',
    where: sheet.name,
    detail: `A text box lies over the sheet. It is not part of any row. It reads: “${text}”.`,
  }))

/** What a part is called to a reader, by how its name begins; the first that fits counts. */
const partsNamed: readonly (readonly [RegExp, Announcement['kind'] | null, string])[] = [
  [/^(?:mimetype|content\.xml|styles\.xml|meta\.xml|settings\.xml|manifest\.rdf)$/, null, ''],
  [/^(?:META-INF|Configurations2)\//, null, ''],
  [/^(?:Basic|Dialogs)\/(?:[^/]+\/)?(?:script|dialog)-l[bc]\.xml$/, null, ''],
  [/^(?:Basic|Scripts|Dialogs)\//, 'macro', 'The file carries a macro'],
  [/^Thumbnails\//, 'embedded', 'A thumbnail picture of the first page'],
  [/^Pictures\//, 'embedded', 'A picture'],
  [/^ObjectReplacements\//, 'embedded', 'A picture of an embedded object'],
  [/^Object [^/]*\/content\.xml$/, 'embedded', 'An embedded object or chart with its own copy of figures'],
  [/^Object /, null, ''],
  [/^Version/, 'embedded', 'An earlier version of the document'],
]

/** Announces what an OpenDocument package carries beside its sheets. */
export const announceParts = (parts: PackageParts, content: OdsContent): Announcement[] => {
  const announced: Announcement[] = []
  for (const name of parts.keys()) {
    const known = partsNamed.find(([pattern]) => pattern.test(name))
    if (known?.[1] === null) continue
    const [, kind, what] = known ?? [null, 'embedded' as const, 'A part nothing is known of']
    const detail =
      kind === 'macro'
        ? `${what} (${name}). It was not run.`
        : `${what} is in the file (${name}). It was not read.`
    announced.push({ kind: kind ?? 'embedded', where: name, detail })
  }
  for (const script of content.scripts) {
    const detail = `Something in the sheets calls a script (${script}). It was not run.`
    announced.push({ kind: 'macro', where: 'workbook', detail })
  }
  for (const target of content.links) {
    const detail = `A link leads outside the file, to ${target}. It was not followed.`
    announced.push({ kind: 'external-link', where: 'file', detail })
  }
  if (content.controls > 0) {
    const detail = `The sheets hold form controls (${content.controls}). They were not read.`
    announced.push({ kind: 'embedded', where: 'workbook', detail })
  }
  if (childElements(content.pieces.get('table:data-pilot-tables') ?? none).length > 0) {
    const detail = 'A pivot table is in the file. It was read as it is shown.'
    announced.push({ kind: 'embedded', where: 'workbook', detail })
  }
  const names = childElements(content.pieces.get('table:named-expressions') ?? none).map(
    ({ attributes }) =>
      `${attributes['table:name'] ?? ''} (${attributes['table:cell-range-address'] ?? attributes['table:expression'] ?? ''})`,
  )
  if (names.length > 0) {
    const detail = `The workbook defines names: ${names.join(', ')}.`
    announced.push({ kind: 'properties', where: 'workbook', detail })
  }
  return announced
}

const none: XmlElement = { name: '', attributes: {}, children: [] }
