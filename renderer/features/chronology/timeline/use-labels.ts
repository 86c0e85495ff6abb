import { useEffect, useRef } from 'react'
import { itemsSeen, type Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { useStore } from '../../../store.ts'

/** More words than this could not be read beside one another. */
const mostLabels = 300

/** Asks for the words of what stands alone in view, once the view has come to rest. */
export const useLabels = (picture: Picture): void => {
  const need = useStore((state) => state.needWords)
  const { from, perPixel } = picture.view
  const { layout, width, entries } = picture
  const latest = useRef(picture)
  useEffect(() => {
    latest.current = picture
  })
  useEffect(() => {
    const timer = setTimeout(() => {
      const now = latest.current
      const alone = now.lanes
        .flatMap((_, lane) => itemsSeen(now, lane))
        .flatMap((item) => (item.entries.length === 1 ? item.entries : []))
      if (alone.length <= mostLabels) void need(alone.map((entry) => entries.ids[entry] ?? ''))
    }, 120)
    return () => clearTimeout(timer)
  }, [from, perPixel, layout, width, entries, need])
}
