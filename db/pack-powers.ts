import { z } from 'zod'
import { legalPowerKinds, type LegalPower } from '../domain/packs/legal-power.ts'
import type { Db } from './database.ts'
import { readJson } from './json-column.ts'

/** By what power a pack leaves unredacted, what was chosen, and who answered which warning of the people key. */
export type PackPower = LegalPower & {
  readonly packId: string
  readonly contributions: readonly string[]
  readonly chronology: boolean
  readonly answers: readonly { readonly warning: string; readonly answer: string; readonly by: string }[]
}

type Stored = {
  readonly pack_id: string
  readonly kind: string
  readonly reference: string
  readonly dated: string
  readonly chosen: string
  readonly answers: string
}

const chosenSchema = z.object({ contributions: z.array(z.string()), chronology: z.boolean() })
const answersSchema = z.array(z.object({ warning: z.string(), answer: z.string(), by: z.string() }))

/** Keeps the power with the pack it lets out; it is never changed. */
export const insertPackPower = (db: Db, power: PackPower): void => {
  const { packId, kind, reference, dated, contributions, chronology, answers } = power
  db.prepare(
    `INSERT INTO pack_powers (pack_id, kind, reference, dated, chosen, answers)
     VALUES (@packId, @kind, @reference, @dated, @chosen, @answers)`,
  ).run({
    ...{ packId, kind, reference, dated },
    chosen: JSON.stringify({ contributions, chronology }),
    answers: JSON.stringify(answers),
  })
}

/** Undefined where the pack is of another kind. */
export const findPackPower = (db: Db, packId: string): PackPower | undefined => {
  const row = db.prepare<[string], Stored>('SELECT * FROM pack_powers WHERE pack_id = ?').get(packId)
  return (
    row && {
      packId,
      kind: z.enum(legalPowerKinds).parse(row.kind),
      reference: row.reference,
      dated: row.dated,
      ...readJson(chosenSchema, row.chosen, 'pack_powers.chosen'),
      answers: readJson(answersSchema, row.answers, 'pack_powers.answers'),
    }
  )
}
