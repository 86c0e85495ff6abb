import { useEffect, useRef, useState } from 'react'
import type { SampleView } from '../../../workspace/contract/pack-review.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted } from '../../ui/words.ts'

type Item = SampleView['items'][number]

const reasons: Readonly<Record<Item['chosenFor'], string>> = {
  file: 'The beginning of the file, read back from its bytes',
  risk: 'Where most was replaced or kept',
  chance: 'Drawn by chance',
}

const Parts = ({ packId, sample }: { readonly packId: string; readonly sample: SampleView }) => {
  const openPackSample = useStore((state) => state.openPackSample)
  const [here, setHere] = useState<{ readonly id: string; readonly text: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const next = sample.items.find(({ openedAt }) => openedAt === null)
  const at = sample.items.findIndex(({ id }) => id === here?.id)
  const open = async (item: Item | undefined): Promise<void> => {
    if (!item) return
    const answer = await openPackSample(packId, item.id)
    if ('error' in answer) return setProblem(answer.error.message)
    setProblem(null)
    setHere({ id: item.id, text: answer.text })
  }
  useShortcuts([
    { keys: 'n', run: () => void open(next) },
    { keys: 'j', run: () => void open(sample.items[Math.min(sample.items.length - 1, at + 1)]) },
    { keys: 'k', run: () => void open(sample.items[Math.max(0, at - 1)]) },
  ])
  useEffect(() => {
    const part = list.current?.querySelector<HTMLElement>('[aria-expanded=true]')
    part?.scrollIntoView?.({ block: 'nearest' })
    part?.focus()
  }, [here?.id])
  return (
    <section className="section sample" aria-label="Sample for the approver">
      <header className="sample-head">
        <h3>What you must have read</h3>
        <p className="numbers" role="status">
          <strong>{sample.left}</strong> of {sample.items.length} left
        </p>
        <Button
          icon="right"
          keys="n"
          isDisabled={next === undefined}
          onPress={() => void open(next)}
          kind={next === undefined ? 'plain' : 'primary'}
        >
          Open the next part
        </Button>
      </header>
      <p className="small quiet">
        Nobody chose these {counted(sample.items.length, 'part')}: the product draws them from the pack
        itself. What you open is recorded with your name. A pack that changes is sampled afresh.
      </p>
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <ol ref={list}>
        {sample.items.map((item) => {
          const isHere = item.id === here?.id
          return (
            <li key={item.id} data-opened={item.openedAt !== null || undefined}>
              <button
                type="button"
                className="sample-part"
                aria-expanded={isHere}
                onClick={() => (isHere ? setHere(null) : void open(item))}
              >
                <Icon
                  name={item.openedAt === null ? 'file' : 'check'}
                  label={item.openedAt === null ? 'To open' : 'Opened'}
                />
                <span className="grow">{item.where}</span>
                <span className="small quiet">{reasons[item.chosenFor]}</span>
              </button>
              {isHere && <p className="as-written sample-text">{here.text}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The parts of a pack its approver opens one by one; the workspace records each and refuses to approve without them. */
export const Sample = ({ packId }: { readonly packId: string }) => {
  const sample = useStore((state) => state.packSample)
  const load = useStore((state) => state.loadPackSample)
  useEffect(() => void load(packId), [load, packId])
  return (
    <RemoteView remote={sample} waiting="Choosing the sample" retry={() => void load(packId)}>
      {(found) => <Parts packId={packId} sample={found} />}
    </RemoteView>
  )
}
