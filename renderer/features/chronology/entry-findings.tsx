import { useCallback, useEffect, useState } from 'react'
import { FindingStatusBadge, numbered } from '../../finding-badges.tsx'
import { heldBy, useMay, usePseudonyms } from '../../permit.ts'
import { valueOf } from '../../remote.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { AddToFinding } from './add-to-finding.tsx'

/** How many findings rest on an entry: as many as are on the page, else as many as there were when it was opened. */
export const useFindingCount = (): ((recordId: string, before: number) => number) => {
  const findings = useStore((state) => state.entryFindings)
  const of = useStore((state) => state.entryFindingsOf)
  return (recordId, before) => (of === recordId ? (valueOf(findings)?.length ?? before) : before)
}

/** The findings this entry is evidence of, and why; and the way into another. */
export const EntryFindings = ({
  caseId,
  recordId,
}: {
  readonly caseId: string
  readonly recordId: string
}) => {
  const findings = useStore((state) => state.entryFindings)
  const of = useStore((state) => state.entryFindingsOf)
  const { loadEntryFindings, go } = useStore.getState()
  const may = useMay('chronology:analyse')
  const pseudonyms = usePseudonyms()
  const [adding, setAdding] = useState(false)
  const load = useCallback(
    () => void loadEntryFindings(caseId, recordId),
    [loadEntryFindings, caseId, recordId],
  )
  useEffect(load, [load, pseudonyms])
  if (of !== recordId) return null
  return (
    <RemoteView remote={findings} waiting="Reading the findings of this entry" retry={load}>
      {(found) => (
        <div className="stack">
          {found.length === 0 ? (
            <p className="quiet">
              This entry is evidence of no finding yet.
              {!may && ` Findings are made by ${heldBy('chronology:analyse')}.`}
            </p>
          ) : (
            <ul className="entry-findings">
              {found.map((finding) => (
                <li key={finding.id}>
                  <p className="row">
                    <span className="small quiet numbers">{numbered(finding.kind, finding.number)}</span>
                    <FindingStatusBadge status={finding.status} />
                  </p>
                  <p>
                    <Button
                      kind="quiet"
                      className="button-link"
                      onPress={() => go({ screen: 'case', caseId, tab: 'analysis', item: finding.id })}
                    >
                      {finding.title}
                    </Button>
                  </p>
                  {finding.note !== '' && <p className="as-written entry-finding-note">{finding.note}</p>}
                </li>
              ))}
            </ul>
          )}
          {may && (
            <div>
              <Button icon="plus" onPress={() => setAdding(true)}>
                Add to a finding
              </Button>
            </div>
          )}
          <AddToFinding
            caseId={caseId}
            recordIds={[recordId]}
            open={adding}
            onClose={() => setAdding(false)}
          />
        </div>
      )}
    </RemoteView>
  )
}
