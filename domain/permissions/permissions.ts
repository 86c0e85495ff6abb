import { z } from 'zod'

/** The roles a person can hold in a vault. One person, one role; who is on which case is the case's team. */
export const roles = [
  'business-manager',
  'review-author',
  'panel-member',
  'chair',
  'data-protection-officer',
  'statistics',
  'audit-reader',
] as const
export type Role = (typeof roles)[number]
export const roleSchema = z.enum(roles)

export const roleTitles: Readonly<Record<Role, string>> = {
  'business-manager': 'Business manager',
  'review-author': 'Review author',
  'panel-member': 'Panel member',
  chair: 'Independent chair',
  'data-protection-officer': 'Data protection officer',
  statistics: 'Statistics only',
  'audit-reader': 'Audit reader',
}

/** How far a permission reaches: every case in the vault, only cases whose team the person is on, or not at all. */
export type Reach = 'any' | 'team' | 'none'

const grant = (
  businessManager: Reach,
  reviewAuthor: Reach,
  panelMember: Reach,
  chair: Reach,
  dataProtectionOfficer: Reach,
  statistics: Reach,
  auditReader: Reach,
): Readonly<Record<Role, Reach>> => ({
  'business-manager': businessManager,
  'review-author': reviewAuthor,
  'panel-member': panelMember,
  chair,
  'data-protection-officer': dataProtectionOfficer,
  statistics,
  'audit-reader': auditReader,
})

/**
 * The one table of role × permission. Columns: business manager, review author, panel member, chair,
 * data protection officer, statistics only, audit reader.
 * Need to know: Board notices (requirements section 0), "access by role and by case team". A panel member reads the
 * chronology and never the key (scenario 11); statistics sees counts and never a case (issue of the annual report);
 * the working chronology leaves unredacted and without a second person, so only with those who run the review and may read
 * the key, the business manager and the author of that review; everybody else is sent a pack;
 * a pack's approver reads the pack, not the case, so that a second reader need not be on the team.
 * Analysing a chronology (which accounts are one event, which account is preferred, judgements) is the reviewer's:
 * "record reviewer resolution" (section 2), "reviewer independent of case and agencies" (section 1). A panel member
 * stands for an agency whose account may be one of the two, and so reads it all and settles nothing; the chair is
 * independent; the business manager keeps the record.
 * Who receives is known to those who build, approve or release; where they are reached is kept by those who write to them.
 * Commenting is for all who work on the review, panel members above all, who read for hours; the data protection
 * officer reads what was said of people and takes no part in the discussion of a case.
 * A public report is drafted by the review's author; what the Board decided about publishing it is recorded by the chair or
 * the business manager, never by the author alone (requirements section 1, "Publication").
 */
export const permissions = {
  'vault:use': grant('any', 'any', 'any', 'any', 'any', 'any', 'any'),
  'vault:manage': grant('any', 'none', 'none', 'none', 'none', 'none', 'none'),
  'vault:verify': grant('any', 'any', 'none', 'any', 'any', 'none', 'any'),
  'case:add': grant('any', 'any', 'none', 'none', 'none', 'none', 'none'),
  'case:read': grant('any', 'team', 'team', 'any', 'any', 'none', 'none'),
  'case:team': grant('any', 'none', 'none', 'none', 'none', 'none', 'none'),
  'chronology:read': grant('any', 'team', 'team', 'any', 'any', 'none', 'none'),
  'chronology:import': grant('any', 'team', 'none', 'none', 'none', 'none', 'none'),
  'chronology:export': grant('any', 'team', 'none', 'none', 'none', 'none', 'none'),
  'chronology:analyse': grant('any', 'team', 'none', 'any', 'none', 'none', 'none'),
  'chronology:comment': grant('any', 'team', 'team', 'any', 'none', 'none', 'none'),
  'contribution:read': grant('any', 'team', 'none', 'any', 'any', 'none', 'none'),
  'contribution:add': grant('any', 'team', 'none', 'none', 'none', 'none', 'none'),
  'people-key:read': grant('any', 'team', 'none', 'none', 'any', 'none', 'none'),
  'people-key:edit': grant('any', 'team', 'none', 'none', 'none', 'none', 'none'),
  'sensitive:reveal': grant('any', 'team', 'none', 'none', 'any', 'none', 'none'),
  'report:read': grant('any', 'team', 'team', 'any', 'any', 'none', 'none'),
  'report:write': grant('any', 'team', 'none', 'none', 'none', 'none', 'none'),
  'report:publish': grant('any', 'none', 'none', 'any', 'none', 'none', 'none'),
  'pack:read': grant('any', 'any', 'none', 'any', 'any', 'none', 'none'),
  'pack:build': grant('any', 'team', 'none', 'none', 'none', 'none', 'none'),
  'pack:review': grant('any', 'team', 'none', 'none', 'none', 'none', 'none'),
  'pack:approve': grant('any', 'any', 'none', 'any', 'any', 'none', 'none'),
  'pack:release': grant('any', 'any', 'none', 'any', 'any', 'none', 'none'),
  'disclosure:read': grant('any', 'team', 'none', 'any', 'any', 'none', 'any'),
  'disclosure:record': grant('any', 'team', 'none', 'none', 'any', 'none', 'none'),
  'disclosure:export': grant('any', 'none', 'none', 'none', 'any', 'none', 'none'),
  'record:rectify': grant('any', 'team', 'none', 'none', 'any', 'none', 'none'),
  'recipient:read': grant('any', 'any', 'none', 'any', 'any', 'none', 'none'),
  'recipient:edit': grant('any', 'any', 'none', 'none', 'any', 'none', 'none'),
  'history:import': grant('any', 'none', 'none', 'none', 'none', 'any', 'none'),
  'statistics:read': grant('any', 'none', 'none', 'any', 'any', 'any', 'none'),
  'statistics:publish': grant('any', 'none', 'none', 'none', 'none', 'any', 'none'),
  'audit:read': grant('any', 'none', 'none', 'none', 'any', 'none', 'any'),
} as const satisfies Readonly<Record<string, Readonly<Record<Role, Reach>>>>

export type Permission = keyof typeof permissions

/** Whether a role may use a permission on a case. `onTeam` is null where the action concerns no single case. */
export const isAllowed = (role: Role, permission: Permission, onTeam: boolean | null): boolean => {
  const reach = permissions[permission][role]
  if (reach === 'any') return true
  return reach === 'team' && onTeam !== false
}

/** Permissions a role has at all, for menus and the command palette; the door still decides each call. */
export const permissionsOf = (role: Role): readonly Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((permission) => permissions[permission][role] !== 'none')
