import { ExpectedError } from '../../domain/result.ts'
import { readingsFor } from '../chronology/show-entries.ts'
import type { Session } from '../host.ts'

/** The log is read by those who may not read the key, and exported: no name of it may be typed there. */
export const refuseNames = (
  session: Session,
  caseId: string,
  texts: Readonly<Record<string, string>>,
): void => {
  const { text: asPseudonyms } = readingsFor(session, caseId, true)
  const fields = Object.entries(texts)
    .filter(([, text]) => asPseudonyms(text) !== text)
    .map(([path]) => ({ path, message: 'Use a pseudonym or a role: others read the log' }))
  if (fields.length > 0)
    throw new ExpectedError('invalid', 'The disclosure log cannot hold a name of the people key.', fields)
}
