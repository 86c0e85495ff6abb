import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Size } from './use-picture.ts'

/** The inner size of an element, in CSS pixels; before anything is laid out, that of a small window. */
export const useSize = (box: RefObject<HTMLElement | null>): Size | null => {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = (): void => {
      const { clientWidth, clientHeight } = element
      const next = { width: clientWidth || 900, height: clientHeight || 480 }
      setSize((now) => (now?.width === next.width && now.height === next.height ? now : next))
    }
    measure()
    if (typeof ResizeObserver === 'undefined') return undefined
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [box])
  return size
}
