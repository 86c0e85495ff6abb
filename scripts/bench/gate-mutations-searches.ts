import { inFile, type GateMutation } from './gate-mutation.ts'

const search = inFile('domain/redaction/find-leaks.ts')
const plain = inFile('domain/redaction/leak-plain.ts')
const names = inFile('domain/redaction/leak-names.ts')
const needles = inFile('domain/redaction/leak-needles.ts')
const numbers = inFile('domain/redaction/leak-numbers.ts')
const letters = inFile('domain/redaction/leak-text.ts')
const allowed = inFile('domain/redaction/leak-allowed.ts')

/** Of the two searches. */
export const searchMutations: readonly GateMutation[] = [
  search('the first search looks for no names', '  lookForNames(text, needles, memo, report)\n', ''),
  search('the first search looks for no numbers', '  lookForNumbers(text, needles, report)\n', ''),
  search('the first search looks for no dates', '  lookForDates(text, needles, report)\n', ''),
  search('the first search knows no patterns', 'of leakPatterns)', 'of leakPatterns.slice(0, 0))'),
  search('text is not smoothed', 'const plain = smooth(text)', 'const plain = text'),
  search(
    'what stands beside a pseudonym is not looked at again',
    'if (places.length > 0) look',
    'if (places.length > 1e9) look',
  ),
  search(
    'anything that touches an allowed phrase is excused',
    '|| excused(start, end)',
    '|| places.some((place) => place.start < end && start < place.end)',
  ),
  search('a text with an allowed phrase in it is excused', '|| excused(start, end)', '|| places.length > 0'),
  allowed(
    'a part of an allowed phrase allows it',
    'if ((anyCase ? here.toLowerCase() : here) !== phrase) continue',
    '',
  ),
  allowed(
    'a decision to replace is taken for one to keep',
    "decision === 'keep').map",
    'decision !== undefined).map',
  ),
  names(
    'long names inside words are not looked for',
    'const inside = insideWord(word, needles, memo)',
    'const inside = null as Needle | null',
  ),
  names('letters set apart are not read', 'if (word.raw.length === 1) i =', 'if (word.raw.length > 1e9) i ='),
  names(
    'slips are not looked for',
    'if (!found && isCapital(word.raw) &&',
    'if (!found && word.raw.length > 1e9 &&',
  ),
  names(
    'names without their space are not looked for',
    'if (at !== undefined && joinedHeads',
    'if (at !== undefined && at < 0 && joinedHeads',
  ),
  needles(
    'the day of death is not looked for',
    "item.date_of_death && audience === 'public'",
    "item.date_of_death && audience === 'agencies'",
  ),
  needles(
    'surnames alone are not looked for',
    'if (surname.length > 0 && own.length > surname.length) add(surname)',
    '',
  ),
  needles('first names alone are not looked for', '      add([form])\n', ''),
  needles('postcodes alone are not looked for', '  if (code) {', "  if (code === '') {"),
  needles(
    'short forms of streets are not looked for',
    'for (const short of streetTypes[type] ?? [])',
    'for (const short of [] as string[])',
  ),
  numbers(
    'numbers inside longer runs are not looked for',
    'at + length <= digits.length',
    'at + length <= 0',
  ),
  numbers(
    'codes are not looked for',
    'if (needles.codes.size === 0) return',
    'if (needles.codes.size >= 0) return',
  ),
  numbers(
    'dates are not looked for',
    'if (needles.dates.size === 0) return',
    'if (needles.dates.size >= 0) return',
  ),
  letters(
    'accents and invisible characters stay',
    ".normalize('NFKD').replace(/[\\p{M}\\p{Cf}\\u0640\\u3164\\u115f\\u1160]/gu, '')",
    '',
  ),
  letters('look-alike letters stay', 'lookalikes[letter] ?? letter', 'letter'),
  letters(
    'words broken at line ends stay broken',
    ".replace(/(?<=\\p{L})-\\r?\\n(?=\\p{Ll})|(?<=\\p{Lu}{2})-\\r?\\n(?=\\p{Lu}{2})/gu, '')",
    '',
  ),
  plain('the second search keeps accents', ".normalize('NFKD')\n", '\n'),
  plain(
    'the second search knows no names',
    'if (isReplacedFor(entry, audience)) for',
    'if (entry.id === "") for',
  ),
  plain(
    'the second search knows no numbers',
    'else if (compact.length >= 6)',
    'else if (compact.length >= 1e9)',
  ),
  plain(
    'the second search knows no dates',
    'for (const day of daysOf(entry, audience)) add',
    'for (const day of [] as string[]) add',
  ),
  plain(
    'the second search forgets decisions',
    'for (const decision of decisions) {',
    'for (const decision of decisions.slice(0, 0)) {',
  ),
]
