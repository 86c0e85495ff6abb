/** What an agency can say about a stretch without an entry; only of a query can records follow or have come. */
export const statementKinds = ['no-contact', 'records-to-follow', 'records-received'] as const
export type StatementKind = (typeof statementKinds)[number]

/** How the agency said it. */
export const statementMeans = ['letter', 'email', 'call', 'meeting'] as const
export type StatementMeans = (typeof statementMeans)[number]
