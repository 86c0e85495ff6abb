import type { Permission } from '../domain/permissions/permissions.ts'

export const caseTabs = [
  'overview',
  'chronology',
  'contributions',
  'people-key',
  'analysis',
  'packs',
  'reports',
] as const
export type CaseTab = (typeof caseTabs)[number]

export type Route =
  | { readonly screen: 'cases' }
  | { readonly screen: 'add-case' }
  | { readonly screen: 'case'; readonly caseId: string; readonly tab: CaseTab; readonly item?: string }
  | { readonly screen: 'mentions' }
  | { readonly screen: 'recipients'; readonly item?: string }
  | { readonly screen: 'attention'; readonly item?: string }
  | { readonly screen: 'disclosures'; readonly item?: string }
  | { readonly screen: 'statistics' }
  | { readonly screen: 'audit' }
  | { readonly screen: 'settings' }

export const tabTitles: Readonly<Record<CaseTab, string>> = {
  overview: 'Overview',
  chronology: 'Chronology',
  contributions: 'Contributions',
  'people-key': 'People key',
  analysis: 'Analysis',
  packs: 'Packs',
  reports: 'Reports',
}

export const tabPermissions: Readonly<Record<CaseTab, Permission>> = {
  overview: 'case:read',
  chronology: 'chronology:read',
  contributions: 'contribution:read',
  'people-key': 'people-key:read',
  analysis: 'chronology:read',
  packs: 'pack:read',
  reports: 'report:read',
}

/** The ways of looking at a chronology, as they stand beside one another; `item` is that of the route. */
export const chronologyViews = [
  { item: undefined, title: 'Entries' },
  { item: 'timeline', title: 'Timeline' },
  { item: 'same-events', title: 'Same events' },
  { item: 'no-contact', title: 'No contact' },
  { item: 'glossary', title: 'Glossary' },
  { item: 'wording', title: 'Columns and wording' },
] as const satisfies readonly {
  readonly item: string | undefined
  readonly title: string
}[]

/** The first screen a person may use. */
export const homeFor = (permissions: readonly Permission[]): Route => {
  if (permissions.includes('case:read')) return { screen: 'cases' }
  if (permissions.includes('statistics:read')) return { screen: 'statistics' }
  if (permissions.includes('audit:read')) return { screen: 'audit' }
  return { screen: 'settings' }
}
