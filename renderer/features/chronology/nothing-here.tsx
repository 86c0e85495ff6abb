import type { CaseView } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { StatePanel } from '../../ui/state-panel.tsx'
import { noFilter } from './slice.ts'

/** Before any agency’s file is imported: what belongs here, and the first step. */
export const EmptyChronology = ({ one }: { readonly one: CaseView }) => {
  const go = useStore((state) => state.go)
  const mayImport = useMay('chronology:import')
  return (
    <StatePanel
      icon="import"
      title="The combined chronology begins with the agencies’ own"
      actions={
        mayImport && (
          <Button
            kind="primary"
            onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology', item: 'import' })}
          >
            Import a chronology
          </Button>
        )
      }
    >
      <p>
        Import each agency’s Excel, Word or CSV file. Every row is accounted for, hidden content is announced,
        and the original text of each cell is kept.
      </p>
      {!mayImport && <p>The business manager or the review author imports the files.</p>}
    </StatePanel>
  )
}

/** Nothing of the chronology is let through by what was searched and filtered for. */
export const NothingFound = () => {
  const filter = useStore((state) => state.filterChronology)
  return (
    <StatePanel
      icon="search"
      title="No entry matches"
      actions={<Button onPress={() => filter(noFilter)}>Clear search and filters</Button>}
    >
      <p>Try fewer words, more agencies or a wider period.</p>
    </StatePanel>
  )
}
