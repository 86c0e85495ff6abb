import type { Failure, Result } from '../../../domain/result.ts'
import type { Role } from '../../../domain/permissions/permissions.ts'
import type { SessionView, VaultCheck, VaultPeek } from '../../../workspace/views.ts'
import { askShell, call } from '../../api.ts'
import { homeFor } from '../../routes.ts'
import type { Slice } from '../../store.ts'

export type RecentVault = { readonly path: string; readonly name: string; readonly lastOpened: string }
export type NewVault = {
  readonly dir: string
  readonly name: string
  readonly user: string
  readonly role: Role
  readonly passphrase: string
}
export type Unlock = {
  readonly dir: string
  readonly user?: string
  readonly passphrase?: string
  readonly recoveryKey?: string
  readonly forInspection?: boolean
}
export type Strength = { readonly score: number; readonly acceptable: boolean; readonly advice: string }

export type StartSlice = {
  readonly session: SessionView | null
  readonly started: boolean
  readonly recentVaults: readonly RecentVault[]
  /** The new vault's recovery key, until the person says it is stored. */
  readonly recovery: {
    readonly key: string
    readonly vaultName: string
    readonly session: SessionView
  } | null
  readonly start: () => Promise<void>
  readonly peekVault: (dir: string) => Promise<Result<VaultPeek>>
  readonly openVault: (unlock: Unlock) => Promise<Failure | null>
  /** Of a vault that opening refuses: what is wrong with it. */
  readonly verifyClosed: (unlock: Unlock) => Promise<Result<VaultCheck>>
  readonly createVault: (vault: NewVault) => Promise<Failure | null>
  readonly recoveryStored: () => Promise<void>
  readonly sampleFolder: () => Promise<Result<{ path: string; passphrase: string; exists: boolean }>>
  readonly exploreSample: () => Promise<Failure | null>
  readonly measureStrength: (passphrase: string, hints: readonly string[]) => Promise<Strength | null>
  readonly lockNow: () => Promise<void>
}

export const startSlice: Slice<StartSlice> = (set, get, store) => {
  const enter = async (session: SessionView): Promise<void> => {
    set({ session, recovery: null, route: homeFor(session.permissions), trail: [], realNames: false })
    await Promise.all([get().loadDrafts(), get().loadLockSettings()])
  }
  return {
    session: null,
    started: false,
    recentVaults: [],
    recovery: null,
    start: async () => {
      const [session, recent] = await Promise.all([
        call('vault.session', {}),
        askShell('shell.recent-vaults', {}),
      ])
      if (recent.ok) set({ recentVaults: recent.value })
      if (session.ok) await enter(session.value)
      set({ started: true })
    },
    peekVault: (dir) => call('vault.peek', { dir }),
    openVault: async (unlock) => {
      const result = await call('vault.open', unlock)
      if (!result.ok) return result.error
      await enter(result.value)
      return null
    },
    verifyClosed: (unlock) =>
      get().during('Checking every page of the vault', () => call('vault.verify-closed', unlock)),
    createVault: async (vault) => {
      const result = await call('vault.create', vault)
      if (!result.ok) return result.error
      const { session, recoveryKey } = result.value
      set({ recovery: { key: recoveryKey, vaultName: session.vaultName, session } })
      return null
    },
    recoveryStored: async () => {
      const { recovery } = get()
      if (recovery) await enter(recovery.session)
    },
    sampleFolder: () => askShell('shell.sample-vault-folder', {}),
    exploreSample: async () => {
      const folder = await get().sampleFolder()
      if (!folder.ok) return folder.error
      const { path: dir, passphrase, exists } = folder.value
      const opened: Result<SessionView> = exists
        ? await call('vault.open', { dir, passphrase })
        : await call('vault.create', {
            dir,
            name: 'Sample vault',
            user: 'Sample manager',
            role: 'business-manager',
            passphrase,
          }).then((made) => (made.ok ? { ok: true, value: made.value.session } : made))
      if (!opened.ok) return opened.error
      const cases = await call('case.list', {})
      const loaded =
        cases.ok && cases.value.length > 0
          ? ({ ok: true, value: null } as const)
          : await get().during('Preparing the sample case', () => call('sample.load', {}))
      if (!loaded.ok) return loaded.error
      await enter(opened.value)
      return null
    },
    measureStrength: async (passphrase, hints) => {
      const result = await call('vault.strength', { passphrase, hints: [...hints] })
      return result.ok ? result.value : null
    },
    lockNow: async () => {
      await get().flushDrafts()
      await call('vault.lock', {})
      const { preferences, recentVaults } = get()
      const recent = await askShell('shell.recent-vaults', {})
      store.setState(
        {
          ...store.getInitialState(),
          preferences,
          started: true,
          recentVaults: recent.ok ? recent.value : recentVaults,
        },
        true,
      )
    },
  }
}
