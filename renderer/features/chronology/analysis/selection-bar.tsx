import { useState } from 'react'
import type { CaseView } from '../../../../workspace/views.ts'
import { useMay } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { useShortcuts } from '../../../ui/shortcuts.ts'
import { counted } from '../../../ui/words.ts'
import { AddToFinding } from '../add-to-finding.tsx'
import { ManyDialog } from './many-dialog.tsx'
import './analysis.css'

/** What can be done with the entries selected in the list. */
export const SelectionBar = ({ one }: { readonly one: CaseView }) => {
  const selected = useStore((state) => state.selected)
  const clear = useStore((state) => state.clearSelection)
  const mayAnalyse = useMay('chronology:analyse')
  const [analysing, setAnalysing] = useState(false)
  const [adding, setAdding] = useState(false)
  const any = selected.size > 0
  useShortcuts(
    any && mayAnalyse
      ? [
          { keys: 'A', run: () => setAnalysing(true) },
          { keys: 'F', run: () => setAdding(true) },
        ]
      : [],
  )
  if (!any) return null
  return (
    <div className="selection-bar">
      <span className="numbers" role="status">
        {counted(selected.size, 'entry selected', 'entries selected')}
      </span>
      {mayAnalyse && (
        <Button icon="edit" keys="Shift A" onPress={() => setAnalysing(true)}>
          Analyse
        </Button>
      )}
      {mayAnalyse && (
        <Button icon="plus" keys="Shift F" onPress={() => setAdding(true)}>
          Add to a finding
        </Button>
      )}
      <Button kind="quiet" icon="close" onPress={clear}>
        Clear the selection
      </Button>
      {mayAnalyse && (
        <AddToFinding
          caseId={one.id}
          recordIds={[...selected]}
          open={adding}
          onClose={() => setAdding(false)}
        />
      )}
      {analysing && <ManyDialog one={one} recordIds={[...selected]} onClose={() => setAnalysing(false)} />}
    </div>
  )
}
