import { z } from 'zod'
import { rosterEntrySchema } from '../../../domain/people/roster.ts'
import type { PeopleKeyEntry } from '../../../workspace/views.ts'

/** The key's own schema for what is typed here; aliases and identifiers are rows of the form. */
export const formSchema = z.object({
  kind: rosterEntrySchema.shape.kind,
  name: z.string().trim().min(1, 'Enter the name'),
  pseudonym: z.string().trim().min(1, 'Enter the pseudonym'),
  role: z.string(),
  replace_in: z.enum(['every', 'public']),
  aliases: z.array(
    z
      .object({ name: z.string().trim(), care: z.boolean(), why: z.string().trim() })
      .refine((alias) => !alias.care || alias.why !== '', {
        message: 'Say why this name needs care',
        path: ['why'],
      }),
  ),
  identifiers: z.array(
    z
      .object({ type: z.string().trim(), value: z.string().trim() })
      .refine((one) => one.value === '' || one.type !== '', {
        message: 'Say what kind of identifier this is',
        path: ['type'],
      }),
  ),
})
export type FormValues = z.input<typeof formSchema>

export const blank: FormValues = {
  kind: 'person',
  name: '',
  pseudonym: '',
  role: '',
  replace_in: 'every',
  aliases: [{ name: '', care: false, why: '' }],
  identifiers: [],
}

export const valuesOf = (entry: PeopleKeyEntry): FormValues => ({
  kind: entry.kind,
  name: entry.name,
  pseudonym: entry.pseudonym,
  role: entry.role,
  replace_in: entry.replaceIn,
  aliases: entry.aliases.map((name) => ({
    name,
    care: Object.hasOwn(entry.aliasesNeedingCare, name),
    why: entry.aliasesNeedingCare[name] ?? '',
  })),
  identifiers: entry.identifiers.map(({ type, value }) => ({ type, value })),
})

export const entryOf = (id: string, values: FormValues) => {
  const aliases = values.aliases.filter((alias) => alias.name.trim() !== '')
  return {
    id,
    kind: values.kind,
    name: values.name,
    pseudonym: values.pseudonym,
    role: values.role === '' ? null : values.role,
    replace_in: values.replace_in,
    aliases: aliases.map((alias) => alias.name.trim()),
    aliases_needing_care: Object.fromEntries(
      aliases.filter((alias) => alias.care).map((alias) => [alias.name.trim(), alias.why.trim()]),
    ),
    identifiers: values.identifiers.filter((one) => one.value.trim() !== ''),
  }
}
