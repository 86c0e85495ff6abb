import { assertNever, ExpectedError } from '../result.ts'
import { protectSac, type ProtectedTable } from './protect-sac.ts'
import { parseTable } from './table.ts'

/**
 * Protects a parsed TABLE.json by the rule it names. Throws `invalid` for a table that is not one, with field paths, and
 * for a rule that this version does not have.
 */
export const protectTable = (json: unknown): ProtectedTable => {
  const table = parseTable(json)
  switch (table.rule.kind) {
    case 'sac':
      return protectSac(table)
    case 'suppress':
      throw new ExpectedError(
        'invalid',
        'The table cannot be used: rule.kind: this version protects by the rule "sac" only, not by "suppress".',
        [{ path: 'rule.kind', message: 'must be "sac" in this version' }],
      )
    default:
      return assertNever(table.rule)
  }
}
