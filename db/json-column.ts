import type { z } from 'zod'

/** Reads a JSON column through its schema. A value that does not fit is our own fault and is named by column only. */
export const readJson = <Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  column: string,
): z.output<Schema> => {
  const parsed = schema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`the column ${column} does not hold what it should`)
  return parsed.data
}
