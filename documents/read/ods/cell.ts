import type { SourceCell } from '../../../domain/chronology/source-table.ts'
import type { XmlAttributes } from '../xml.ts'
import { emptyCell } from '../xlsx/cell-value.ts'

const clock = /\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?/i

/** `YYYY-MM-DD`, with the time where one is shown, or the time alone where no day is shown. */
const isoOfDate = (value: string, shown: string): string | undefined => {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(value.trim())
  if (!found?.[1]) return undefined
  const [, day, time] = found
  const withoutDate = shown.replace(/\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/, ' ')
  if (time === undefined || !clock.test(withoutDate)) return day
  return /[\p{L}\d]/u.test(shown.replace(clock, '')) ? `${day}T${time}` : time
}

/** `HH:MM` of a duration below a day such as `PT09H30M00S`; a longer one is a length and not a time of day. */
const isoOfTime = (value: string): string | undefined => {
  const found = /^PT(\d+)H(\d{1,2})M/.exec(value.trim())
  if (!found || Number(found[1]) > 23) return undefined
  return `${found[1]!.padStart(2, '0').slice(-2)}:${found[2]!.padStart(2, '0')}`
}

const plainFormula = (formula: string): string =>
  formula
    .replace(/^[a-z]+:/i, '')
    .replace(/^=/, '')
    .replace(/\[([^\]]*)\]/g, (_, reference: string) => reference.replace(/(^|:)\./g, '$1'))

const dated = (text: string, value: string, iso: string | undefined): SourceCell => ({
  text: text === '' ? value : text,
  kind: 'date',
  stored: 'ISO date',
  ...(iso === undefined ? {} : { iso }),
})

const valueCell = (attributes: XmlAttributes, shown: string): SourceCell => {
  const value = attributes['office:value'] ?? ''
  switch (attributes['calcext:value-type'] === 'error' ? 'error' : attributes['office:value-type']) {
    case 'date': {
      const written = attributes['office:date-value'] ?? ''
      return dated(shown, written, isoOfDate(written, shown === '' ? written : shown))
    }
    case 'time': {
      const written = attributes['office:time-value'] ?? ''
      const iso = isoOfTime(written)
      return iso === undefined ? { text: shown || written, kind: 'number' } : dated(shown, written, iso)
    }
    case 'float':
    case 'percentage':
    case 'currency':
      return { text: shown || value, kind: 'number' }
    case 'boolean':
      return { text: shown || (attributes['office:boolean-value'] ?? '').toUpperCase(), kind: 'boolean' }
    case 'error':
      return { text: shown, kind: 'error' }
    default: {
      const text = shown || (attributes['office:string-value'] ?? '')
      return text === '' ? emptyCell : { text, kind: 'text' }
    }
  }
}

/**
 * What a person would read in an OpenDocument cell. `paragraphs` are the lines shown; none at all means the file
 * states a value and leaves out how it looks. `isUnshown` where a value stands behind lines that show nothing.
 * Source: OpenDocument 1.3 part 3, 9.1.4 and 19.383 to 19.390.
 */
export const understandOdsCell = (
  attributes: XmlAttributes,
  paragraphs: readonly string[],
): { readonly cell: SourceCell; readonly isUnshown: boolean } => {
  const shown = paragraphs.join('\n')
  const cell = valueCell(attributes, shown)
  const formula = attributes['table:formula']
  const isUnshown = paragraphs.length > 0 && shown === '' && cell.text !== '' && cell.kind !== 'text'
  return {
    cell: formula === undefined ? cell : { ...cell, formula: plainFormula(formula) },
    isUnshown,
  }
}
