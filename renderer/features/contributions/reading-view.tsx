import { useEffect } from 'react'
import type { CaseView } from '../../../workspace/views.ts'
import { useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { counted, instantInWords } from '../../ui/words.ts'
import { ReportBlock } from './report-block.tsx'

const HiddenNotice = () => {
  const showNames = useStore((state) => state.showNames)
  const mayRead = useMay('people-key:read')
  return (
    <section className="report-hidden">
      <Icon name="eye-off" />
      <div className="grow">
        <h3>Names are hidden</h3>
        <p>
          Everybody of the people key stands here as their pseudonym. A name that is not in the key yet is not
          hidden.
        </p>
      </div>
      {mayRead && (
        <Button kind="plain" icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
          Show names and read
        </Button>
      )}
    </section>
  )
}

/** A report as its author wrote it or, while names are hidden, with everybody of the people key as their pseudonym. */
export const ReadingView = ({
  one,
  contributionId,
  onBack,
}: {
  readonly one: CaseView
  readonly contributionId: string
  readonly onBack: () => void
}) => {
  const contribution = useStore((state) => state.contribution)
  const load = useStore((state) => state.loadContribution)
  const pseudonyms = usePseudonyms()
  useEffect(() => void load(contributionId), [load, contributionId, pseudonyms])
  const back = (
    <Button kind="quiet" icon="back" onPress={onBack}>
      Back to the reports
    </Button>
  )
  return (
    <RemoteView remote={contribution} waiting="Opening the report" retry={() => void load(contributionId)}>
      {(report) => (
        <article className="page report">
          <header>
            {back}
            <h2 data-page-title tabIndex={-1}>
              {report.agencyName}
            </h2>
            <p className="small quiet">
              {report.fileName}, {counted(report.words, 'word')}, added {instantInWords(report.addedAt)} by{' '}
              {report.addedBy} to {one.title}
            </p>
          </header>
          {pseudonyms && <HiddenNotice />}
          <div className="report-columns">
            <div className="report-text reading">
              {report.blocks.map((block, index) => (
                <ReportBlock
                  block={block}
                  contributionId={report.id}
                  index={index}
                  key={`${index} ${block.style}`}
                />
              ))}
            </div>
            <aside className="report-announced" aria-label="What the file holds besides">
              <h3>What the file holds besides</h3>
              {report.announced.length === 0 ? (
                <p className="quiet">Nothing hidden or tracked.</p>
              ) : (
                <ul>
                  {report.announced.map((one, index) => (
                    <li key={`${index} ${one.kind}`}>
                      <p className="small">
                        <strong>{one.kind.replaceAll('-', ' ')}</strong>{' '}
                        <span className="faint">{one.where}</span>
                      </p>
                      <p className="small">{one.detail}</p>
                    </li>
                  ))}
                </ul>
              )}
            </aside>
          </div>
        </article>
      )}
    </RemoteView>
  )
}
