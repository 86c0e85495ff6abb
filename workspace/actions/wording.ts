import { readWording, saveWording } from '../../db/case-wording.ts'
import { judgements, type Judgement } from '../../domain/chronology/analysis.ts'
import type { CaseWording } from '../../domain/chronology/case-wording.ts'
import { ExpectedError, type FieldError } from '../../domain/result.ts'
import { kloesOf } from '../chronology/show-analysis.ts'
import { readingsFor, type Reading } from '../chronology/show-entries.ts'
import type { Handlers } from '../host.ts'

type Names = 'wording.show' | 'wording.save'

/** Headings and labels stand on every page and for everybody, so no name of the key may stand in them. */
const naming = (wording: CaseWording, asPseudonyms: Reading): readonly FieldError[] =>
  [
    ...wording.columns.map(({ heading }, at): readonly [string, string] => [
      `columns.${at}.heading`,
      heading,
    ]),
    ...judgements.map((one: Judgement): readonly [string, string] => [
      `judgements.${one}`,
      wording.judgements[one],
    ]),
    ...Object.entries(wording.kloes).map(([n, text]): readonly [string, string] => [`kloes.${n}`, text]),
  ]
    .filter(([, text]) => asPseudonyms(text) !== text)
    .map(([path]) => ({ path: `wording.${path}`, message: 'Use a pseudonym: this is seen by everybody' }))

export const wordingActions: Handlers<Names> = {
  'wording.show':
    ({ session, caseId }) =>
    () => ({ value: readWording(session.vault.db, caseId ?? '') }),

  'wording.save':
    ({ session, env, ...context }, { version, wording }) =>
    () => {
      const { db } = session.vault
      const caseId = context.caseId ?? ''
      const lines = new Set(kloesOf(db, caseId).map(({ n }) => String(n)))
      const foreign = Object.keys(wording.kloes).find((n) => !lines.has(n))
      if (foreign !== undefined)
        throw new ExpectedError('invalid', `The case has no key line of enquiry ${foreign}.`)
      const problems = naming(wording, readingsFor(session, caseId, true).text)
      if (problems.length > 0)
        throw new ExpectedError(
          'invalid',
          'A heading or label holds a name of the people key. Headings are seen by everybody.',
          problems,
        )
      saveWording(db, { caseId, wording, version, by: session.user.id, at: env.now() })
      const value = readWording(db, caseId)
      return { value, record: caseId, version: value.version }
    },
}
