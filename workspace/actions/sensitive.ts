import { z } from 'zod'
import { listCriminalOffences, readSpecialCategory } from '../../db/sensitive.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers } from '../host.ts'

const pairSchema = z.object({ field: z.string(), value: z.string() })

const words = ({ field, value }: z.output<typeof pairSchema>): string =>
  `${field.replaceAll('_', ' ')}: ${value}`

export const sensitiveActions: Handlers<'sensitive.reveal'> = {
  'sensitive.reveal':
    ({ session, caseId }, { adultId, category, reason }) =>
    () => {
      const { db } = session.vault
      const values =
        category === 'criminal-offence'
          ? listCriminalOffences(db, caseId ?? '', adultId).map(({ value }) => pairSchema.parse(value))
          : z.array(pairSchema).parse(readSpecialCategory(db, caseId ?? '', adultId, category)?.value ?? [])
      if (values.length === 0) throw new ExpectedError('not-found', 'Nothing is recorded there.')
      return { value: { values: values.map(words) }, record: adultId, detail: { category, reason } }
    },
}
