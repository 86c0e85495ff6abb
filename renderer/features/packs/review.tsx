import { useEffect, useMemo, useState } from 'react'
import type { PackView } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { StatePanel } from '../../ui/state-panel.tsx'
import { Decisions } from './decisions.tsx'
import { Passages } from './passages.tsx'

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
  useEffect(() => {
    if (!pseudonyms) void load(pack.id, pack.caseId)
  }, [load, pack.id, pack.caseId, pseudonyms])
  const ordered = useMemo(
    () => [...pack.candidates].sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null)),
    [pack.candidates],
  )
  const active =
    ordered.find((one) => one.id === activeId) ?? ordered.find((one) => one.decision === null) ?? null
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
  return (
    <RemoteView remote={passages} waiting="Putting original and pack side by side">
      {(found) => (
        <div className="review">
          <Passages passages={found} active={active} />
          <Decisions
            candidates={ordered}
            people={people}
            activeId={active?.id ?? null}
            draftKey={`pack-review/${pack.caseId}/${pack.id}`}
            busy={work !== null}
            problem={problem}
            onActive={setActiveId}
            onDecide={(decision) => {
              const next = ordered.find((one) => one.decision === null && one.id !== decision.candidate)
              void decide(pack.id, decision).then((error) => {
                setProblem(error?.fields[0]?.message ?? error?.message ?? null)
                if (!error) setActiveId(next?.id ?? null)
              })
            }}
          />
        </div>
      )}
    </RemoteView>
  )
}
