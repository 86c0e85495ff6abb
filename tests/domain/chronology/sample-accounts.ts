import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { parseChronology } from './parse-whole.ts'
import type { Account } from '../../../domain/chronology/propose-same-events.ts'
import { parseRoster } from '../../../domain/people/roster.ts'
import { peopleNamedIn } from '../../../domain/redaction/people-named.ts'
import { prepareRoster } from '../../../domain/redaction/prepare-roster.ts'
import { readSource } from '../../../documents/read/read-source.ts'
import { readAnswerKey, sampleFile } from './answer-key.ts'

export type Told = { readonly file: string; readonly n: number }
export const idOf = (account: Told): string => `${account.file} ${account.n}`

const json = (name: string): unknown => JSON.parse(readFileSync(sampleFile(name), 'utf8'))
const agencySchema = z.object({ agencies: z.array(z.object({ id: z.string(), name: z.string() })) })

/** The sample's accounts as the workspace reads them, with agencies by name and people by the key. The first version of the housing file only: the second is the same accounts again. */
export const readSampleAccounts = (): readonly Account[] => {
  const key = readAnswerKey()
  const names = new Map(agencySchema.parse(json('case.json')).agencies.map(({ id, name }) => [id, name]))
  const prepared = prepareRoster(parseRoster(json('roster.json')))
  return key.files
    .filter(({ file }) => file !== key.reimport.to_file)
    .flatMap(({ file, agency }) =>
      parseChronology(readSource(new Uint8Array(readFileSync(sampleFile(file))), file)).entries.map(
        (entry): Account => {
          const agencyName = names.get(agency)
          const text = [entry.fields.event, entry.fields.action, entry.fields.outcome]
            .filter(Boolean)
            .join('\n')
          return {
            id: idOf({ file, n: entry.n }),
            agency,
            ...(agencyName === undefined ? {} : { agencyName }),
            date: entry.date,
            text,
            people: peopleNamedIn(text, prepared),
            declaredNoContact: entry.declaredNoContact,
            ...(entry.fields.author === undefined ? {} : { author: entry.fields.author }),
            ...(entry.fields.contactType === undefined ? {} : { contactType: entry.fields.contactType }),
          }
        },
      ),
    )
}
