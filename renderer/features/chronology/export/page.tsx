import { useEffect, useState } from 'react'
import type { Input } from '../../../../workspace/contract.ts'
import {
  exportFormats,
  type ExportFormat,
  type ExportReport,
  type ExportReview,
} from '../../../../workspace/contract/chronology-export.ts'
import type { CaseView } from '../../../../workspace/views.ts'
import { refusal, useMay } from '../../../permit.ts'
import { RemoteView } from '../../../remote-view.tsx'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, ChoiceGroup } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Refused } from '../../../ui/state-panel.tsx'
import { counted, dayInWords, listed, sentence } from '../../../ui/words.ts'
import { isNarrowed, narrowing } from '../reading.ts'

const formatTitles: Readonly<Record<ExportFormat, { readonly title: string; readonly hint: string }>> = {
  docx: {
    title: 'Word',
    hint: 'To read and print, on A4 across; columns that belong together stand together.',
  },
  xlsx: { title: 'Excel', hint: 'Each column by itself, with the days a date can mean, to sort and count.' },
}

/** What will leave, in counts and consequences. */
const Review = ({
  review,
  formats,
}: {
  readonly review: ExportReview
  readonly formats: readonly ExportFormat[]
}) => (
  <section className="section" aria-label="Before this leaves">
    <h3>Before this leaves</h3>
    <dl className="facts">
      <dt>Entries</dt>
      <dd className="numbers">
        {review.entries.toLocaleString('en-GB')} of {review.total.toLocaleString('en-GB')}
      </dd>
      <dt>Chosen</dt>
      <dd>{review.filter.length === 0 ? 'The whole chronology' : sentence(review.filter.join('; '))}</dd>
      <dt>Agencies</dt>
      <dd>
        {review.agencies.length === 0
          ? 'None'
          : review.agencies
              .map(({ agency, entries }) => `${agency} (${entries.toLocaleString('en-GB')})`)
              .join(', ')}
      </dd>
      <dt>Review period</dt>
      <dd>
        {review.reviewPeriod === null
          ? 'None is set'
          : `${dayInWords(review.reviewPeriod.from)} to ${dayInWords(review.reviewPeriod.to)}`}
      </dd>
      <dt>Columns</dt>
      <dd>{review.columns.join(', ')}</dd>
      <dt>Names</dt>
      <dd>
        {review.names
          ? 'As recorded, and everything else that identifies people'
          : 'Pseudonyms of the people key'}
      </dd>
      <dt>On every page</dt>
      <dd>{review.marking}</dd>
      <dt>Files</dt>
      <dd>
        {formats.length === 0
          ? 'None chosen'
          : listed(formats.map((format) => `working-chronology.${format}`))}
      </dd>
    </dl>
    <ul className="consequences">
      {review.names && (
        <li>
          <strong>Whoever has a file reads every name in it.</strong> It is for the review team; an agency is
          sent a pack instead.
        </li>
      )}
      {!review.names && (
        <li>
          What may be a name and nobody has decided on is left out, and marked so. The files are searched for
          everything in the people key, and refused where anything of it is found.
        </li>
      )}
      {review.hiddenRows > 0 && (
        <li>
          {counted(review.hiddenRows, 'entry', 'entries')} from hidden rows of an agency’s file, marked so.
        </li>
      )}
      <li>Judgements and comments of the review go with the entries, in columns of their own.</li>
      <li>
        The export is logged with your name before anything is written: how many entries, in which form.
      </li>
      <li>The files are no longer encrypted by the vault. How they travel from the folder is up to you.</li>
    </ul>
  </section>
)

/** The working chronology for the review's own desk: what is chosen, what that means, and then a folder. */
export const ExportPage = ({ one }: { readonly one: CaseView }) => {
  const may = useMay('chronology:export')
  const mayName = useMay('people-key:read')
  const filter = useStore((state) => state.chronologyFilter)
  const remote = useStore((state) => state.exportReview)
  const work = useStore((state) => state.work)
  const { reviewExport, exportChronology, chooseFolder, go } = useStore.getState()
  const narrowed = isNarrowed(filter)
  const [part, setPart] = useState<'filtered' | 'whole'>('filtered')
  const [names, setNames] = useState(false)
  const [formats, setFormats] = useState<readonly ExportFormat[]>(['docx'])
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<ExportReport | null>(null)
  const chosen = JSON.stringify({
    caseId: one.id,
    ...(narrowed && part === 'filtered' ? narrowing(filter) : {}),
    names,
  })
  useEffect(() => {
    if (may) void reviewExport(JSON.parse(chosen) as Input<'chronology.export-review'>)
  }, [may, reviewExport, chosen])
  if (!may)
    return (
      <Refused
        title="Exporting is not part of your role"
        message={refusal('exports of the chronology', 'chronology:export')}
      />
    )
  const toChronology = (): void => go({ screen: 'case', caseId: one.id, tab: 'chronology' })
  const write = async (): Promise<void> => {
    setProblem(null)
    setDone(null)
    if (formats.length === 0) return setProblem('Choose at least one format.')
    const folder = await chooseFolder('Choose the folder to export into', true)
    if (!folder) return
    const input = JSON.parse(chosen) as Input<'chronology.export-review'>
    const result = await exportChronology({ ...input, formats: [...formats], out: folder.path })
    if (result.ok) setDone(result.value)
    else setProblem(result.error.message)
  }
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1}>
            Export the chronology
          </h2>
          <p>Nothing leaves until you have read what will, and chosen a folder.</p>
        </div>
        <Button kind="quiet" icon="back" onPress={toChronology}>
          Back to the chronology
        </Button>
      </header>
      <div className="form">
        {narrowed && (
          <ChoiceGroup id="export-part" legend="Which entries?">
            <Choice
              type="radio"
              name="export-part"
              label="Those shown now"
              hint="What the search and filters of the chronology let through."
              checked={part === 'filtered'}
              onChange={() => setPart('filtered')}
            />
            <Choice
              type="radio"
              name="export-part"
              label="The whole chronology"
              checked={part === 'whole'}
              onChange={() => setPart('whole')}
            />
          </ChoiceGroup>
        )}
        <ChoiceGroup id="export-names" legend="Names">
          <Choice
            type="radio"
            name="export-names"
            label="Pseudonyms"
            checked={!names}
            onChange={() => setNames(false)}
          />
          {mayName && (
            <Choice
              type="radio"
              name="export-names"
              label="As recorded"
              checked={names}
              onChange={() => setNames(true)}
            />
          )}
        </ChoiceGroup>
        <ChoiceGroup
          id="export-formats"
          legend="Formats"
          error={formats.length === 0 ? (problem ?? undefined) : undefined}
        >
          {exportFormats.map((format) => (
            <Choice
              key={format}
              type="checkbox"
              label={formatTitles[format].title}
              hint={formatTitles[format].hint}
              checked={formats.includes(format)}
              onChange={(event) =>
                setFormats(
                  exportFormats.filter((one) =>
                    one === format ? event.target.checked : formats.includes(one),
                  ),
                )
              }
            />
          ))}
        </ChoiceGroup>
      </div>
      <RemoteView
        remote={remote}
        waiting="Counting what will leave"
        retry={() => void reviewExport(JSON.parse(chosen) as Input<'chronology.export-review'>)}
      >
        {(review) => (
          <>
            <Review review={review} formats={formats} />
            {review.entries > review.most && (
              <Notice tone="warn" title="Too many entries for one file">
                <p>
                  At most {review.most.toLocaleString('en-GB')} can be written at once. Narrow the chronology
                  first, such as to some agencies or a period.
                </p>
              </Notice>
            )}
            {problem && (
              <Notice tone="danger" title="Nothing was exported" live>
                <p>{problem}</p>
              </Notice>
            )}
            {done && (
              <Notice tone="good" title={`${counted(done.entries, 'entry', 'entries')} exported`} live>
                <p>
                  {listed(done.files.map(({ name }) => name))} stand in the folder you chose. The export is
                  logged.
                </p>
              </Notice>
            )}
            <div className="form-actions">
              <Button
                kind="primary"
                icon="send"
                busy={work !== null}
                isDisabled={review.entries === 0 || review.entries > review.most || remote.state !== 'ready'}
                onPress={() => void write()}
              >
                Choose a folder and export
              </Button>
            </div>
          </>
        )}
      </RemoteView>
    </div>
  )
}
