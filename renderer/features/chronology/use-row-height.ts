import { useEffect, useState } from 'react'
import type { ListLines } from '../../../domain/chronology/entry-list.ts'
import { useStore } from '../../store.ts'

/** Pixels of one rem at this size of text, and the height of a row that shows so many lines, from its token. */
export const useRowHeight = (lines: ListLines): { readonly scale: number; readonly height: number } => {
  const density = useStore((state) => state.preferences.density)
  const textSize = useStore((state) => state.preferences.textSize)
  const [size, setSize] = useState({ scale: 1, height: 76 })
  useEffect(() => {
    const style = getComputedStyle(document.documentElement)
    const rem = Number.parseFloat(style.fontSize) || 16
    const token = lines === 'one' ? '--row-one' : '--row'
    const row = Number.parseFloat(style.getPropertyValue(token)) || (lines === 'one' ? 2.375 : 4.75)
    setSize({ scale: rem / 16, height: Math.round(rem * row) })
  }, [density, textSize, lines])
  return size
}
