/** Longest date text that is read; anything longer is prose in the wrong column. Keeps reading time bounded. */
export const longestDateText = 160

/** The text as the date grammar reads it: lower case, plain hyphens and quotes, single spaces, no closing full stop. */
export const normaliseDateText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u201a\u201b`\u00b4]/g, "'")
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\*+|\*+$/g, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^\((.*)\)$|^\[(.*)\]$/, (whole: string, round?: string, square?: string) => {
      const inside = round ?? square ?? ''
      return /[()[\]]/.test(inside) ? whole : inside
    })
    .replace(/(?<![ap]\.m|\bc|\bca)[.,;]+$/, '')
    .trim()
