import { momentOf, type DateSystem, type SerialMoment } from './date-serial.ts'
import type { FormatToken, NumberFormat } from './number-format.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'].concat(
  ['October', 'November', 'December'],
)
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** A number as the General format holds it: up to 15 significant digits, never cut to a column's width. */
export const showGeneral = (value: number): string => String(Number(value.toPrecision(15)))

const monthText = (month: number, width: number): string => {
  const name = months[month - 1] ?? ''
  if (width <= 2) return pad(month, width)
  return width === 3 ? name.slice(0, 3) : width === 5 ? name.slice(0, 1) : name
}

const dayText = (moment: SerialMoment, width: number): string => {
  if (width <= 2) return pad(moment.day ?? 0, width)
  const name = weekdays[moment.weekday ?? -1] ?? ''
  return width === 3 ? name.slice(0, 3) : name
}

const showToken = (token: FormatToken, moment: SerialMoment, serial: number, halves: boolean): string => {
  if ('literal' in token) return token.literal
  const { code } = token
  const hour = halves ? moment.hour % 12 || 12 : moment.hour
  const minutes = Math.round(serial * 1440)
  const width = code.startsWith('[') ? code.length - 2 : code.length
  switch (code.startsWith('[') ? code.slice(0, 2) : code.slice(0, 1)) {
    case 'y':
    case 'e':
      return moment.year === undefined
        ? '1900'
        : width <= 2 && code[0] === 'y'
          ? pad(moment.year % 100, 2)
          : String(moment.year)
    case 'm':
      return monthText(moment.month ?? 1, width)
    case 'd':
      return dayText(moment, width)
    case 'h':
      return pad(hour, Math.min(width, 2))
    case 'n':
      return pad(moment.minute, width)
    case 's':
      return pad(moment.second, Math.min(width, 2))
    case '[h':
      return pad(Math.floor(minutes / 60), width)
    case '[m':
      return pad(minutes, width)
    case '[s':
      return pad(Math.round(serial * 86_400), width)
    case 'A':
      return code === 'A/P' ? (moment.hour < 12 ? 'A' : 'P') : moment.hour < 12 ? 'AM' : 'PM'
    case '/':
      return code
    default:
      return /^[,/]+$/.test(code) ? code : code === '.' ? '.' : ''
  }
}

/** The day Excel's 1900 system invents, shown as Excel shows it. */
const inventedDay: SerialMoment = { year: 1900, month: 2, day: 29, weekday: 3, hour: 0, minute: 0, second: 0 }

/** A serial as the sheet shows it, or undefined where it is no date. */
export const showDate = (serial: number, format: NumberFormat, system: DateSystem): string | undefined => {
  const tokens = format.sections[0] ?? []
  const moment = momentOf(serial, system)
  if (moment === undefined) return undefined
  const isInvented = system === 1900 && moment.year === undefined && serial >= 1
  const shown = isInvented
    ? { ...inventedDay, hour: moment.hour, minute: moment.minute, second: moment.second }
    : moment
  const halves = tokens.some((token) => 'code' in token && /^A/.test(token.code))
  return tokens
    .map((token) => showToken(token, shown, serial, halves))
    .join('')
    .trim()
}

const fillTemplate = (digits: string, template: readonly FormatToken[]): string => {
  let rest = digits
  let shown = ''
  for (const token of template.toReversed()) {
    if ('literal' in token) {
      shown = token.literal + shown
      continue
    }
    for (const place of [...token.code].toReversed()) {
      const digit = rest.slice(-1) || (place === '0' ? '0' : '')
      rest = rest.slice(0, -1)
      shown = digit + shown
    }
  }
  const firstDigit = shown.search(/\d/)
  return rest === '' ? shown : shown.slice(0, firstDigit) + rest + shown.slice(firstDigit)
}

const showDigits = (value: number, pattern: string): string => {
  const [whole = '', fraction = ''] = pattern.replace(/%/g, '').split('.')
  const scaled = pattern.includes('%') ? value * 100 : value
  const wanted = (fraction.match(/0/g) ?? []).length
  const most = Math.min(fraction.replace(/[^0#?]/g, '').length, 20)
  let [int = '', dec = ''] = scaled.toFixed(most).split('.')
  while (dec.length > wanted && dec.endsWith('0')) dec = dec.slice(0, -1)
  int = int.padStart((whole.match(/0/g) ?? []).length, '0')
  if (int === '0' && !whole.includes('0')) int = ''
  if (/[0#?],[0#?]/.test(whole)) int = int.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return int + (dec === '' ? '' : `.${dec}`) + (pattern.includes('%') ? '%' : '')
}

/** A number as the sheet shows it; formats beyond digits, separators, per cent and literals fall back to General. */
export const showNumber = (value: number, format: NumberFormat): string => {
  const { sections } = format
  const isNegative = value < 0 && sections.length > 1
  const section =
    (value === 0 && sections.length > 2 ? sections[2] : isNegative ? sections[1] : sections[0]) ?? []
  const codes = section.flatMap((token) => ('code' in token ? [token.code] : []))
  const isPlain =
    codes.length > 0 && codes.every((code) => /^[0#?.,%]+$/.test(code)) && Math.abs(value) < 1e15
  if (!isPlain || codes.some((code) => /,$/.test(code))) return showGeneral(value)
  const sign = value < 0 && !isNegative ? '-' : ''
  const size = Math.abs(value)
  if (codes.length > 1) {
    const isTemplate = codes.every((code) => /^[0#?]+$/.test(code)) && Number.isInteger(size)
    return isTemplate ? sign + fillTemplate(String(size), section) : showGeneral(value)
  }
  const shown = section
    .map((token) => ('literal' in token ? token.literal : showDigits(size, token.code)))
    .join('')
  return `${sign}${shown}`.trim()
}
