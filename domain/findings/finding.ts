/** What a finding is so far: settled enough to be one, a theme that is emerging, or a question still open. */
export const findingKinds = ['finding', 'emerging-theme', 'question'] as const
export type FindingKind = (typeof findingKinds)[number]
export const findingKindTitles: Readonly<Record<FindingKind, string>> = {
  finding: 'Finding',
  'emerging-theme': 'Emerging theme',
  question: 'Question',
}

export const findingStatuses = ['draft', 'agreed', 'withdrawn'] as const
export type FindingStatus = (typeof findingStatuses)[number]
export const findingStatusTitles: Readonly<Record<FindingStatus, string>> = {
  draft: 'Draft',
  agreed: 'Agreed by panel',
  withdrawn: 'Withdrawn',
}

/** The five domains the national analyses of SARs sort findings by (requirements section 3), in their order and words. */
export const analysisDomains = [
  'direct-work',
  'interagency',
  'organisational',
  'sab-governance',
  'national-context',
] as const
export type AnalysisDomain = (typeof analysisDomains)[number]
export const analysisDomainTitles: Readonly<Record<AnalysisDomain, string>> = {
  'direct-work': 'Direct work with the person',
  interagency: 'Interagency/team around the person',
  organisational: 'Organisational',
  'sab-governance': 'SAB governance',
  'national-context': 'National legal/policy/financial context',
}

/** One entry that a finding rests on, by its record, and why. */
export type Evidence = { readonly recordId: string; readonly note: string }

/** What a finding says at one version. Its evidence stands in the order a person gave it. */
export type FindingState = {
  readonly title: string
  readonly statement: string
  readonly kind: FindingKind
  /** Null while nobody has placed it. */
  readonly domain: AnalysisDomain | null
  readonly status: FindingStatus
  /** Numbers of the key lines of enquiry it answers, rising. */
  readonly kloes: readonly number[]
  readonly evidence: readonly Evidence[]
}

export type FindingPart = keyof FindingState

/** The parts that differ between two versions, in the order of the page. */
export const changedParts = (before: FindingState, after: FindingState): readonly FindingPart[] =>
  (['title', 'statement', 'kind', 'domain', 'kloes', 'status', 'evidence'] as const).filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  )

/**
 * A finding with other words. What the panel agreed is what it had before it: an agreed finding that says something else
 * is a draft again, unless its status is given with the change. Its evidence may grow without that.
 */
export const reworded = (before: FindingState, change: Partial<FindingState>): FindingState => {
  const after = { ...before, ...change }
  const saysElse = changedParts(before, after).some((part) => part !== 'status' && part !== 'evidence')
  return change.status === undefined && before.status === 'agreed' && saysElse
    ? { ...after, status: 'draft' }
    : after
}

/** Numbers of key lines of enquiry in order, each once. */
export const inOrder = (kloes: readonly number[]): readonly number[] =>
  [...new Set(kloes)].toSorted((a, b) => a - b)

/**
 * The key lines of enquiry that no finding answers yet. A withdrawn one answers nothing, and a question asks: it is
 * answered when somebody makes it a finding or a theme.
 */
export const unanswered = <Line extends { readonly n: number }>(
  lines: readonly Line[],
  findings: readonly Pick<FindingState, 'kind' | 'status' | 'kloes'>[],
): readonly Line[] => {
  const answered = new Set(
    findings
      .filter(({ kind, status }) => kind !== 'question' && status !== 'withdrawn')
      .flatMap(({ kloes }) => kloes),
  )
  return lines.filter(({ n }) => !answered.has(n))
}
