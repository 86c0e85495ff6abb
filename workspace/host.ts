import type { VaultEnvironment } from '../db/vault/environment.ts'
import type { Vault } from '../db/vault/vault.ts'
import type { SameEventProposal } from '../domain/chronology/propose-same-events.ts'
import type { Role } from '../domain/permissions/permissions.ts'
import type { HiddenReading } from './chronology/show-entries.ts'
import type { Output, Progress, ValidInput, ActionName, Contract } from './contract.ts'

/** What the workspace takes from the outside: time, ids, files. Passed in, so that a test can hold them still. */
export type Environment = VaultEnvironment & {
  /** Folder of the sample case's files. */
  readonly sampleCaseFolder: string
  /** Receives the class of a surprise and the action it struck, never its message. */
  readonly onUnexpected: (action: string, error: unknown) => void
}

export type Session = {
  readonly vault: Vault
  readonly user: { readonly id: string; readonly name: string; readonly role: Role }
  /** Reads already audited in this session: action and record. */
  readonly audited: Set<string>
  /** Same-event proposals by case, with what they were worked out from. */
  readonly proposals: Map<
    string,
    {
      readonly key: string
      readonly found: Promise<readonly SameEventProposal[]>
      /** Null until they are worked out. */
      readonly done: readonly SameEventProposal[] | null
    }
  >
  /** What hides names, by case. */
  readonly readings: Map<string, HiddenReading>
  /** Orders of lists already worked out; forgotten at every write. */
  readonly orders: Map<string, unknown>
}

/** One workspace: at most one vault open in it. */
export type Host = { readonly env: Environment; session: Session | null }

export const createHost = (env: Environment): Host => ({ env, session: null })

export type Call = {
  readonly progress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** What a handler may use. `session` is there unless the action is public. */
export type Context<Name extends ActionName> = Call & {
  /**
   * Throws where the caller asked to stop. Otherwise from here on a request to stop is not heard any more: said just
   * before something is done that leaving the transaction out would not undo.
   */
  readonly pastStopping: () => void
  readonly host: Host
  readonly env: Environment
  readonly session: Contract[Name]['permission'] extends 'public' ? Session | null : Session
  /** The case the action concerns, where it concerns one. */
  readonly caseId: string | null
}

/** What happened, and what the audit shall say of it: ids, versions and counts, never a name or a text. */
export type Done<Value> = {
  readonly value: Value
  readonly caseId?: string
  readonly record?: string
  readonly version?: number
  readonly detail?: Readonly<Record<string, string | number | boolean>>
  /** Runs after the transaction has been committed. */
  readonly after?: () => void
}

/**
 * A handler prepares (reads files, derives keys, decides with pure rules) and hands back the one step that reads and
 * writes the vault; dispatch runs that step and its audit row in one transaction.
 */
export type Handler<Name extends ActionName> = (
  context: Context<Name>,
  input: ValidInput<Name>,
) => Promise<Step<Output<Name>>> | Step<Output<Name>>
export type Step<Value> = () => Done<Value>

export type Handlers<Names extends ActionName = ActionName> = { readonly [Name in Names]: Handler<Name> }
