const pageSize = 5_000

/** Everything an action lists, asked for page by page. */
export const everyPage = async <Row>(
  ask: (page: {
    readonly offset: number
    readonly limit: number
  }) => Promise<{ readonly rows: readonly Row[]; readonly total: number }>,
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  for (;;) {
    const page = await ask({ offset: rows.length, limit: pageSize })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}
