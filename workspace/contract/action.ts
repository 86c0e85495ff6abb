import { z } from 'zod'
import { isCalendarDate } from '../../domain/case/plain-date.ts'
import type { Permission } from '../../domain/permissions/permissions.ts'

/** Where dispatch finds the case an action concerns, to check its team. */
export type CaseFrom =
  'caseId' | 'entryId' | 'packId' | 'contributionId' | 'disclosureId' | 'noticeId' | 'none'

/**
 * One action: its input schema, the permission it needs ('public': no vault need be open), the case it concerns,
 * and how it is audited. 'write': always, in the write's transaction. 'read': once per record and session.
 * 'reveal': a read of special-category or criminal-offence data, always audited. 'none': touches no case.
 */
export type Action<Input extends z.ZodType = z.ZodType, Output = unknown> = {
  readonly input: Input
  readonly permission: Permission | 'public'
  readonly caseFrom: CaseFrom
  readonly audit: 'write' | 'read' | 'reveal' | 'none'
  /** Phantom: carries the output type only. */
  readonly output?: Output
}

export const action =
  <Output>() =>
  <Input extends z.ZodType>(
    permission: Permission | 'public',
    caseFrom: CaseFrom,
    audit: Action['audit'],
    input: Input,
  ): Action<Input, Output> => ({ permission, caseFrom, audit, input })

export const id = z.string().min(1).max(100)
export const shortText = z.string().trim().min(1, 'Enter this').max(500)
export const isoDate = z.string().refine(isCalendarDate, 'Enter a date that exists, as YYYY-MM-DD')
/** Names on screen turned into pseudonyms: a projection, nothing stored changes. */
export const pseudonyms = z.boolean().default(false)
/**
 * Why something leaves the vault for the review's own work: what goes into the disclosure log beside the power (requirements
 * section 0, "no route out without one").
 */
export const ownUseNecessity =
  'The work cannot be done inside the vault, and no more is taken out than it needs.'
export const necessity = z
  .string()
  .trim()
  .min(1, 'Say why this has to leave the vault')
  .max(4_000)
  .default(ownUseNecessity)
export const secret = z.string().min(1, 'Enter a passphrase').max(1_000)

/**
 * A path of the user's own choosing. From a window it is accepted only if a dialog of this session returned it;
 * the electron room checks every schema key named `path`, `dir` or `out`.
 */
export const chosenPath = z.string().min(1, 'Choose a file or folder').max(4_000)
