import { useEffect, useRef, useState } from 'react'
import type { SearchItemView, SearchesView } from '../../../workspace/contract/intruder-searches.ts'
import type { PackView } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { counted } from '../../ui/words.ts'
import { NamesCovered } from './names-covered.tsx'
import { SearchAnswers } from './search-answers.tsx'
import { searchKindWords } from './search-words.ts'
import { isOfPassage, takenId, takenKey, type TakenPassage, useTakenDecisions } from './taken.ts'
import { useSteps } from './use-steps.ts'

/** The words a reader has put in an item's place, not applied yet. */
const generalisedBy = (item: SearchItemView, taken: readonly TakenPassage[]): TakenPassage | undefined =>
  taken.find(
    (one) =>
      one.decision === 'generalise' &&
      item.places.some(
        ({ passage, start, end }) => passage === one.passage && start === one.start && end === one.end,
      ),
  )

const saidOf = (item: SearchItemView, mine: TakenPassage | undefined): string | null => {
  if (mine) return `Becomes “${mine.replacement ?? ''}”. Not applied yet`
  if (item.answer === null) return null
  const what = item.answer.answer === 'not-found' ? 'Searched, not found' : 'Accepted'
  return `${what}, said ${item.answer.by}${item.answer.reason === '' ? '' : `: ${item.answer.reason}`}`
}

const List = ({ pack, found }: { readonly pack: PackView; readonly found: SearchesView }) => {
  const answer = useStore((state) => state.answerSearch)
  const decide = useStore((state) => state.decide)
  const work = useStore((state) => state.work)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const taken = useTakenDecisions(takenKey(pack), pack.candidates)
  const mine = taken.decisions.filter(isOfPassage)
  const { items } = found
  const isOpen = (item: SearchItemView): boolean => item.answer === null && !generalisedBy(item, mine)
  const active = items.find(({ id }) => id === activeId) ?? items.find(isOpen) ?? null
  const left = items.filter(isOpen).length
  const goOn = (from: SearchItemView): void => {
    const at = items.indexOf(from)
    const later = [...items.slice(at + 1), ...items.slice(0, at)].find(isOpen)
    setActiveId(later?.id ?? from.id)
  }
  const send = async (
    item: SearchItemView,
    what: 'not-found' | 'accepted' | 'withdrawn',
    why: string,
  ): Promise<void> => {
    const error = await answer(pack.id, { item: item.id, answer: what, reason: why })
    setProblem(error?.fields[0]?.message ?? error?.message ?? null)
    if (!error && what !== 'withdrawn') goOn(item)
  }
  const generalise = (item: SearchItemView, words: string): void => {
    const [place] = item.places
    if (!place) return
    const { passage, start, end } = place
    taken.take({
      ...{ passage, start, end, decision: 'generalise', replacement: words, everywhere: true },
      reason: 'So that it cannot be searched for.',
    })
    goOn(item)
  }
  useSteps(list, items, active?.id, setActiveId)
  const apply = async (): Promise<void> => {
    const error = await decide(pack.id, taken.decisions)
    setProblem(error?.fields[0]?.message ?? error?.message ?? null)
    if (!error) taken.clear()
  }
  return (
    <section className="searches" aria-label="What somebody could search for">
      <header className="searches-head">
        <h3>What would somebody search for?</h3>
        <p className="numbers" role="status">
          <strong>{left}</strong> of {items.length} left
        </p>
        {taken.decisions.length > 0 && (
          <Button
            kind={left === 0 ? 'primary' : 'plain'}
            icon="check"
            isDisabled={work !== null}
            onPress={() => void apply()}
          >
            Apply {counted(taken.decisions.length, 'decision')}
          </Button>
        )}
      </header>
      <p className="small quiet">
        Words of this pack that somebody who means to find out could put into a search box.{' '}
        {found.isDemanded
          ? 'Each is answered before the pack can be ready.'
          : 'Its profile does not demand an answer; what you answer counts in later packs of this case.'}
      </p>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {items.length === 0 && <p className="quiet">Nothing of the kind was found in this pack.</p>}
      <ol ref={list}>
        {items.map((item) => {
          const own = generalisedBy(item, mine)
          const said = saidOf(item, own)
          const isHere = item.id === active?.id
          return (
            <li key={item.id} data-decided={said !== null || undefined}>
              <button
                type="button"
                className="decision"
                aria-current={isHere ? 'true' : undefined}
                onClick={() => setActiveId(item.id)}
              >
                <Icon name={said ? 'check' : 'search'} label={said ? 'Answered' : 'To answer'} />
                <span className="grow">
                  <strong>{item.text}</strong>
                  <span className="small faint numbers">
                    {' '}
                    {searchKindWords[item.kind].title}, {counted(item.places.length, 'place')}
                  </span>
                  {said && <span className="decision-made small">{said}</span>}
                </span>
              </button>
              {isHere && (
                <SearchAnswers
                  key={item.id}
                  item={item}
                  said={said !== null}
                  busy={work !== null}
                  onGeneralise={(words) => generalise(item, words)}
                  onAnswer={(what, why) => void send(item, what, why)}
                  onUndo={() => (own ? taken.undo(takenId(own)) : void send(item, 'withdrawn', ''))}
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The checklist of a motivated intruder, from the pack as it stands. It quotes the pack: covered until names are shown. */
export const Searches = ({ pack }: { readonly pack: PackView }) => {
  const pseudonyms = usePseudonyms()
  const searches = useStore((state) => state.packSearches)
  const load = useStore((state) => state.loadSearches)
  useEffect(() => {
    if (!pseudonyms) void load(pack.id)
  }, [load, pack.id, pack.replacements, pseudonyms])
  if (pseudonyms)
    return (
      <NamesCovered then="review">
        This list quotes the case. Show names when nobody else can see your screen.
      </NamesCovered>
    )
  return (
    <RemoteView
      remote={searches}
      waiting="Looking for what could be searched for"
      retry={() => void load(pack.id)}
    >
      {(found) => <List pack={pack} found={found} />}
    </RemoteView>
  )
}
