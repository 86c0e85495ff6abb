import { useState } from 'react'
import type { ImportReport } from '../../../../workspace/views.ts'
import { Button } from '../../../ui/button.tsx'
import { Badge, type Tone } from '../../../ui/notice.tsx'
import { counted } from '../../../ui/words.ts'
import { WordDiff } from '../word-diff.tsx'

type Difference = ImportReport['differences'][number]
type Kind = Difference['kind']

const titles: Readonly<Record<Kind, string>> = { changed: 'Changed', added: 'Added', removed: 'Removed' }
const tones: Readonly<Record<Kind, Tone>> = { changed: 'info', added: 'good', removed: 'warn' }
const said: Readonly<Record<Kind, string>> = {
  changed: 'What people have said of these entries stays with them, and the earlier wording can be seen.',
  added: 'These are new.',
  removed: 'The new version does not hold these. They are marked and kept, with everything said of them.',
}
const shownAtFirst = 50

const One = ({ difference }: { readonly difference: Difference }) => (
  <li className="difference">
    {difference.returned && (
      <p className="small">
        <Badge tone="info">Held again</Badge> An earlier version held this entry. What people said of it comes
        back with it
        {difference.fields.length > 0 && ', and this changed since'}.
      </p>
    )}
    <p className="small quiet numbers">
      {[difference.reference, difference.date === '' ? 'no date' : difference.date, difference.where]
        .filter(Boolean)
        .join(' · ')}
    </p>
    {difference.fields.length === 0 ? (
      <p className="as-written">{difference.text}</p>
    ) : (
      <dl className="difference-fields">
        {difference.fields.map((field) => (
          <div key={field.field}>
            <dt>{field.field}</dt>
            <dd>
              <WordDiff before={field.before} after={field.after} />
            </dd>
          </div>
        ))}
      </dl>
    )}
  </li>
)

const Group = ({
  kind,
  differences,
}: {
  readonly kind: Kind
  readonly differences: readonly Difference[]
}) => {
  const [all, setAll] = useState(false)
  const shown = all ? differences : differences.slice(0, shownAtFirst)
  return (
    <section className="section" aria-label={titles[kind]}>
      <h4>
        <Badge tone={tones[kind]}>{titles[kind]}</Badge> {counted(differences.length, 'entry', 'entries')}
      </h4>
      <p className="small quiet">{said[kind]}</p>
      <ul className="differences">
        {shown.map((difference, index) => (
          <One difference={difference} key={`${index} ${difference.where}`} />
        ))}
      </ul>
      {shown.length < differences.length && (
        <Button kind="quiet" onPress={() => setAll(true)}>
          Show all {differences.length.toLocaleString('en-GB')}
        </Button>
      )}
    </section>
  )
}

/** Exactly what a new version of a file changes: changed word by word, added, removed; what is unchanged is counted. */
export const Differences = ({
  report,
  differences,
}: {
  readonly report: Pick<ImportReport, 'added' | 'changed' | 'removed' | 'unchanged'>
  readonly differences: readonly Difference[]
}) => {
  const kinds: readonly Kind[] = ['changed', 'added', 'removed']
  const same = report.added + report.changed + report.removed === 0
  return (
    <section className="section" aria-label="Compared with the version before">
      <h3>Compared with the version before</h3>
      <p className="numbers">
        {report.added} added, {report.changed} changed, {report.removed} removed, {report.unchanged}{' '}
        unchanged.
        {same && ' This is the file that is here already; importing it changes nothing.'}
      </p>
      {kinds.map((kind) => {
        const some = differences.filter((one) => one.kind === kind)
        return some.length > 0 && <Group kind={kind} differences={some} key={kind} />
      })}
    </section>
  )
}
