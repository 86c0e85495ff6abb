/**
 * Events of the sample case that several agencies tell of and the answer key does not list, found by reading all 228
 * accounts by the key's own conventions: a letter, notification or call that reports an event counts as an account of
 * it. Written before the present scoring existed. The key stays the authority: an account that the key places in an
 * event is never used here, so a pair of one of those with any other account counts as not the same event.
 */
const council = 'adult-social-care-chronology.xlsx'
const police = 'police-chronology.xlsx'
const hospital = 'hospital-trust-chronology.docx'
const surgery = 'gp-practice-chronology.csv'
const housing = 'housing-provider-chronology-v1.xlsx'

type Told = { readonly file: string; readonly n: number }
const by = (file: string, n: number): Told => ({ file, n })

export const eventsRead: readonly { readonly what: string; readonly accounts: readonly Told[] }[] = [
  { what: 'Death of the husband and its notice', accounts: [by(hospital, 2), by(surgery, 3)] },
  { what: 'Burn treated, letter to surgery', accounts: [by(hospital, 4), by(surgery, 8)] },
  {
    what: 'Housing officer rings the council twice',
    accounts: [by(council, 6), by(council, 7), by(housing, 6)],
  },
  { what: 'Argument over money, police notification', accounts: [by(police, 3), by(council, 8)] },
  { what: 'Housing refers to the council', accounts: [by(council, 12), by(housing, 12)] },
  { what: 'Joint planning meeting', accounts: [by(council, 16), by(housing, 14)] },
  { what: 'Hospital social worker sees her on the ward', accounts: [by(council, 30), by(hospital, 14)] },
  { what: 'Discharge planning meeting', accounts: [by(council, 31), by(hospital, 17)] },
  { what: 'Housing answers the hospital about the clean', accounts: [by(hospital, 19), by(housing, 19)] },
  { what: 'District nurse finds the lost referral', accounts: [by(hospital, 27), by(surgery, 26)] },
  {
    what: 'Social worker and district nurse speak of the heel',
    accounts: [by(council, 41), by(hospital, 29)],
  },
  { what: 'Weight check asked for', accounts: [by(council, 42), by(surgery, 30)] },
  { what: 'Memory screen asked for on the ward', accounts: [by(council, 44), by(hospital, 24)] },
  { what: 'Second discharge', accounts: [by(council, 45), by(hospital, 26), by(surgery, 32)] },
  { what: 'Pain review asked for', accounts: [by(council, 55), by(surgery, 40)] },
  { what: 'Message left at the surgery', accounts: [by(council, 59), by(surgery, 46)] },
  {
    what: 'Death',
    accounts: [by(hospital, 42), by(council, 64), by(police, 30), by(surgery, 50), by(housing, 30)],
  },
  { what: 'Strategy discussion', accounts: [by(council, 66), by(police, 31)] },
]

/** Pairs on which the reader could not decide; a panel would have to. Counted neither for nor against. */
export const unclearPairs: readonly { readonly a: Told; readonly b: Told; readonly why: string }[] = [
  { a: by(council, 27), b: by(police, 9), why: 'One of the three cold weather calls, or another.' },
  { a: by(council, 27), b: by(surgery, 22), why: 'The refusal of hospital on one of the three nights.' },
  { a: by(council, 27), b: by(housing, 17), why: 'A later note of those calls.' },
  { a: by(police, 19), b: by(council, 50), why: 'The move to a place of safety, or the call about it.' },
]

/**
 * Accounts that tell of an event of the key which the key does not list for it, found on reading what is proposed. A pair
 * with one of them counts as wrong where the key is the authority, and as right where the reader is.
 */
export const leftOutByKey: readonly {
  readonly event: string
  readonly account: Told
  readonly why: string
}[] = [
  { event: 'E1', account: by(surgery, 27), why: 'A copy of the police notification about the forced entry.' },
  { event: 'E8', account: by(surgery, 23), why: 'The emergency department’s summary of that admission.' },
  { event: 'E2', account: by(police, 11), why: 'The neighbour tells the officer that she was brought home.' },
]
