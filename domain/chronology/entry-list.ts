/** How surely an entry's day is known: one day; a span of days, or one open at an end; nothing understood. */
export const certainties = ['exact', 'uncertain', 'none'] as const
export type Certainty = (typeof certainties)[number]

/** What a list of entries can be grouped by. */
export const groupings = ['agency', 'month', 'kloe', 'judgement'] as const
export type Grouping = (typeof groupings)[number]

/** How much of each entry a list shows. */
export const listLines = ['one', 'three', 'whole'] as const
export type ListLines = (typeof listLines)[number]
