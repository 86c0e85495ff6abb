import { useEffect, useState } from 'react'
import type { ReportPart } from '../../../domain/reports/report.ts'
import type { ReportVersionView, ReportView } from '../../../workspace/contract/reports.ts'
import { useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { counted, instantInWords, listed } from '../../ui/words.ts'

const partWords: Readonly<Record<ReportPart, string>> = {
  title: 'title',
  contact: 'contact',
  adults: 'names of adults',
  sections: 'sections',
  order: 'order of the sections',
  recommendations: 'recommendations',
}

/** Every version of a report, newest first: who changed what, and the way back to it. */
export const History = ({ report }: { readonly report: ReportView }) => {
  const [versions, setVersions] = useState<readonly ReportVersionView[]>([])
  const [problem, setProblem] = useState('')
  const may = useMay('report:write')
  const { reportHistory, restoreReport } = useStore.getState()
  const { id, caseId, version } = report
  useEffect(() => {
    let gone = false
    void reportHistory(caseId, id).then((result) => {
      if (gone) return
      if (result.ok) setVersions(result.value)
      else setProblem(result.error.message)
    })
    return () => {
      gone = true
    }
  }, [reportHistory, caseId, id, version])
  if (problem !== '') return <p role="alert">{problem}</p>
  return (
    <ol className="report-history">
      {versions.map((one) => (
        <li key={one.version}>
          <p>
            <strong>Version {one.version}</strong>{' '}
            {one.version === 1
              ? 'Begun from the case'
              : `Changed the ${listed(one.changed.map((part) => partWords[part]))}`}
            , {counted(one.words, 'word')}
          </p>
          <p className="row small quiet">
            {instantInWords(one.writtenAt)} by {one.writtenBy}
            {may && one.version !== version && (
              <Button
                kind="quiet"
                icon="back"
                onPress={() => void restoreReport(caseId, report, one.version)}
              >
                Make it version {one.version} again
              </Button>
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
