import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { longList, type LongList, type LongListOptions, type LongListView } from '../../ui/long-list.ts'

/** A long list in a component: what to draw now, and the list itself to move in. */
export const useLongList = (options: LongListOptions): readonly [LongListView, LongList] => {
  const [list] = useState(longList)
  const view = useSyncExternalStore(list.subscribe, list.view)
  useLayoutEffect(() => list.set(options))
  useLayoutEffect(() => list.drawn())
  useEffect(() => () => list.attach(null), [list])
  return [view, list]
}
