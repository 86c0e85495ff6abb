import { useState } from 'react'
import {
  reportKinds,
  reportKindTitles,
  sectionsOfKind,
  type ReportKind,
} from '../../../domain/reports/report.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, ChoiceGroup } from '../../ui/field.tsx'

const hints: Readonly<Record<ReportKind, string>> = {
  overview: `The whole account, in ${sectionsOfKind.overview.length} sections.`,
  'learning-brief': 'What practitioners should take from it, in a few pages.',
  'one-page-summary': 'One A4 page. The review of its pack stops what is longer.',
}

export const NewReport = ({
  one,
  onDone,
}: {
  readonly one: CaseView
  readonly onDone: (item?: string) => void
}) => {
  const add = useStore((state) => state.addReport)
  const [kind, setKind] = useState<ReportKind>('overview')
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    setBusy(true)
    const made = await add(one.id, kind)
    setBusy(false)
    if (made) onDone(`${made.id} edit`)
  }
  return (
    <div className="page">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <header>
          <h2 data-page-title tabIndex={-1}>
            Write a report
          </h2>
          <p className="quiet">
            It begins with what the review holds. Nothing leaves until you build a pack of it.
          </p>
        </header>
        <ChoiceGroup id="kind" legend="Kind of report">
          {reportKinds.map((each) => (
            <Choice
              key={each}
              type="radio"
              name="kind"
              value={each}
              label={reportKindTitles[each]}
              hint={hints[each]}
              checked={kind === each}
              onChange={() => setKind(each)}
            />
          ))}
        </ChoiceGroup>
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={busy}>
            Begin the report
          </Button>
          <Button kind="quiet" onPress={() => onDone()}>
            Cancel
          </Button>
        </div>
      </form>
    </div>
  )
}
