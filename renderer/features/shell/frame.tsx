import { type ReactNode, useEffect, useRef } from 'react'
import { useStore } from '../../store.ts'
import { isTyping, useShortcuts } from '../../ui/shortcuts.ts'
import type { Command } from './commands.ts'
import { DraftStrip } from './draft-strip.tsx'
import { Header } from './header.tsx'
import { InspectionStrip } from './inspection-strip.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { WorkBar } from './work-bar.tsx'
import './shell.css'

/** Rail, header and the page between them. After a change of place the focus goes to the page if it has nowhere else. */
export const Frame = ({
  title,
  commands,
  children,
}: {
  readonly title: string
  readonly commands: readonly Command[]
  readonly children: ReactNode
}) => {
  const route = useStore((state) => state.route)
  const paletteOpen = useStore((state) => state.paletteOpen)
  const shortcutsOpen = useStore((state) => state.shortcutsOpen)
  const openPalette = useStore((state) => state.openPalette)
  const openShortcuts = useStore((state) => state.openShortcuts)
  const back = useStore((state) => state.back)
  const undoLatest = useStore((state) => state.undoLatest)
  const main = useRef<HTMLElement>(null)
  useShortcuts([
    { keys: 'Control+K', run: () => openPalette(true) },
    { keys: '?', run: () => openShortcuts(true) },
    { keys: 'Alt+ArrowLeft', run: back },
    // In a field it takes back what was typed.
    { keys: 'Control+Z', run: () => void undoLatest(), when: (event) => !isTyping(event.target) },
    ...commands.flatMap((command) => (command.keys ? [{ keys: command.keys, run: command.run }] : [])),
  ])
  useEffect(() => {
    document.title = `${title} – SAR Workspace`
  }, [title])
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const lost = document.activeElement === null || document.activeElement === document.body
      // The innermost: of a page within a case its own title, not the case's.
      const titles = [...(main.current?.querySelectorAll<HTMLElement>('[data-page-title]') ?? [])]
      if (lost) (titles.at(-1) ?? main.current)?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [route])
  return (
    <div className="frame">
      <a className="skip" href="#main" onClick={() => main.current?.focus()}>
        Skip to the page
      </a>
      <Header />
      <Rail />
      <main className="main" id="main" ref={main} tabIndex={-1}>
        <InspectionStrip />
        <DraftStrip />
        {children}
      </main>
      <WorkBar />
      <Palette commands={commands} open={paletteOpen} onClose={() => openPalette(false)} />
      <ShortcutSheet open={shortcutsOpen} onClose={() => openShortcuts(false)} />
    </div>
  )
}
