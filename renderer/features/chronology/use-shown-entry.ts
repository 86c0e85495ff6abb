import { useEffect, useRef } from 'react'
import { useStore } from '../../store.ts'

/** Reads the entry that stands open beside the list again when names are hidden or shown; whether one stands open. */
export const useShownEntry = (pseudonyms: boolean): boolean => {
  const openEntry = useStore((state) => state.openEntry)
  const showEntry = useStore((state) => state.showEntry)
  const openId = openEntry.state === 'ready' ? openEntry.value.id : null
  const shownAs = useRef(pseudonyms)
  useEffect(() => {
    if (shownAs.current === pseudonyms) return
    shownAs.current = pseudonyms
    if (openId !== null) void showEntry(openId, pseudonyms)
  }, [pseudonyms, openId, showEntry])
  return openEntry.state !== 'idle'
}
