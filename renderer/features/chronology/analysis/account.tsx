import type { EntryField } from '../../../../domain/chronology/entry.ts'
import type { AnalysisView } from '../../../../workspace/contract/analysis.ts'
import type { EntryView } from '../../../../workspace/views.ts'
import { GlossedText } from '../../../glossed-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { fieldTitle } from '../../../../domain/chronology/field-titles.ts'

const shown = ['event', 'action', 'outcome'] as const satisfies readonly EntryField[]

/** What the agency wrote, above what the review says of it and apart from that. */
export const Account = ({ entry }: { readonly entry: EntryView }) => (
  <section className="analysis-account" aria-label="As the agency recorded it">
    <p className="small quiet">As {entry.agency} recorded it</p>
    {shown.flatMap((field) => {
      const text = entry.fields[field] ?? ''
      return text.trim() === '' ? (
        []
      ) : (
        <p className="as-written" key={field}>
          {field !== 'event' && <span className="quiet">{fieldTitle(field)}: </span>}
          <GlossedText text={text} agencyId={entry.agencyId} />
        </p>
      )
    })}
  </section>
)

/** An account that changed after it was judged: what it said then, what it says now, and the way to say that it still holds. */
export const AccountChanged = ({
  changes,
  confirm,
}: {
  readonly changes: NonNullable<AnalysisView['accountChanged']>
  readonly confirm: (() => void) | null
}) => (
  <Notice
    tone="warn"
    title="The account changed after this was judged"
    actions={
      confirm && (
        <Button icon="check" onPress={confirm}>
          It still holds
        </Button>
      )
    }
  >
    <dl className="analysis-changes">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldTitle(field)}</dt>
          <dd>
            <del className="as-written">{before === '' ? 'Nothing' : before}</del>
            <ins className="as-written">{after === '' ? 'Nothing' : after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  </Notice>
)
