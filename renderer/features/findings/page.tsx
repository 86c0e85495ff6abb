import type { CaseView } from '../../../workspace/views.ts'
import { refusal, useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Refused } from '../../ui/state-panel.tsx'
import { FindingForm } from './form.tsx'
import { FindingPage } from './finding.tsx'
import { FindingsList } from './list.tsx'
import './findings.css'

/** The analysis of a case: its findings, one of them, or a new one. */
export const AnalysisPage = ({
  one,
  item,
}: {
  readonly one: CaseView
  readonly item: string | undefined
}) => {
  const mayRead = useMay('chronology:read')
  const mayWrite = useMay('chronology:analyse')
  const go = useStore((state) => state.go)
  const open = (findingId?: string): void =>
    go({
      screen: 'case',
      caseId: one.id,
      tab: 'analysis',
      ...(findingId === undefined ? {} : { item: findingId }),
    })
  if (!mayRead)
    return (
      <Refused
        title="The analysis is not shown to you"
        message={refusal('the analysis', 'chronology:read')}
      />
    )
  if (item === undefined) return <FindingsList one={one} onOpen={open} />
  if (item !== 'new') return <FindingPage key={item} one={one} findingId={item} onBack={() => open()} />
  if (!mayWrite)
    return (
      <Refused
        title="Findings are made by others"
        message={refusal('the making of findings', 'chronology:analyse')}
      />
    )
  return (
    <div className="page">
      <FindingForm one={one} finding={null} onDone={open} />
    </div>
  )
}
