import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import type { translations } from '@zxcvbn-ts/language-en'

export const passphraseMinimumLength = 12
const acceptableScore = 3

export type PassphraseStrength = {
  readonly score: 0 | 1 | 2 | 3 | 4
  readonly acceptable: boolean
  readonly advice: string
}

const advice = {
  warnings: {
    straightRow: 'A straight row of keys is easy to guess.',
    keyPattern: 'A short keyboard pattern is easy to guess.',
    simpleRepeat: 'Repeated characters such as “aaa” are easy to guess.',
    extendedRepeat: 'Repeated groups such as “abcabc” are easy to guess.',
    sequences: 'Sequences such as “abc” are easy to guess.',
    recentYears: 'Recent years are easy to guess.',
    dates: 'Dates are easy to guess.',
    topTen: 'This is one of the most used passphrases.',
    topHundred: 'This is a very often used passphrase.',
    common: 'This is an often used passphrase.',
    similarToCommon: 'This is close to an often used passphrase.',
    wordByItself: 'A single word is easy to guess.',
    namesByThemselves: 'A single name is easy to guess.',
    commonNames: 'Common names are easy to guess.',
    userInputs: 'The name of the user or of the vault is easy to guess.',
    pwned: 'This passphrase has been published in a data breach.',
  },
  suggestions: {
    l33t: 'Letters swapped for look-alikes, such as “@” for “a”, help little.',
    reverseWords: 'A reversed word helps little.',
    allUppercase: 'Capitals throughout help little.',
    capitalization: 'A capital at the beginning helps little.',
    dates: 'Leave out dates and years that have to do with you.',
    recentYears: 'Leave out recent years.',
    associatedYears: 'Leave out years that have to do with you.',
    sequences: 'Leave out common sequences.',
    repeated: 'Leave out repeated words and characters.',
    longerKeyboardPattern: 'Use words instead of a keyboard pattern.',
    anotherWord: 'Add more words that have nothing to do with one another.',
    useWords: 'Use several words, but no well-known phrase.',
    noNeed: 'Digits and symbols are not needed when there are enough words.',
    pwned: 'Choose a passphrase you use nowhere else.',
  },
} satisfies Pick<typeof translations, 'warnings' | 'suggestions'>

/** The dictionaries are large and needed only when a passphrase is chosen, so they are loaded then. */
const loadEstimator = async (): Promise<ZxcvbnFactory> => {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new core.ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: { ...english.translations, ...advice },
  })
}

let estimator: Promise<ZxcvbnFactory> | null = null

/**
 * How hard a passphrase is to guess, from 0 to 4 (zxcvbn), and what to do about it in one line.
 * Acceptable: at least 12 characters and a score of 3. `hints` are words an attacker would try first, such as the
 * user's and the vault's names.
 */
export const passphraseStrength = async (
  text: string,
  hints: readonly string[] = [],
): Promise<PassphraseStrength> => {
  const normal = text.normalize('NFKC')
  const words = hints.flatMap((hint) => [hint, ...hint.split(/\s+/)]).filter((word) => word.length > 1)
  estimator ??= loadEstimator()
  const { score, feedback } = (await estimator).check(normal, words)
  const length = [...normal].length
  const acceptable = length >= passphraseMinimumLength && score >= acceptableScore
  const lines = [
    ...(length < passphraseMinimumLength
      ? [`Use at least ${passphraseMinimumLength} characters; this has ${length}.`]
      : []),
    ...(feedback.warning === null ? [] : [feedback.warning]),
    ...(acceptable ? [] : feedback.suggestions),
  ]
  const fallback = acceptable ? 'This passphrase is hard to guess.' : advice.suggestions.anotherWord
  return { score, acceptable, advice: lines.length > 0 ? lines.join(' ') : fallback }
}
