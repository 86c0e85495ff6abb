import type { SourceCell } from '../../../domain/chronology/source-table.ts'
import { isoOf, type DateSystem } from './date-serial.ts'
import { parseFormat, type NumberFormat } from './number-format.ts'
import { showDate, showGeneral, showNumber } from './show-value.ts'
import type { StringStore } from './string-store.ts'
import { unescapeText } from './strings.ts'

/** A cell as the sheet's XML states it, before it is understood. */
export type RawCell = {
  readonly type: string
  readonly style: number
  readonly value: string
  readonly inline: string
  readonly formula: string | undefined
}

export type CellContext = {
  readonly system: DateSystem
  readonly strings: StringStore
  readonly formats: readonly NumberFormat[]
  /** Called where the cell points at a shared string that is not there. */
  readonly damaged: () => never
}

const general = parseFormat('General')
export const emptyCell: SourceCell = Object.freeze({ text: '', kind: 'empty' })

const textCell = (text: string): SourceCell => (text === '' ? emptyCell : { text, kind: 'text' })

const numberCell = (value: string, format: NumberFormat, system: DateSystem): SourceCell => {
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number)) return textCell(value)
  const isLength = format.elapsed && number >= 1
  if (format.date || format.time) {
    const text = showDate(number, format, system)
    if (text === undefined) return { text: showGeneral(number), kind: 'number' }
    if (isLength) return { text, kind: 'number' }
    const iso = isoOf(number, system, format)
    return { text, kind: 'date', stored: `serial ${system}`, ...(iso === undefined ? {} : { iso }) }
  }
  return { text: showNumber(number, format), kind: 'number' }
}

/** An ISO 8601 cell (`t="d"`, strict workbooks), shown in British form. */
const isoCell = (value: string): SourceCell => {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(value)
  if (!found) return textCell(value)
  const [, year, month, day, hour, minute] = found
  const time = hour === undefined ? '' : `${hour}:${minute}`
  return {
    text: `${day}/${month}/${year}${time && ` ${time}`}`,
    kind: 'date',
    iso: `${year}-${month}-${day}${time && `T${time}`}`,
    stored: 'text',
  }
}

const valueCell = (raw: RawCell, context: CellContext): SourceCell => {
  switch (raw.type) {
    case 's': {
      if (raw.value.trim() === '') return emptyCell
      return textCell(context.strings(Number(raw.value)) ?? context.damaged())
    }
    case 'inlineStr':
      return textCell(unescapeText(raw.inline))
    case 'str':
      return textCell(unescapeText(raw.value))
    case 'b':
      return { text: /^(1|true)$/i.test(raw.value.trim()) ? 'TRUE' : 'FALSE', kind: 'boolean' }
    case 'e':
      return { text: raw.value, kind: 'error' }
    case 'd':
      return isoCell(raw.value.trim())
    default:
      return raw.value === ''
        ? emptyCell
        : numberCell(raw.value, context.formats[raw.style] ?? general, context.system)
  }
}

/**
 * What a person would read in a cell, with the date its serial stands for. A date shown without a time has an
 * ISO date, one shown as a time alone has `HH:MM`; what is shown is decided by the number format.
 */
export const understandCell = (raw: RawCell, context: CellContext): SourceCell => {
  const cell = valueCell(raw, context)
  return raw.formula === undefined ? cell : { ...cell, formula: raw.formula }
}
