import { z } from 'zod'
import { ExpectedError, type FieldError } from '../result.ts'

/** The name of every margin; no category may be called this. */
export const totalCategory = 'Total'

/** The most interior cells a table may have. */
export const largestTable = 100_000
const largestSum = 1_000_000_000

const name = () =>
  z.string('must be text').trim().min(1, 'must not be empty').max(500, 'must be at most 500 characters')

const dimensionSchema = z.object({
  name: name(),
  categories: z
    .array(name(), 'must be a list')
    .min(1, 'must hold at least one category')
    .max(largestTable, `must hold at most ${largestTable} categories`),
})

const count = () =>
  z
    .number('must be a whole number, 0 or more')
    .int('must be a whole number, 0 or more')
    .min(0, 'must be a whole number, 0 or more')
    .max(largestSum, `must be at most ${largestSum}`)

const coordinates = () => z.array(z.string('must be text').trim(), 'must be a list of categories')

const ruleSchema = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('sac') }),
    z.object({
      kind: z.literal('suppress'),
      threshold: z.int('must be a whole number').min(1, 'must be 1 or more').optional(),
      zeros: z.enum(['show', 'hide'], 'must be "show" or "hide"').optional(),
      minInterval: z.int('must be a whole number').min(1, 'must be 1 or more').optional(),
    }),
  ],
  'must be a rule of kind "sac" or "suppress"',
)

/** TABLE.json of the command line: interior counts of one frequency table and the rule to protect it by. */
export const tableSchema = z.object({
  dimensions: z
    .array(dimensionSchema, 'must be a list')
    .min(1, 'must hold 1 to 3')
    .max(3, 'must hold 1 to 3'),
  counts: z
    .array(z.object({ at: coordinates(), count: count() }), 'must be a list')
    .max(largestTable, `must hold at most ${largestTable} cells`),
  rule: ruleSchema,
  known: z.array(z.object({ at: coordinates(), count: count().optional() }), 'must be a list').default([]),
})

export type FrequencyTable = z.output<typeof tableSchema>
export type DisclosureRule = FrequencyTable['rule']

const shownAtOnce = 3

const tableError = (fields: readonly FieldError[]): ExpectedError => {
  const first = fields.slice(0, shownAtOnce).map((field) => `${field.path}: ${field.message}`)
  const rest = fields.length > first.length ? `; and ${fields.length - first.length} more` : ''
  return new ExpectedError('invalid', `The table cannot be used: ${first.join('; ')}${rest}.`, fields)
}

const dimensionErrors = (table: FrequencyTable): readonly FieldError[] => {
  const errors: FieldError[] = []
  const names = new Set<string>()
  table.dimensions.forEach((dimension, d) => {
    if (names.has(dimension.name)) errors.push({ path: `dimensions.${d}.name`, message: 'must not repeat' })
    names.add(dimension.name)
    const seen = new Set<string>()
    dimension.categories.forEach((category, c) => {
      const path = `dimensions.${d}.categories.${c}`
      if (category.toLowerCase() === totalCategory.toLowerCase()) {
        errors.push({ path, message: 'must not be called "Total", which names the margins' })
      }
      if (seen.has(category)) errors.push({ path, message: 'must not repeat' })
      seen.add(category)
    })
  })
  const cells = table.dimensions.reduce((product, dimension) => product * dimension.categories.length, 1)
  if (cells > largestTable) {
    errors.push({ path: 'dimensions', message: `must make at most ${largestTable} cells, and make ${cells}` })
  }
  return errors
}

const cellErrors = (table: FrequencyTable): readonly FieldError[] => {
  const errors: FieldError[] = []
  const categories = table.dimensions.map((dimension) => new Set(dimension.categories))
  const check = (path: string, at: readonly string[], mayBeTotal: boolean): boolean => {
    if (at.length !== categories.length) {
      errors.push({ path, message: `must name one category for each of the ${categories.length} dimensions` })
      return false
    }
    return at.every((category, d) => {
      if (categories[d]?.has(category) || (mayBeTotal && category === totalCategory)) return true
      const message =
        category === totalCategory
          ? 'must be a category: totals are computed and not given'
          : `must be a category of the dimension in position ${d}`
      errors.push({ path: `${path}.${d}`, message })
      return false
    })
  }
  const seen = new Set<string>()
  table.counts.forEach((cell, i) => {
    if (!check(`counts.${i}.at`, cell.at, false)) return
    const key = JSON.stringify(cell.at)
    if (seen.has(key))
      errors.push({ path: `counts.${i}.at`, message: 'must not repeat: this cell was given before' })
    seen.add(key)
  })
  if (table.counts.reduce((sum, cell) => sum + cell.count, 0) > largestSum) {
    errors.push({ path: 'counts', message: `must add up to at most ${largestSum}` })
  }
  table.known.forEach((cell, i) => check(`known.${i}.at`, cell.at, true))
  return errors
}

/**
 * Reads a parsed TABLE.json: 1 to 3 dimensions, at most 100,000 interior cells, whole counts of 0 or more, each cell once.
 * Throws `invalid` with the dotted path of every place at fault.
 */
export const parseTable = (json: unknown): FrequencyTable => {
  const parsed = tableSchema.safeParse(json)
  if (!parsed.success) {
    throw tableError(
      parsed.error.issues.map((issue) => ({
        path: issue.path.map(String).join('.') || '(table)',
        message: issue.message,
      })),
    )
  }
  const shape = dimensionErrors(parsed.data)
  const errors = shape.length > 0 ? shape : cellErrors(parsed.data)
  if (errors.length > 0) throw tableError(errors)
  return parsed.data
}
