import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { rosterSchema, type Roster } from '../../../domain/people/roster.ts'

const folder = fileURLToPath(new URL('../../../scripts/sample-case/', import.meta.url))

export const sampleRoster = (): Roster =>
  rosterSchema.parse(JSON.parse(readFileSync(`${folder}roster.json`, 'utf8')))

export type Expected = {
  readonly must_not_occur: readonly {
    readonly string: string
    readonly match: 'word' | 'text' | 'digits'
    readonly case_sensitive: boolean
    readonly source: string
    readonly entry: string | null
    readonly packs: 'every' | 'public'
    readonly allowed_inside: readonly string[]
  }[]
  readonly must_query: readonly { readonly text: string; readonly also?: string }[]
  readonly must_stay: readonly { readonly text: string }[]
  readonly unknown_names: readonly { readonly name: string; readonly files: string }[]
}

export const expected = (): Expected => JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Expected

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => entities[name] ?? '')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))

/** Every text of every sample document, cell by cell and paragraph by paragraph, properties and comments included. */
export const sampleTexts = (): { readonly file: string; readonly texts: readonly string[] }[] =>
  readdirSync(folder)
    .filter((file) => /\.(xlsx|docx|csv)$/.test(file))
    .sort()
    .map((file) => {
      const bytes = readFileSync(folder + file)
      if (file.endsWith('.csv')) {
        const text = new TextDecoder('windows-1252').decode(bytes)
        return { file, texts: text.split(/\r?\n(?=[^"\n]*,)/) }
      }
      const texts: string[] = []
      for (const [name, data] of Object.entries(unzipSync(new Uint8Array(bytes)))) {
        if (!/\.xml$/.test(name) || /styles|Content_Types|theme/.test(name)) continue
        const xml = strFromU8(data)
        for (const part of xml.split(/<\/(?:w:p|si|is|c|text|dc:[a-z]+|cp:[A-Za-z]+|dcterms:[a-z]+)>/)) {
          const text = plain(part)
          if (text.trim() !== '') texts.push(text)
        }
      }
      return { file, texts }
    })
