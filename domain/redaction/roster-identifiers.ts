import { foldText } from './fold-text.ts'
import type { IdentifierKind } from './redaction.ts'
import type { Roster } from '../people/roster.ts'

/** A number or address from the key, as letters and digits only. */
export type KnownIdentifier = {
  readonly compact: string
  readonly entry: number
  readonly kind: IdentifierKind
  readonly digitsOnly: boolean
  /** A short number that reads as a year or an ordinary number: replaced only beside a rank or a name. */
  readonly needsContext: boolean
}

export type IdentifierNode = { children: Map<number, IdentifierNode> | null; known: KnownIdentifier | null }

const kindsByWord: readonly (readonly [RegExp, IdentifierKind])[] = [
  [/nhs|health.?number/i, 'NHS_NUMBER'],
  [/chi/i, 'CHI_NUMBER'],
  [/ni_?no|national.?ins|\bni\b/i, 'NI_NUMBER'],
  [/phone|mobile|tel|fax|landline/i, 'PHONE'],
  [/e-?mail/i, 'EMAIL'],
  [/vehicle|plate|registration.?mark|vrm|car/i, 'VEHICLE'],
  [/collar|warrant|shoulder/i, 'COLLAR_NUMBER'],
  [/crime|pnc|urn|occurrence|custody/i, 'CRIME_NUMBER'],
  [/gmc|nmc|hcpc|swe|professional|pin\b/i, 'PROFESSIONAL_ID'],
  [/passport/i, 'PASSPORT'],
  [/driv/i, 'DRIVING_LICENCE'],
  [/card/i, 'CARD'],
  [/bank|account|sort|iban/i, 'BANK_ACCOUNT'],
  [/uprn/i, 'UPRN'],
  [/postcode/i, 'POSTCODE'],
  [/url|web/i, 'URL'],
  [/\bip\b/i, 'IP_ADDRESS'],
]

/** The kind an identifier's `type` in the key stands for; a case number where nothing says otherwise. */
export const kindOfType = (type: string): IdentifierKind => {
  for (const [pattern, kind] of kindsByWord) if (pattern.test(type)) return kind
  return 'CASE_NUMBER'
}

/** Letters and digits only, lower case. */
export const compactOf = (value: string): string =>
  foldText(value)
    .clean.toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The same telephone number as it is written at home and from abroad. */
const phoneForms = (compact: string): string[] => {
  const digits = compact.replace(/\D/g, '')
  const national = digits.replace(/^(?:00)?44(?=\d{9,10}$)/, '').replace(/^0+/, '')
  if (national.length < 6) return [digits]
  return [
    digits,
    `0${national}`,
    `44${national}`,
    `440${national}`,
    `0044${national}`,
    `00440${national}`,
    national,
  ]
}

/** A character trie of every identifier in the key, in every usual form. */
export const indexIdentifiers = (
  roster: Roster,
): { root: IdentifierNode; byCompact: ReadonlyMap<string, KnownIdentifier> } => {
  const root: IdentifierNode = { children: null, known: null }
  const byCompact = new Map<string, KnownIdentifier>()
  for (const [entry, item] of roster.entries.entries()) {
    for (const { type, value } of item.identifiers) {
      const compact = compactOf(value)
      if (compact.length < 2) continue
      const kind = kindOfType(type)
      for (const form of kind === 'PHONE' ? phoneForms(compact) : [compact]) {
        if (form.length < 2) continue
        const digitsOnly = /^\d+$/.test(form)
        const needsContext = digitsOnly && (form.length < 4 || (form.length === 4 && /^(19|20)/.test(form)))
        const known: KnownIdentifier = { compact: form, entry, kind, digitsOnly, needsContext }
        if (!byCompact.has(form)) byCompact.set(form, known)
        let node = root
        for (let i = 0; i < form.length; i++) {
          node.children ??= new Map()
          const code = form.charCodeAt(i)
          let next = node.children.get(code)
          if (!next) {
            next = { children: null, known: null }
            node.children.set(code, next)
          }
          node = next
        }
        node.known ??= known
      }
    }
  }
  return { root, byCompact }
}

const isJoiner = (code: number): boolean =>
  code === 0x20 ||
  code === 0x2d ||
  code === 0x2e ||
  code === 0x2f ||
  code === 0x28 ||
  code === 0x29 ||
  code === 0x0a ||
  code === 0x0d ||
  code === 0x09 ||
  code === 0x5f

const lower = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 32 : code)
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Where an identifier of the key begins at `at`: its end and what it is, or null. Bounded by the longest identifier. */
export const identifierAt = (
  root: IdentifierNode,
  text: string,
  at: number,
): { end: number; known: KnownIdentifier } | null => {
  let node: IdentifierNode | undefined = root
  let best: { end: number; known: KnownIdentifier } | null = null
  let joined = 0
  let length = 0
  for (let i = at; i < text.length; i++) {
    const code = lower(text.charCodeAt(i))
    const next: IdentifierNode | undefined = node.children?.get(code)
    if (next) {
      node = next
      joined = 0
      length++
      if (node.known) {
        const after = text.charCodeAt(i + 1)
        const long = node.known.compact.length >= 7
        const dense = i + 1 - at === length
        if ((long || dense) && !(isDigit(code) && isDigit(after))) best = { end: i + 1, known: node.known }
      }
      continue
    }
    if (length > 0 && joined < 3 && isJoiner(code)) {
      joined++
      continue
    }
    if (code > 0x7f && length > 0 && joined < 3 && /\p{Zs}/u.test(text.charAt(i))) {
      joined++
      continue
    }
    break
  }
  return best
}
