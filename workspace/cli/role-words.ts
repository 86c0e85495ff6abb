import { roles, roleTitles, type Role } from '../../domain/permissions/permissions.ts'
import { ExpectedError } from '../../domain/result.ts'

const spoken = new Map<string, Role>(
  Object.entries({
    author: 'review-author',
    manager: 'business-manager',
    panel: 'panel-member',
    'independent-chair': 'chair',
    dpo: 'data-protection-officer',
    'statistics-only': 'statistics',
    auditor: 'audit-reader',
  }),
)

/** A role by its id, its title or a usual short name, in any case, with spaces or hyphens. */
export const roleFrom = (text: string): Role => {
  const word = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  const found =
    roles.find((role) => role === word || roleTitles[role].toLowerCase().replaceAll(' ', '-') === word) ??
    spoken.get(word)
  if (found) return found
  throw new ExpectedError('invalid', `There is no such role. The roles are ${roles.join(', ')}.`, [
    { path: 'role', message: 'is not a role' },
  ])
}
