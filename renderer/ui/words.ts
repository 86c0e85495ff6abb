/** Counts, sizes, days and times in words, as British English writes them. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** "3 April 2023" from "2023-04-03"; anything else as it came. */
export const dayInWords = (iso: string, short = false): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  return year && name ? `${Number(day)} ${short ? name.slice(0, 3) : name} ${year}` : iso
}

/** "3 April 2023, 14:02" in the reader's own time zone. */
export const instantInWords = (iso: string): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  return `${day}, ${timeInWords(iso)}`
}

export const timeInWords = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

export const bytesInWords = (bytes: number): string => {
  if (bytes < 1_000) return counted(bytes, 'byte')
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

export const listed = (items: readonly string[], last = 'and'): string => {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`
}

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
