import { useEffect, useMemo, useState } from 'react'
import type { PackView } from '../../../workspace/views.ts'
import { DraftNotice } from '../../draft-notice.tsx'
import { usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { StatePanel } from '../../ui/state-panel.tsx'
import { Decisions } from './decisions.tsx'
import { Passages } from './passages.tsx'
import { takenKey, useTakenDecisions } from './taken.ts'

/** Side by side with the originals, which hold names: covered until names are shown. */
export const Review = ({ pack }: { readonly pack: PackView }) => {
  const pseudonyms = usePseudonyms()
  const showNames = useStore((state) => state.showNames)
  const passages = useStore((state) => state.passages)
  const people = useStore((state) => state.packPeople)
  const load = useStore((state) => state.loadPassages)
  const decide = useStore((state) => state.decide)
  const work = useStore((state) => state.work)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const taken = useTakenDecisions(takenKey(pack), pack.candidates)
  useEffect(() => {
    if (!pseudonyms) void load(pack.id, pack.caseId)
  }, [load, pack.id, pack.caseId, pseudonyms])
  const ordered = useMemo(
    () => [...pack.candidates].sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null)),
    [pack.candidates],
  )
  const isOpen = (id: string): boolean => !taken.decisions.some((one) => one.candidate === id)
  const active =
    ordered.find((one) => one.id === activeId) ??
    ordered.find((one) => one.decision === null && isOpen(one.id)) ??
    null
  if (pseudonyms)
    return (
      <StatePanel
        icon="eye-off"
        title="Names are hidden"
        actions={
          <Button kind="primary" icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
            Show names and review
          </Button>
        }
      >
        <p>
          A review compares the original text, names included, with what the recipient will read. Show names
          when nobody else can see your screen.
        </p>
      </StatePanel>
    )
  const apply = async (): Promise<void> => {
    const error = await decide(pack.id, taken.decisions)
    setProblem(error?.fields[0]?.message ?? error?.message ?? null)
    if (!error) taken.clear()
  }
  return (
    <RemoteView remote={passages} waiting="Putting original and pack side by side">
      {(found) => (
        <div className="review">
          <Passages passages={found} active={active} />
          <Decisions
            candidates={ordered}
            taken={taken.decisions}
            people={people}
            activeId={active?.id ?? null}
            busy={work !== null}
            problem={problem}
            notice={<DraftNotice restoredAt={taken.restoredAt} onDiscard={taken.clear} />}
            onActive={setActiveId}
            onApply={() => void apply()}
            onUndo={taken.undo}
            onDecide={(decision) => {
              const next = ordered.find(
                (one) => one.decision === null && one.id !== decision.candidate && isOpen(one.id),
              )
              taken.take(decision)
              setActiveId(next?.id ?? null)
            }}
          />
        </div>
      )}
    </RemoteView>
  )
}
