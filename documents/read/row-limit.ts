import { ExpectedError } from '../../domain/result.ts'

/** Most rows with a text that one table may have. The chronology of a long review has a few thousand. */
export const mostRows = 200_000

/** What to do about a file of which there is too much. */
export const askForLess = 'Ask the agency for the review period alone, or for several files.'

/**
 * Counts the rows of a table that hold something, and throws `ExpectedError('invalid')` at the first too many, so that a
 * file of a million rows is stopped while it is read and not when memory is full. `table` names it in the sentence.
 */
export const countRows = (fileName: string, table: string): (() => void) => {
  let rows = 0
  return () => {
    rows += 1
    if (rows > mostRows)
      throw new ExpectedError(
        'invalid',
        `${fileName}: ${table} has more than ${mostRows.toLocaleString('en-GB')} rows with text, more than can be imported from one file. ${askForLess}`,
      )
  }
}
