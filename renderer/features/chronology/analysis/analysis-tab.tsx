import { useEffect } from 'react'
import { analysisParts } from '../../../../domain/chronology/analysis.ts'
import type { CaseWording } from '../../../../domain/chronology/case-wording.ts'
import type { AnalysisView } from '../../../../workspace/contract/analysis.ts'
import type { CaseView, EntryView } from '../../../../workspace/views.ts'
import { heldBy, useMay, usePseudonyms } from '../../../permit.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Waiting } from '../../../ui/state-panel.tsx'
import { useWording } from '../../../use-wording.ts'
import { Account, AccountChanged } from './account.tsx'
import { AnalysisForm } from './analysis-form.tsx'
import { AnalysisHistory } from './history.tsx'
import { partTitle, valueInWords } from './analysis-words.ts'
import './analysis.css'

/** For those who read an analysis and do not make it, and of an entry its agency has taken out. */
const AnalysisRead = ({
  view,
  wording,
  why,
}: {
  readonly view: AnalysisView
  readonly wording: CaseWording
  readonly why: string
}) => {
  const said = analysisParts.flatMap((part) => {
    const words = valueInWords(part, view.analysis[part], wording)
    return words === '' ? [] : [{ part, words }]
  })
  return (
    <div className="stack">
      {view.accountChanged && <AccountChanged changes={view.accountChanged} confirm={null} />}
      {said.length === 0 ? (
        <p className="quiet">Nothing has been said of this entry yet.</p>
      ) : (
        <dl className="facts">
          {said.map(({ part, words }) => (
            <div className="facts-row" key={part}>
              <dt>{partTitle(part, wording)}</dt>
              <dd className="as-written">{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="small quiet">{why}</p>
    </div>
  )
}

/** What the review says of an entry, under what its agency wrote and apart from it. */
export const AnalysisTab = ({ one, entry }: { readonly one: CaseView; readonly entry: EntryView }) => {
  const analysis = useStore((state) => state.analysis)
  const load = useStore((state) => state.loadAnalysis)
  const may = useMay('chronology:analyse')
  const pseudonyms = usePseudonyms()
  const wording = useWording(one)
  const { recordId } = entry
  useEffect(() => void load(one.id, recordId), [load, one.id, recordId, pseudonyms])
  return (
    <div className="analysis">
      <Account entry={entry} />
      <section className="analysis-own" aria-label="What the review says">
        <h3>What the review says</h3>
        <RemoteView
          remote={analysis}
          waiting="Reading the analysis"
          retry={() => void load(one.id, recordId)}
        >
          {(view) =>
            view.recordId !== recordId ? (
              <Waiting label="Reading the analysis" />
            ) : (
              <>
                {may && !view.withdrawn ? (
                  <AnalysisForm
                    key={`${recordId} ${pseudonyms}`}
                    one={one}
                    view={view}
                    wording={wording}
                    pseudonyms={pseudonyms}
                  />
                ) : (
                  <AnalysisRead
                    view={view}
                    wording={wording}
                    why={
                      view.withdrawn
                        ? 'The agency has taken this entry out of its record. What was said of it stays as it is.'
                        : `The analysis is made by ${heldBy('chronology:analyse')}.`
                    }
                  />
                )}
                <AnalysisHistory history={view.history} wording={wording} />
              </>
            )
          }
        </RemoteView>
      </section>
    </div>
  )
}
