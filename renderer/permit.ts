import {
  type Permission,
  permissions,
  type Role,
  roles,
  roleTitles,
} from '../domain/permissions/permissions.ts'
import { hidesNames } from './names.ts'
import { useStore } from './store.ts'
import { listed, sentence } from './ui/words.ts'

export const useMay = (permission: Permission): boolean =>
  useStore((state) => state.session?.permissions.includes(permission) ?? false)

export const usePseudonyms = (): boolean => useStore(hidesNames)

/** True where the vault is open for reading only, because something is wrong with it. */
export const useInspection = (): boolean => useStore((state) => (state.session?.inspection ?? null) !== null)

/** "the business manager, the review author and the data protection officer": whose a thing is. */
export const heldBy = (permission: Permission): string => {
  const reach: Readonly<Record<Role, string>> = permissions[permission]
  return listed(
    roles.filter((role) => reach[role] !== 'none').map((role) => `the ${roleTitles[role].toLowerCase()}`),
  )
}

export const refusal = (what: string, permission: Permission): string =>
  `${sentence(what)} can be opened by ${heldBy(permission)}. Ask one of them if you need something from it.`
