import { readFileSync } from 'node:fs'
import { parseChronology } from '../../../domain/chronology/parse-chronology.ts'
import type { Account } from '../../../domain/chronology/propose-same-events.ts'
import { readSource } from '../../../documents/read/read-source.ts'
import { readAnswerKey, sampleFile } from './answer-key.ts'

export type Told = { readonly file: string; readonly n: number }
export const idOf = (account: Told): string => `${account.file} ${account.n}`

/** The sample's accounts. The first version of the housing file only: the second is the same accounts again. */
export const readSampleAccounts = (): readonly Account[] => {
  const key = readAnswerKey()
  return key.files
    .filter(({ file }) => file !== key.reimport.to_file)
    .flatMap(({ file, agency }) =>
      parseChronology(readSource(new Uint8Array(readFileSync(sampleFile(file))), file)).entries.map(
        (entry) => ({
          id: idOf({ file, n: entry.n }),
          agency,
          date: entry.date,
          text: [entry.fields.event, entry.fields.action].filter(Boolean).join('\n'),
          declaredNoContact: entry.declaredNoContact,
          ...(entry.fields.author === undefined ? {} : { author: entry.fields.author }),
          ...(entry.fields.contactType === undefined ? {} : { contactType: entry.fields.contactType }),
        }),
      ),
    )
}
