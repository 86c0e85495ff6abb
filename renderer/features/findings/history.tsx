import { useEffect, useState } from 'react'
import { type FindingPart, findingStatusTitles } from '../../../domain/findings/finding.ts'
import type { FindingVersionView, FindingView } from '../../../workspace/contract/findings.ts'
import { useMay, usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { counted, instantInWords, listed } from '../../ui/words.ts'

const partWords: Readonly<Record<FindingPart, string>> = {
  title: 'title',
  statement: 'statement',
  kind: 'kind',
  domain: 'domain',
  kloes: 'lines of enquiry',
  status: 'status',
  evidence: 'evidence',
}

const whatChanged = ({ version, changed, status, entries }: FindingVersionView): string => {
  if (version === 1) return 'Added'
  const parts = changed.filter((part) => part !== 'status').map((part) => partWords[part])
  const words = parts.length === 0 ? '' : `Changed the ${listed(parts)}`
  const evidence = changed.includes('evidence') ? ` (${counted(entries, 'entry', 'entries')})` : ''
  const state = changed.includes('status') ? findingStatusTitles[status] : ''
  return [`${words}${evidence}`, state].filter((one) => one !== '').join('; ')
}

/** Every version of a finding, newest first: who changed what, how it read, and the way back to it. */
export const History = ({ caseId, finding }: { readonly caseId: string; readonly finding: FindingView }) => {
  const [versions, setVersions] = useState<readonly FindingVersionView[]>([])
  const [problem, setProblem] = useState('')
  const may = useMay('chronology:analyse')
  const pseudonyms = usePseudonyms()
  const { findingHistory, restoreFinding } = useStore.getState()
  const { id, version } = finding
  useEffect(() => {
    let gone = false
    void findingHistory(caseId, id).then((result) => {
      if (gone) return
      if (result.ok) setVersions(result.value)
      else setProblem(result.error.message)
    })
    return () => {
      gone = true
    }
  }, [findingHistory, caseId, id, version, pseudonyms])
  if (problem !== '') return <p role="alert">{problem}</p>
  return (
    <ol className="finding-history">
      {versions.map((one) => (
        <li key={one.version}>
          <details>
            <summary>
              <span className="grow">{whatChanged(one)}</span>
              <span className="small quiet">
                {instantInWords(one.writtenAt)} by {one.writtenBy}
              </span>
            </summary>
            <p>
              <strong>{one.title}</strong>
            </p>
            <p className="as-written">{one.statement === '' ? 'No statement yet.' : one.statement}</p>
            {may && one.version !== version && (
              <p>
                <Button
                  kind="quiet"
                  icon="back"
                  onPress={() => void restoreFinding(caseId, finding, one.version)}
                >
                  Make it this version again
                </Button>
              </p>
            )}
          </details>
        </li>
      ))}
    </ol>
  )
}
