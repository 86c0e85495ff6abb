import { useState } from 'react'
import type { FindingList } from '../../../workspace/contract/findings.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/words.ts'
import { EntryLine } from './entry-line.tsx'

const firstShown = 5

/** What no finding covers yet. */
export const Gaps = ({ one, gaps }: { readonly one: CaseView; readonly gaps: FindingList['gaps'] }) => {
  const goToEntry = useStore((state) => state.goToEntry)
  const [all, setAll] = useState(false)
  const { kloes, missed } = gaps
  const shown = all ? missed.entries : missed.entries.slice(0, firstShown)
  const more = missed.entries.length - firstShown
  return (
    <div className="gaps">
      <section className="section" aria-labelledby="gaps-kloes">
        <h3 id="gaps-kloes">Key lines of enquiry no finding answers yet</h3>
        {one.kloes.length === 0 ? (
          <p className="quiet">This case has no key lines of enquiry.</p>
        ) : kloes.length === 0 ? (
          <p className="quiet">Each of the {counted(one.kloes.length, 'line')} is answered by a finding.</p>
        ) : (
          <ol className="gap-lines">
            {kloes.map((kloe) => (
              <li key={kloe.n}>
                <span className="gap-number numbers">{kloe.n}</span>
                <span>{kloe.text}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className="section" aria-labelledby="gaps-missed">
        <h3 id="gaps-missed">Missed opportunities in no finding yet</h3>
        {missed.total === 0 ? (
          <p className="quiet">
            None. An entry judged a missed opportunity stands here until a finding rests on it.
          </p>
        ) : (
          <>
            <p className="quiet">
              {counted(missed.total, 'entry', 'entries')} judged a missed opportunity that no finding rests
              on.
            </p>
            <ul className="gap-entries">
              {shown.map((entry) => (
                <li key={entry.recordId}>
                  <EntryLine
                    one={one}
                    entry={entry}
                    judged={false}
                    onOpen={() =>
                      goToEntry({ caseId: one.id, recordId: entry.recordId, entryId: entry.id }, 'findings')
                    }
                  />
                </li>
              ))}
            </ul>
            {more > 0 && (
              <p>
                <Button kind="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
                  {all ? 'Show fewer' : `Show ${more} more`}
                </Button>
              </p>
            )}
            {all && missed.total > missed.entries.length && (
              <p className="small quiet">
                The first {missed.entries.length} of {missed.total.toLocaleString('en-GB')} stand here; filter
                the chronology by judgement for the rest.
              </p>
            )}
          </>
        )}
      </section>
    </div>
  )
}
