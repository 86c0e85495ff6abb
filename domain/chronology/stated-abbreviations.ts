import { findRow, type SourceDocument, type SourceRow, type SourceTable } from './source-table.ts'

/** What a file itself says an abbreviation means. */
export type StatedAbbreviation = { readonly abbreviation: string; readonly meaning: string }

const headingOfShort = /\b(?:abbreviations?|acronyms?|initials|short (?:form|for)|terms?)\b/i
const headingOfLong = /\b(?:meaning|definition|stands for|in full|full|expansion|explanation|description)\b/i
const namedSo = /\b(?:abbreviations?|acronyms?|glossary)\b/i

/** A short form as somebody writes it into a list of them: few characters, capitals among them, no sentence. */
const isShortForm = (text: string): boolean =>
  text.length <= 20 && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 1 && text.split(/\s+/).length <= 3

const pair = (short: string, long: string): readonly StatedAbbreviation[] => {
  const abbreviation = short
    .trim()
    .replace(/[:=–—-]+$/, '')
    .trim()
  const meaning = long
    .trim()
    .replace(/^[:=–—-]+\s*/, '')
    .replace(/[.;,]+$/, '')
    .trim()
  if (!isShortForm(abbreviation) || meaning.length < 2 || meaning.length > 300) return []
  return meaning.toLowerCase() === abbreviation.toLowerCase() ? [] : [{ abbreviation, meaning }]
}

const isHeading = (cells: readonly string[]): boolean =>
  cells.some((text) => headingOfShort.test(text)) && cells.some((text) => headingOfLong.test(text))

const inTable = (table: SourceTable): readonly StatedAbbreviation[] => {
  const textsOf = ({ cells }: SourceRow): readonly string[] => cells.map(({ text }) => text.trim())
  const heading = findRow(table, (row) => isHeading(textsOf(row)))
  if (!heading && !namedSo.test(table.name)) return []
  const headings = heading ? textsOf(heading) : []
  const short = Math.max(
    0,
    headings.findIndex((text) => headingOfShort.test(text)),
  )
  const long = headings.findIndex((text, at) => at !== short && headingOfLong.test(text))
  const stated: StatedAbbreviation[] = []
  let isBelow = !heading
  for (const row of table.rows) {
    const texts = textsOf(row)
    if (isBelow) stated.push(...pair(texts[short] ?? '', texts[long < 0 ? short + 1 : long] ?? ''))
    isBelow ||= row.row === heading?.row
  }
  return stated
}

/** "ED emergency department", "ED = …", "ED (…)": the short form first, up to the first word that is not one. */
const inPhrase = (phrase: string): readonly StatedAbbreviation[] => {
  const said =
    /^\s*([^\s:=–—(]+(?:\s*[&/]\s*[^\s:=–—(]+)?)\s*(?:[:=–—-]+\s*|\(\s*|\s)(.+?)\)?\s*\.?\s*$/su.exec(phrase)
  const [, short = '', long = ''] = said ?? []
  return /\p{Lu}/u.test(short) && short.length <= 12 ? pair(short, long) : []
}

const inParagraphs = (paragraphs: SourceDocument['paragraphs']): readonly StatedAbbreviation[] => {
  let listed = false
  return paragraphs.flatMap(({ style, text }): readonly StatedAbbreviation[] => {
    if (style === 'heading') {
      listed = namedSo.test(text)
      return []
    }
    const [, after] =
      /\b(?:abbreviations?|acronyms?|glossary)(?:\s+(?:used|list|key))?\s*[:–—-]\s*(.+)$/isu.exec(text) ?? []
    if (after !== undefined) return after.split(/[;\n]|,\s+(?=\p{Lu}{2})/u).flatMap(inPhrase)
    return listed ? text.split(/[;\n]/).flatMap(inPhrase) : []
  })
}

/**
 * Abbreviations that an agency's file explains: in a table or sheet of them, in a list under such a heading, or in a line
 * that begins so. Each once, in the order of the file; where a file says two things of one, both.
 */
export const statedAbbreviations = (
  document: Pick<SourceDocument, 'tables' | 'paragraphs'>,
): readonly StatedAbbreviation[] => {
  const all = [...document.tables.flatMap(inTable), ...inParagraphs(document.paragraphs)]
  const seen = new Set<string>()
  return all.filter(({ abbreviation, meaning }) => {
    const key = `${abbreviation} ${meaning.toLowerCase()}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
