import type { Permission } from '../domain/permissions/permissions.ts'

/** All that a vault opened for inspection is for: nothing can be audited in it, so no case is shown from it. */
export const ofInspection: ReadonlySet<Permission> = new Set(['vault:use', 'vault:verify', 'audit:read'])
