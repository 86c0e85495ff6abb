import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'

/** Two panes; the second is as wide (or, where the window is narrow, as tall) as the person made it. */
export const Split = ({
  main,
  side,
  size,
  onSize,
  label,
  alone = false,
}: {
  readonly main: ReactNode
  readonly side: ReactNode | null
  /** Percent of the whole, 20 to 70. */
  readonly size: number
  readonly onSize: (size: number) => void
  readonly label: string
  /** Only the second pane is seen; the first stays as it is behind it. */
  readonly alone?: boolean
}) => {
  const box = useRef<HTMLDivElement>(null)
  const set = (next: number): void => onSize(Math.min(70, Math.max(20, Math.round(next))))
  const drag = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !box.current) return
    const area = box.current.getBoundingClientRect()
    const docked = getComputedStyle(box.current).flexDirection === 'column'
    set(
      docked
        ? ((area.bottom - event.clientY) / area.height) * 100
        : ((area.right - event.clientX) / area.width) * 100,
    )
  }
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: 4, ArrowUp: 4, ArrowRight: -4, ArrowDown: -4 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    set(size + step)
  }
  return (
    <div className={alone ? 'split split-alone' : 'split'} ref={box}>
      <div className="split-main">{main}</div>
      {side !== null && (
        <>
          <div
            className="split-bar"
            role="separator"
            aria-label={label}
            aria-valuenow={size}
            aria-valuemin={20}
            aria-valuemax={70}
            tabIndex={0}
            onKeyDown={press}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={drag}
          />
          <div className="split-side" style={{ flexBasis: `${size}%` }}>
            {side}
          </div>
        </>
      )}
    </div>
  )
}
