import path from 'node:path'
import { onTestFinished } from 'vitest'
import { closeVault } from '../../db/vault/close-vault.ts'
import type { Role } from '../../domain/permissions/permissions.ts'
import type { ActionName, Input, Output } from '../../workspace/contract.ts'
import { dispatch } from '../../workspace/dispatch.ts'
import { createHost, type Environment, type Host } from '../../workspace/host.ts'
import { aFolder, anEnvironment, passphrase } from '../db/builders.ts'

export const sampleCaseFolder = path.join(import.meta.dirname, '..', '..', 'scripts', 'sample-case')
export const sample = (name: string): string => path.join(sampleCaseFolder, name)

/** Surprises are kept here, so that a test sees what dispatch hides from its caller. */
export const aWorkspaceEnvironment = (
  overrides: Partial<Environment> = {},
): Environment & { readonly surprises: unknown[] } => {
  const surprises: unknown[] = []
  return {
    ...anEnvironment(),
    sampleCaseFolder,
    onUnexpected: (_, error) => void surprises.push(error),
    surprises,
    ...overrides,
  }
}

export type Workspace = {
  readonly host: Host
  readonly dir: string
  readonly env: Environment & { readonly surprises: unknown[] }
  /** Dispatch; a failure is thrown with its code first. */
  readonly act: <Name extends ActionName>(name: Name, input: Input<Name>) => Promise<Output<Name>>
}

const actOn =
  (host: Host, env: { readonly surprises: unknown[] }): Workspace['act'] =>
  async (name, input) => {
    const result = await dispatch(host, name, input)
    if (result.ok) return result.value
    const surprise = result.error.code === 'unexpected' ? `: ${String(env.surprises.at(-1))}` : ''
    throw new Error(`${result.error.code}: ${result.error.message}${surprise}`)
  }

const closing = (host: Host): void =>
  onTestFinished(() => {
    if (host.session) closeVault(host.session.vault)
  })

/** A new vault, open, of one user in the role asked for. */
export const aWorkspace = async (role: Role = 'business-manager'): Promise<Workspace> => {
  const env = aWorkspaceEnvironment()
  const host = createHost(env)
  const dir = path.join(aFolder(), 'vault')
  const act = actOn(host, env)
  await act('vault.create', { dir, name: 'Calderwick reviews', user: 'Robin Vale', role, passphrase })
  closing(host)
  return { host, dir, env, act }
}

/** The same vault opened by somebody else, after whoever had it open has locked it. */
export const reopenedAs = async (workspace: Workspace, user: string, secret: string): Promise<Workspace> => {
  if (workspace.host.session) await workspace.act('vault.lock', {})
  const host = createHost(workspace.env)
  const act = actOn(host, workspace.env)
  await act('vault.open', { dir: workspace.dir, user, passphrase: secret })
  closing(host)
  return { ...workspace, host, act }
}

/** Adds a user of a role, with a passphrase of the tests. */
export const addUser = async (workspace: Workspace, user: string, role: Role): Promise<string> =>
  (await workspace.act('vault.add-user', { user, role, passphrase: `${passphrase} ${role}` })).id

export const passphraseOf = (role: Role): string => `${passphrase} ${role}`

/** Approves a pack as its approver does: every part of the sample is opened first. */
export const approvePack = async (
  { act }: Pick<Workspace, 'act'>,
  packId: string,
): Promise<Output<'pack.approve'>> => {
  const { items } = await act('pack.sample', { packId })
  await act('pack.open-sample', { packId, items: items.map(({ id }) => id) })
  return act('pack.approve', { packId })
}
