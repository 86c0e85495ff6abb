import type { Redaction } from '../../domain/redaction/redaction.ts'

const kinds: Readonly<Record<string, string>> = {
  xlsx: 'Excel file',
  docx: 'Word file',
  csv: 'CSV file',
  ods: 'OpenDocument file',
  pdf: 'PDF file',
  json: 'JSON file',
}

/** "Word file" for a .docx. */
export const fileKind = (name: string): string =>
  kinds[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'File'

/** The name as words: "JanePoole_chronology-2.docx" is "Jane Poole chronology 2". */
const wordsOf = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[\s_.+-]+/g, ' ')
    .trim()

const inCapitals = (words: string): string =>
  words.replaceAll(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())

/**
 * Turns names of files into what a reader may see. A name that holds anybody of the people key, an identifier, or what may be
 * a name gives way as a whole to the kind of file: a file name has no sentence to go by.
 */
export const withoutNames =
  (look: (text: string) => Redaction) =>
  (name: string): string => {
    const words = wordsOf(name)
    const [asWritten, asWords, capitals] = [look(name), look(words), look(inCapitals(words))]
    const told =
      asWritten.spans.length + asWords.spans.length + asWords.candidates.length + capitals.spans.length > 0
    return told ? fileKind(name) : name
  }
