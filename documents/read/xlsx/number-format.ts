/** A piece of a number format: text to show as it is, or a code such as `yyyy`, `h`, `[h]` or `AM/PM`. */
export type FormatToken = { readonly literal: string } | { readonly code: string }

/** A number format made ready: whether it shows a date or a time, and its tokens. */
export type NumberFormat = {
  readonly code: string
  readonly date: boolean
  readonly time: boolean
  /** `[h]`, `[m]` or `[s]`: a length of time, not a time of day. */
  readonly elapsed: boolean
  /** The sections for positive, negative, zero and text. */
  readonly sections: readonly (readonly FormatToken[])[]
  /** `;;;`: the cell shows nothing whatever it holds. */
  readonly hidesValue: boolean
}

/**
 * Built-in formats by id. Dates whose form follows the reader's settings are given in their British form.
 * Source: ISO/IEC 29500-1 section 18.8.30.
 */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
}
for (const id of [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) {
  Object.assign(builtIn, { [id]: 'dd/mm/yyyy' })
}
for (const id of [32, 33, 34, 35, 55, 56]) Object.assign(builtIn, { [id]: 'hh:mm' })

const bracket = (inside: string): FormatToken | undefined => {
  if (/^(h+|m+|s+)$/i.test(inside)) return { code: `[${inside.toLowerCase()}]` }
  const currency = /^\$([^-\]]+)/.exec(inside)
  return currency ? { literal: currency[1]! } : undefined
}

const tokenPattern =
  /"([^"]*)"?|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(AM\/PM|A\/P)|(General)|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+|[eE][+-]|[eEgGbB]+)|([0#?.,%/@]+)|(;)|([\s\S])/giy

const tokenise = (format: string): FormatToken[][] => {
  const sections: FormatToken[][] = [[]]
  const add = (token: FormatToken | undefined): void => {
    if (token) sections[sections.length - 1]!.push(token)
  }
  for (const found of format.matchAll(tokenPattern)) {
    const [all, quoted, escaped, space, fill, bracketed, half, general, letters, digits, end] = found
    if (end !== undefined) sections.push([])
    else if (quoted !== undefined) add({ literal: quoted })
    else if (escaped !== undefined) add({ literal: escaped })
    else if (space !== undefined) add({ literal: ' ' })
    else if (fill !== undefined) continue
    else if (bracketed !== undefined) add(bracket(bracketed))
    else if (half !== undefined) add({ code: half.toUpperCase() })
    else if (general !== undefined) add({ code: 'General' })
    else if (letters !== undefined) add({ code: letters.toLowerCase() })
    else if (digits !== undefined) add({ code: digits })
    else add({ literal: all })
  }
  return sections
}

const isCode = (token: FormatToken, pattern: RegExp): boolean => 'code' in token && pattern.test(token.code)

/** Tells months from minutes: `m` or `mm` beside hours or seconds is minutes, and becomes `n` or `nn`. */
const markMinutes = (tokens: readonly FormatToken[]): FormatToken[] => {
  const codes = tokens.flatMap((token, at) =>
    'code' in token && /^\[?[a-z]/.test(token.code) ? [{ at, code: token.code }] : [],
  )
  return tokens.map((token, at) => {
    if (!('code' in token) || !/^mm?$/.test(token.code)) return token
    const place = codes.findIndex((code) => code.at === at)
    const before = codes[place - 1]?.code ?? ''
    const after = codes[place + 1]?.code ?? ''
    const isMinutes = /^\[?h/.test(before) || /^\[?s/.test(after)
    return isMinutes ? { code: token.code.replaceAll('m', 'n') } : token
  })
}

const systemForm = (code: string): string => {
  if (/\[\$-F800\]/i.test(code)) return 'dd mmmm yyyy'
  if (/\[\$-F400\]/i.test(code)) return 'hh:mm:ss'
  return code
}

/** Makes a format code ready. */
export const parseFormat = (code: string): NumberFormat => {
  const sections = tokenise(systemForm(code)).map(markMinutes)
  const first = sections[0] ?? []
  const hasDigits = first.some((token) => isCode(token, /[0#?]/) && !isCode(token, /^\.0+$/))
  const date = !hasDigits && first.some((token) => isCode(token, /^(y+|m+|d+|e+)$/))
  const elapsed = first.some((token) => isCode(token, /^\[/))
  const time = !hasDigits && (elapsed || first.some((token) => isCode(token, /^(h+|n+|s+|AM\/PM|A\/P)$/)))
  return { code, date, time, elapsed, sections, hidesValue: /^;{2,3}$/.test(code.trim()) }
}

/** The format code of an id: built in, or declared by the workbook. */
export const formatCode = (id: number, declared: ReadonlyMap<number, string>): string =>
  declared.get(id) ?? builtIn[id] ?? 'General'
