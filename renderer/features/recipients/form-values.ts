import { z } from 'zod'
import { isPersonKind } from '../../../domain/recipients/recipient.ts'
import { newRecipientSchema, type RecipientView } from '../../../workspace/contract/recipients.ts'
import { dayFrom } from '../../date-words.ts'
import { dayInWords } from '../../ui/words.ts'

const shape = newRecipientSchema.shape

/** The register's own schema for what is typed here; a successor and its day are two fields of the form. */
export const recipientFormSchema = z
  .object({
    kind: shape.kind,
    caseId: z.string(),
    name: shape.name,
    address: z.string().max(1_000),
    email: shape.email.removeDefault(),
    contactRole: z.string().max(200),
    successorId: z.string(),
    succeededOn: z.string(),
  })
  .refine(({ kind, caseId }) => !isPersonKind(kind) || caseId !== '', {
    message: 'Choose the review this person belongs to',
    path: ['caseId'],
  })
  .refine(({ successorId, succeededOn }) => successorId === '' || dayFrom(succeededOn, 'earliest') !== '', {
    message: 'Enter the day from which it stands in its place, such as 1 April 2026',
    path: ['succeededOn'],
  })
export type RecipientForm = z.input<typeof recipientFormSchema>

export const valuesOf = (one: RecipientView | null): RecipientForm => ({
  kind: one?.kind ?? 'agency',
  caseId: one?.caseId ?? '',
  name: one?.name ?? '',
  address: one?.address ?? '',
  email: one?.email ?? '',
  contactRole: one?.contactRole ?? '',
  successorId: one?.successor?.id ?? '',
  succeededOn: one?.successor ? dayInWords(one.successor.on) : '',
})

export const detailsOf = ({ name, address, email, contactRole }: RecipientForm) => ({
  ...{ name, address, email, contactRole },
})
