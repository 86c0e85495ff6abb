import { useEffect, useMemo, useState } from 'react'
import type { PackView, PassageView } from '../../../workspace/views.ts'
import { DraftNotice } from '../../draft-notice.tsx'
import { usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Decisions } from './decisions.tsx'
import { MarkWords } from './mark-words.tsx'
import { NamesCovered } from './names-covered.tsx'
import { type OpenedSpan, Passages } from './passages.tsx'
import { Replacement } from './replacement.tsx'
import { isAnswer, leftOf, type Taken, takenKey, useTakenDecisions } from './taken.ts'

/** What stands open above the queue. */
type Aside =
  | { readonly kind: 'none' }
  | { readonly kind: 'replacement'; readonly at: OpenedSpan }
  | { readonly kind: 'mark'; readonly text: string; readonly passage: string | null }

const none: Aside = { kind: 'none' }

/** What is selected in one of the originals. */
const selectedWords = (): { readonly text: string; readonly passage: string | null } => {
  const selection = document.getSelection()
  const box = selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-passage]')
  const text = box && selection ? selection.toString().trim() : ''
  return { text, passage: text === '' ? null : (box?.dataset['passage'] ?? null) }
}

const Sheet = ({
  pack,
  passages,
}: {
  readonly pack: PackView
  readonly passages: readonly PassageView[]
}) => {
  const people = useStore((state) => state.packPeople)
  const decide = useStore((state) => state.decide)
  const work = useStore((state) => state.work)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [inHand, setInHand] = useState<string | null>(null)
  const [aside, setAside] = useState<Aside>(none)
  const [problem, setProblem] = useState<string | null>(null)
  const taken = useTakenDecisions(takenKey(pack), pack.candidates)
  const ordered = useMemo(
    () => [...pack.candidates].sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null)),
    [pack.candidates],
  )
  const left = leftOf(ordered, taken.decisions)
  const active = ordered.find((one) => one.id === activeId) ?? left[0] ?? null
  const answered = taken.decisions.filter(isAnswer).filter(({ candidate }) => candidate === active?.id)
  const openPlace = active?.places.find(({ passage }) => !answered.some((one) => one.place === passage))
  const place = inHand ?? (openPlace ?? active?.places[0])?.passage ?? null
  const activate = (id: string | null): void => {
    setActiveId(id)
    setInHand(null)
  }
  const take = (decision: Taken): void => {
    taken.take(decision)
    const after = [...taken.decisions, decision]
    const stillOpen = isAnswer(decision) && leftOf(ordered, after).some(({ id }) => id === decision.candidate)
    if (stillOpen || !isAnswer(decision)) return setInHand(null)
    const at = ordered.findIndex(({ id }) => id === decision.candidate)
    const later = leftOf([...ordered.slice(at), ...ordered.slice(0, at)], after)
    activate(later[0]?.id ?? null)
  }
  const takeAside = (decision: Taken): void => {
    take(decision)
    setAside(none)
  }
  const apply = async (): Promise<void> => {
    const error = await decide(pack.id, taken.decisions)
    setProblem(error?.fields[0]?.message ?? error?.message ?? null)
    if (error) return
    taken.clear()
    setAside(none)
  }
  const opened = aside.kind === 'replacement' ? aside.at : null
  const passage = passages.find(({ id }) => id === opened?.passage)
  const span = passage?.spans.find(({ start }) => start === opened?.start)
  const shared = { caseId: pack.caseId, people, busy: work !== null }
  return (
    <div className="review">
      <Passages
        passages={passages}
        asked={active?.text ?? null}
        inHand={place}
        opened={opened}
        onInHand={setInHand}
        onOpen={(at) => {
          setInHand(at.passage)
          setAside({ kind: 'replacement', at })
        }}
      />
      <Decisions
        {...shared}
        candidates={ordered}
        taken={taken.decisions}
        active={active}
        place={place ?? ''}
        problem={problem}
        notice={<DraftNotice restoredAt={taken.restoredAt} onDiscard={taken.clear} />}
        asides={
          <>
            {passage && span && (
              <Replacement
                {...shared}
                key={`${passage.id} ${span.start}`}
                passage={passage}
                span={span}
                onTake={takeAside}
                onClose={() => setAside(none)}
              />
            )}
            {aside.kind === 'mark' && (
              <MarkWords
                {...shared}
                passages={passages}
                selected={aside}
                onTake={takeAside}
                onCancel={() => setAside(none)}
              />
            )}
          </>
        }
        onActive={activate}
        onPlace={setInHand}
        onApply={() => void apply()}
        onUndo={taken.undo}
        onDecide={take}
        onMark={() => setAside({ kind: 'mark', ...selectedWords() })}
      />
    </div>
  )
}

/** Side by side with the originals, which hold names: covered until names are shown. */
export const Review = ({ pack }: { readonly pack: PackView }) => {
  const pseudonyms = usePseudonyms()
  const passages = useStore((state) => state.passages)
  const load = useStore((state) => state.loadPassages)
  useEffect(() => {
    if (!pseudonyms) void load(pack.id, pack.caseId)
  }, [load, pack.id, pack.caseId, pseudonyms])
  if (pseudonyms)
    return (
      <NamesCovered then="review">
        A review compares the original text, names included, with what the recipient will read. Show names
        when nobody else can see your screen.
      </NamesCovered>
    )
  return (
    <RemoteView remote={passages} waiting="Putting original and pack side by side">
      {(found) => <Sheet pack={pack} passages={found} />}
    </RemoteView>
  )
}
