import { z } from 'zod'
import { appendAudit } from '../db/audit.ts'
import { isOnTeam } from '../db/cases.ts'
import { caseOfContribution } from '../db/contributions.ts'
import { caseOfEntry } from '../db/entries.ts'
import { caseOfPack } from '../db/packs.ts'
import { inTransaction, storageError } from '../db/transaction.ts'
import { isAllowed, type Permission } from '../domain/permissions/permissions.ts'
import { assertNever, ExpectedError, fail, ok, type Failure, type Result } from '../domain/result.ts'
import { contract, type Action, type ActionName, type Input, type Output } from './contract.ts'
import { handlers } from './handlers.ts'
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
  const fields = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  const first = fields[0]
  const place = first?.path ? `${first.path}: ` : ''
  return fail('invalid', first ? `${place}${first.message}` : 'The input is not valid.', fields)
}

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
  const context = { ...call, host, env: host.env, session, caseId }
  const handler = handlers[name] as Handler<ActionName>
  const step = await handler(context as Context<ActionName>, input as never)
  if (call.signal.aborted) throw new ExpectedError('conflict', 'Stopped as you asked. Nothing was kept.')
  const done = commit(host, name, action, step as () => Done<unknown>, caseId)
  done.after?.()
  return done.value
}

/** The case a call concerns; an id that leads nowhere is refused here, before anything is read for it. */
const caseOf = (session: Session, action: Action, input: unknown): string | null => {
  if (action.caseFrom === 'none') return null
  const value = (input as Record<string, string>)[action.caseFrom] ?? ''
  const { db } = session.vault
  switch (action.caseFrom) {
    case 'caseId':
      return value
    case 'entryId':
      return caseOfEntry(db, value)
    case 'packId':
      return caseOfPack(db, value)
    case 'contributionId':
      return caseOfContribution(db, value)
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
  if (!session) throw new ExpectedError('locked', 'The vault is locked. Open it first.')
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
  return inTransaction(session.vault, () => {
    const done = step()
    if (isAudited(session, name, action, done, caseId))
      appendAudit(session.vault, auditRow(session, name, done, caseId))
    return done
  })
}

const isAudited = (
  session: Session,
  name: ActionName,
  action: Action,
  done: Done<unknown>,
  caseId: string | null,
): boolean => {
  if (action.audit === 'none') return false
  if (action.audit !== 'read') return true
  const key = `${name} ${done.record ?? caseId ?? ''}`
  if (session.audited.has(key)) return false
  session.audited.add(key)
  return true
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
  const known = storageError(error)
  if (known instanceof ExpectedError) return known.failure
  host.env.onUnexpected(name, error)
  return {
    code: 'unexpected',
    message: 'Something went wrong that should not have. Nothing was changed.',
    fields: [],
  }
}
