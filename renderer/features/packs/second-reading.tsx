import { useEffect, useState } from 'react'
import type { SecondReadingView } from '../../../workspace/contract/second-reading.ts'
import type { PackView } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatePanel } from '../../ui/state-panel.tsx'
import { counted } from '../../ui/words.ts'
import { NamesCovered } from './names-covered.tsx'
import { ReadingDifferences } from './reading-differences.tsx'
import { ReadingQuestions } from './reading-questions.tsx'

const Ask = ({ pack }: { readonly pack: PackView }) => {
  const ask = useStore((state) => state.askSecondReading)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <StatePanel
      icon="eye"
      title="No second reading is asked for"
      actions={
        <Button
          kind="primary"
          icon="eye"
          onPress={() => void ask(pack.id).then((error) => setProblem(error?.message ?? null))}
        >
          Ask for a second reading
        </Button>
      }
    >
      <p>
        Somebody else answers the same questions without seeing what was decided; the two are compared, and
        each difference is settled. Once asked for it is not taken back, and the pack cannot be approved
        before.{pack.profile === 'publication' ? ' For a publication it is good practice.' : ''}
      </p>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
    </StatePanel>
  )
}

const Waits = ({ view }: { readonly view: Extract<SecondReadingView, { readonly state: 'waits' }> }) => (
  <StatePanel
    icon="help"
    title={view.for === 'second-reader' ? 'Waiting for the second reader' : 'Waiting for the first reader'}
  >
    <p>
      {view.for === 'second-reader'
        ? `${counted(view.unread, 'question')} of ${view.total} are still to be read by somebody who neither built this pack nor decided anything in it. What they answer is shown here when all are read.`
        : 'Every question has been read a second time. The readings are compared when the first reader has decided everything.'}
    </p>
  </StatePanel>
)

const Shown = ({ pack, view }: { readonly pack: PackView; readonly view: SecondReadingView }) => {
  switch (view.state) {
    case 'not-asked':
      return <Ask pack={pack} />
    case 'waits':
      return <Waits view={view} />
    case 'reads':
      return <ReadingQuestions pack={pack} view={view} />
    case 'compared':
      return <ReadingDifferences pack={pack} view={view} />
  }
}

/** The pack's questions once more, by somebody who does not see what was decided; then both readings side by side. */
export const SecondReading = ({ pack }: { readonly pack: PackView }) => {
  const pseudonyms = usePseudonyms()
  const reading = useStore((state) => state.secondReading)
  const load = useStore((state) => state.loadSecondReading)
  const loadPeople = useStore((state) => state.loadPackPeople)
  const { id, caseId, undecided } = pack
  useEffect(() => {
    if (pseudonyms) return
    void load(id)
    void loadPeople(caseId)
  }, [load, loadPeople, id, caseId, undecided, pseudonyms])
  if (pseudonyms)
    return (
      <NamesCovered then="read">
        A second reading quotes the case. Show names when nobody else can see your screen.
      </NamesCovered>
    )
  return (
    <RemoteView remote={reading} waiting="Reading the questions" retry={() => void load(id)}>
      {(view) => <Shown pack={pack} view={view} />}
    </RemoteView>
  )
}
