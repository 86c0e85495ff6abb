import { useEffect } from 'react'
import { itemWords } from '../../../../domain/chronology/timeline/words.ts'
import type { Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { useStore } from '../../../store.ts'
import { counted } from '../../../ui/words.ts'
import { dateWords, joinWords } from './place-words.ts'
import type { Hover } from './use-pointer.ts'

/** What stands under the pointer. The same is said to assistive technology of the place in hand, so this is only for the eye. */
export const HoverCard = ({ picture, hover }: { readonly picture: Picture; readonly hover: Hover }) => {
  const words = useStore((state) => state.timelineWords)
  const need = useStore((state) => state.needWords)
  const { item, entries, lane } = hover.stop
  const [first] = entries
  const id = picture.entries.ids[first ?? -1]
  const isOne = entries.length === 1
  useEffect(() => {
    if (!isOne || id === undefined) return undefined
    const timer = setTimeout(() => void need([id]), 120)
    return () => clearTimeout(timer)
  }, [isOne, id, need])
  const row = id === undefined ? undefined : words.get(id)
  const count = counted(entries.length, 'entry', 'entries')
  const joined = isOne && first !== undefined ? joinWords(picture, first) : ''
  const beyond = hover.x > picture.width * 0.6
  return (
    <div
      className="timeline-card"
      style={{
        top: hover.y + 18,
        ...(beyond ? { right: `calc(100% - ${hover.x - 12}px)` } : { left: hover.x + 12 }),
      }}
    >
      <p className="timeline-card-date numbers">
        {isOne && row ? dateWords(row) : item === null ? 'No date' : itemWords(item)}
      </p>
      <p className="small quiet">{picture.lanes[lane]?.name}</p>
      {isOne ? (
        <p className="timeline-card-event">{row?.event ?? ''}</p>
      ) : (
        <p>{`${count}. Click to list them, or zoom in.`}</p>
      )}
      {joined !== '' && <p className="small quiet">{joined}</p>}
    </div>
  )
}
