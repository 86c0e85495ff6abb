import type { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { getCase, isOnTeam } from '../db/cases.ts'
import { caseOfContribution } from '../db/contributions.ts'
import { caseOfDisclosure } from '../db/disclosures.ts'
import { caseOfEntry } from '../db/entries.ts'
import { caseOfNotice } from '../db/notices.ts'
import { caseOfPack } from '../db/packs.ts'
import { inTransaction, storageError } from '../db/transaction.ts'
import { isAllowed, type Permission } from '../domain/permissions/permissions.ts'
import { assertNever, ExpectedError, fail, ok, type Failure, type Result } from '../domain/result.ts'
import { contract, type ActionName, type Input, type Output } from './contract.ts'
import type { Action } from './contract/action.ts'
import { handlers } from './handlers.ts'
import { ofInspection } from './inspection.ts'
import type { Call, Context, Done, Handler, Host, Session } from './host.ts'

const quietCall: Call = { progress: () => undefined, signal: new AbortController().signal }

/**
 * The one door: known action, valid input, allowed to this role on this case, run, audit, map errors.
 * Expected failures come back as values; a surprise becomes `unexpected` with a fixed sentence.
 */
export const dispatch = async <Name extends ActionName>(
  host: Host,
  name: Name,
  input: Input<Name>,
  call: Partial<Call> = {},
): Promise<Result<Output<Name>>> => (await dispatchUnknown(host, name, input, call)) as Result<Output<Name>>

/** The same door for callers that hold only a name and a value from outside. */
export const dispatchUnknown = async (
  host: Host,
  name: string,
  input: unknown,
  call: Partial<Call> = {},
): Promise<Result<unknown>> => {
  if (!Object.hasOwn(contract, name)) return fail('invalid', 'There is no such action.')
  const action: Action = contract[name as ActionName]
  const valid = action.input.safeParse(input)
  if (!valid.success) return invalid(valid.error)
  try {
    return ok(await run(host, name as ActionName, action, valid.data, { ...quietCall, ...call }))
  } catch (error) {
    return { ok: false, error: failureOf(host, name, error) }
  }
}

const invalid = (error: z.ZodError): Result<never> => {
  const fields = error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: plainly(issue.message),
  }))
  const first = fields[0]
  const place = first?.path ? `${first.path}: ` : ''
  return fail('invalid', first ? `${place}${first.message}` : 'The input is not valid.', fields)
}

/** The schema library's own English says what a program expected; a person needs less. */
const plainly = (message: string): string =>
  message.startsWith('Invalid') || message.startsWith('Unrecognized')
    ? 'is missing or is not what it should be'
    : message

const run = async (
  host: Host,
  name: ActionName,
  action: Action,
  input: unknown,
  call: Call,
): Promise<unknown> => {
  const { session } = host
  const caseId = session ? caseOf(session, action, input) : null
  if (action.permission !== 'public') admit(session, name, action.permission, caseId)
  let stoppable = true
  const refuseStopped = (): void => {
    if (stoppable && call.signal.aborted) throw stopped()
  }
  const pastStopping = (): void => {
    refuseStopped()
    stoppable = false
  }
  const context = { ...call, host, env: host.env, session, caseId, pastStopping }
  const handler = handlers[name] as Handler<ActionName>
  // The vault may have been locked, and even opened by somebody else, while the handler worked.
  const refuseLocked = (): void => {
    if (action.permission !== 'public' && host.session !== session) throw locked()
  }
  const step = await prepare(() => handler(context as Context<ActionName>, input as never), refuseLocked)
  refuseStopped()
  refuseLocked()
  const done = commit(host, name, action, step, caseId)
  done.after?.()
  return done.value
}

/** What fails in a vault that was closed meanwhile fails because of that. */
const prepare = async <T>(work: () => Promise<T> | T, refuseLocked: () => void): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    refuseLocked()
    throw error
  }
}

const locked = () => new ExpectedError('locked', 'The vault is locked. Open it first.')
const stopped = () => new ExpectedError('conflict', 'Stopped as you asked. Nothing was kept.')

/** The case a call concerns; an id that leads nowhere is refused here, before anything is read for it. */
const caseOf = (session: Session, action: Action, input: unknown): string | null => {
  if (action.caseFrom === 'none') return null
  const value = (input as Record<string, string>)[action.caseFrom] ?? ''
  const { db } = session.vault
  switch (action.caseFrom) {
    case 'caseId':
      return getCase(db, value).id
    case 'entryId':
      return caseOfEntry(db, value)
    case 'packId':
      return caseOfPack(db, value)
    case 'contributionId':
      return caseOfContribution(db, value)
    case 'disclosureId':
      return caseOfDisclosure(db, value)
    case 'noticeId':
      return caseOfNotice(db, value)
    default:
      return assertNever(action.caseFrom)
  }
}

function admit(
  session: Session | null,
  name: ActionName,
  permission: Permission,
  caseId: string | null,
): asserts session is Session {
  if (!session) throw locked()
  if (session.vault.readOnly && !ofInspection.has(permission))
    throw new ExpectedError(
      'refused',
      'The vault is open for inspection only, because something is wrong with it. Its cases stay closed.',
    )
  const onTeam = caseId === null ? null : isOnTeam(session.vault.db, caseId, session.user.id)
  if (isAllowed(session.user.role, permission, onTeam)) return
  if (!session.vault.readOnly)
    inTransaction(session.vault, () =>
      appendAudit(session.vault, auditRow(session, name, { value: null, detail: { refused: true } }, caseId)),
    )
  throw new ExpectedError('not-permitted', 'Your role, or the team of this case, does not allow this.')
}

const commit = (
  host: Host,
  name: ActionName,
  action: Action,
  step: () => Done<unknown>,
  caseId: string | null,
): Done<unknown> => {
  // Opening a vault sets the session while the handler runs.
  const { session } = host
  if (!session || session.vault.readOnly) return step()
  const readOnce = (done: Done<unknown>): string => `${name} ${done.record ?? caseId ?? ''}`
  const done = inTransaction(session.vault, () => {
    const done = step()
    const known = action.audit === 'read' && session.audited.has(readOnce(done))
    if (action.audit !== 'none' && !known) appendAudit(session.vault, auditRow(session, name, done, caseId))
    return done
  })
  if (action.audit === 'write') session.orders.clear()
  // Only now is the row kept; had the commit failed, the next read would still have to be audited.
  if (action.audit === 'read') session.audited.add(readOnce(done))
  return done
}

const auditRow = (session: Session, name: ActionName, done: Done<unknown>, caseId: string | null) => ({
  userId: session.user.id,
  userName: session.user.name,
  action: name,
  caseId: done.caseId ?? caseId,
  record: done.record ?? null,
  version: done.version ?? null,
  detail: done.detail ?? {},
})

const failureOf = (host: Host, name: string, error: unknown): Failure => {
  if (error instanceof Error && error.name === 'AbortError') return stopped().failure
  const known = storageError(error)
  if (known instanceof ExpectedError) return known.failure
  host.env.onUnexpected(name, error)
  return {
    code: 'unexpected',
    message: 'Something went wrong that should not have. Nothing was changed.',
    fields: [],
  }
}
