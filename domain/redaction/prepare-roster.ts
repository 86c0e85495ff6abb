import type { Roster, RosterEntry } from '../people/roster.ts'
import { foldText } from './fold-text.ts'
import { readDate } from './identifiers-dates.ts'
import { indexSkeletons } from './misread-names.ts'
import { addSpelling, newNode, type TrieNode } from './name-trie.ts'
import { wordsOf } from './name-parts.ts'
import { personSpellings } from './person-variants.ts'
import { organisationSpellings, placeSpellings } from './place-variants.ts'
import { indexIdentifiers, type IdentifierNode, type KnownIdentifier } from './roster-identifiers.ts'
import { indexSlips, type SlipIndex } from './slips.ts'

export type SharedName = { readonly entries: readonly number[]; readonly fallback: number | null }

/** A date of birth or death in the key: `YYYY-MM-DD`, with everybody it belongs to. */
export type KnownDay = {
  readonly kind: 'birth' | 'death'
  readonly year: number
  readonly entries: number[]
}

/** The key compiled for matching. Opaque to other rooms: make it once per case with `prepareRoster`. */
export type PreparedRoster = {
  readonly roster: Roster
  readonly entries: readonly RosterEntry[]
  readonly names: TrieNode
  /** Every word of a spelling, for reading letter-spaced text. */
  readonly words: ReadonlySet<string>
  readonly slips: SlipIndex
  /** Long names by their skeletons. */
  readonly skeletons: ReadonlyMap<string, string>
  readonly shared: ReadonlyMap<string, SharedName>
  readonly identifiers: IdentifierNode
  readonly identifiersByCompact: ReadonlyMap<string, KnownIdentifier>
  /** `MM-DD` → what happened to whom that day. */
  readonly days: ReadonlyMap<string, readonly KnownDay[]>
  /** Written forms of birth dates that no calendar reads, folded and lower case, by their first word. */
  readonly birthForms: ReadonlyMap<string, readonly { readonly form: string; readonly entry: number }[]>
  /** Entry → given-name and surname initials, to resolve "Mr R". */
  readonly initials: readonly { readonly given: ReadonlySet<string>; readonly surname: ReadonlySet<string> }[]
  /** Phrases the key's reasons quote, in which a careful alias is not (or not surely) the person, by each word in them. */
  readonly carefulPhrases: ReadonlyMap<string, readonly string[]>
}

/** Phrases in quotation marks, and "Dot's Kitchen"-like runs after the alias, in a reason for care. */
const phrasesIn = (alias: string, reason: string): string[] => {
  const clean = foldText(reason).clean
  const name = foldText(alias).clean
  const phrases: string[] = []
  for (const match of clean.matchAll(/(?<![\p{L}])'([^']{2,60})'(?![\p{L}])|"([^"]{2,60})"/gu)) {
    phrases.push(match[1] ?? match[2] ?? '')
  }
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  for (const match of clean.matchAll(
    new RegExp(`(?<![\\p{L}])${escaped}(?:'s)?(?: \\p{Lu}[\\p{L}]+){1,3}`, 'gu'),
  )) {
    phrases.push(match[0])
  }
  const wanted = wordsOf(alias)[0] ?? ''
  return phrases.filter((phrase) => wordsOf(phrase).includes(wanted) && wordsOf(phrase).length > 1)
}

/**
 * Compiles the people key for `redact` and `findLeaks`; time grows with the key, and matching later does not.
 * Spellings written in the key win over spellings made from another entry.
 */
export const prepareRoster = (roster: Roster): PreparedRoster => {
  const names = newNode()
  const words = new Set<string>()
  const slipWords = new Set<string>()
  const days = new Map<string, KnownDay[]>()
  const addDay = (kind: KnownDay['kind'], isoDay: string, entry: number): void => {
    const same = days
      .get(isoDay.slice(5))
      ?.find((day) => day.year === Number(isoDay.slice(0, 4)) && day.kind === kind)
    if (same) same.entries.push(entry)
    else push(days, isoDay.slice(5), { kind, year: Number(isoDay.slice(0, 4)), entries: [entry] })
  }
  const birthForms = new Map<string, { form: string; entry: number }[]>()
  const initials: { given: Set<string>; surname: Set<string> }[] = []
  const ids = new Map<string, number>()
  const carefulPhrases = new Map<string, string[]>()
  for (const [entry, item] of roster.entries.entries()) {
    ids.set(item.id, entry)
    const make =
      item.kind === 'person'
        ? personSpellings
        : item.kind === 'place'
          ? placeSpellings
          : organisationSpellings
    const inName = new Set(wordsOf(item.name))
    const careOnly = Object.keys(item.aliases_needing_care).filter(
      (alias) => !item.aliases.includes(alias) && !wordsOf(alias).every((word) => inName.has(word)),
    )
    const made = make(item.name, [...item.aliases, ...careOnly], item.aliases_needing_care)
    const own = { given: new Set<string>(), surname: new Set<string>() }
    for (const { words: spelled, ...term } of made.spellings) {
      addSpelling(names, spelled, { ...term, entry })
      if (term.form !== 'initials') for (const word of spelled) if (word.length > 2) words.add(word)
      if (term.form === 'given') own.given.add(spelled[0]?.charAt(0) ?? '')
      if (term.form === 'surname') own.surname.add(spelled[0]?.charAt(0) ?? '')
    }
    initials.push(own)
    for (const word of made.slipWords) slipWords.add(word)
    if (item.date_of_birth) addDay('birth', item.date_of_birth, entry)
    if (item.date_of_death) addDay('death', item.date_of_death, entry)
    for (const form of item.dob_forms) {
      const dates = readDate(form)
      const whole = dates.find((date) => date.year !== null && !date.short)
      if (whole) {
        const isoDay = [String(whole.year), pad(whole.month), pad(whole.day)].join('-')
        if (isoDay !== item.date_of_birth) addDay('birth', isoDay, entry)
      } else if (dates.length === 0) {
        const folded = foldText(form).clean.toLowerCase().trim()
        const first = /[\p{L}\p{M}]+|\d+/u.exec(folded)
        if (first?.index === 0 && folded.length > 3) push(birthForms, first[0], { form: folded, entry })
      }
    }
    for (const [alias, reason] of Object.entries(item.aliases_needing_care)) {
      for (const phrase of phrasesIn(alias, reason)) {
        for (const word of new Set(wordsOf(phrase))) push(carefulPhrases, word, phrase)
      }
    }
  }
  const shared = new Map<string, SharedName>()
  for (const { string, entries, use } of roster.shared_names) {
    const known = entries.flatMap((id) => ids.get(id) ?? [])
    const chosen = /^\s*["']?([^\s"',;:.]+)/.exec(use)?.[1] ?? ''
    const fallback = ids.get(chosen) ?? null
    shared.set(wordsOf(string).join(' '), { entries: known, fallback })
  }
  const { root, byCompact } = indexIdentifiers(roster)
  return {
    roster,
    entries: roster.entries,
    names,
    words,
    slips: indexSlips(slipWords),
    skeletons: indexSkeletons(slipWords),
    shared,
    identifiers: root,
    identifiersByCompact: byCompact,
    days,
    birthForms,
    initials,
    carefulPhrases,
  }
}

const pad = (value: number): string => String(value).padStart(2, '0')

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Whether an entry's names are replaced for this audience. */
export const isReplacedFor = (entry: RosterEntry, audience: 'agencies' | 'public'): boolean =>
  audience === 'public' || entry.replace_in !== 'public'
