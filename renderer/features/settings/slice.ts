import type { Role } from '../../../domain/permissions/permissions.ts'
import type { Failure } from '../../../domain/result.ts'
import type { UserView, VaultCheck } from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type SettingsSlice = {
  readonly users: Remote<readonly UserView[]>
  readonly vaultCheck: Remote<VaultCheck>
  readonly loadUsers: () => Promise<void>
  /** Answers with the passphrase that was made, where none was given. */
  readonly addUser: (
    user: string,
    role: Role,
    passphrase: string,
  ) => Promise<{ readonly made: string | null } | { readonly error: Failure }>
  readonly changePassphrase: (current: string, next: string) => Promise<Failure | null>
  readonly verifyVault: (independent: boolean) => Promise<void>
}

export const settingsSlice: Slice<SettingsSlice> = (set, get) => ({
  users: idle,
  vaultCheck: idle,
  loadUsers: async () => {
    set((state) => ({ users: loadingFrom(state.users) }))
    set({ users: fromResult(await call('vault.users', {})) })
  },
  addUser: async (user, role, passphrase) => {
    const result = await call('vault.add-user', {
      user,
      role,
      ...(passphrase === '' ? {} : { passphrase }),
    })
    if (!result.ok) return { error: result.error }
    get().toast('good', `${user} can now open this vault.`)
    await get().loadUsers()
    return { made: result.value.passphrase ?? null }
  },
  changePassphrase: async (current, next) => {
    const result = await call('vault.change-passphrase', { current, next })
    if (!result.ok) return result.error
    get().toast('good', 'Your passphrase is changed. The old one no longer opens the vault.')
    return null
  },
  verifyVault: async (independent) => {
    set({ vaultCheck: { state: 'loading', previous: null } })
    const result = await get().during('Checking every page of the vault', () =>
      call('vault.verify', { independent }),
    )
    set({ vaultCheck: fromResult(result) })
  },
})
