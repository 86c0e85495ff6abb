import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Icon } from './icon.tsx'

/** Room kept for the mark at an end that is cut, in pixels. */
const markWidth = 36

type Ends = { readonly start: boolean; readonly end: boolean }

const cutEndsOf = ({ scrollLeft, clientWidth, scrollWidth }: HTMLElement): Ends => ({
  start: scrollLeft > 1,
  end: scrollLeft + clientWidth < scrollWidth - 1,
})

/** Moves a row sideways, and nothing else, until an element of it is seen. */
const bringIntoRow = (row: HTMLElement, { offsetLeft, offsetWidth }: HTMLElement): void => {
  const [left, right] = [offsetLeft - markWidth, offsetLeft + offsetWidth + markWidth]
  if (left < row.scrollLeft) row.scrollLeft = left
  else if (right > row.scrollLeft + row.clientWidth) row.scrollLeft = right - row.clientWidth
}

/** Which ends of a row that does not fit are out of view; the tab chosen never is. */
const useCutEnds = (row: RefObject<HTMLElement | null>, selected: string | undefined): Ends => {
  const [cut, setCut] = useState<Ends>({ start: false, end: false })
  useEffect(() => {
    const box = row.current
    if (!box || typeof ResizeObserver === 'undefined') return undefined
    const look = (): void => {
      const now = cutEndsOf(box)
      setCut((before) => (before.start === now.start && before.end === now.end ? before : now))
    }
    const fit = (): void => {
      const chosen = box.querySelector<HTMLElement>('[aria-selected=true]')
      if (chosen) bringIntoRow(box, chosen)
      look()
    }
    const watch = new ResizeObserver(fit)
    for (const element of [box, ...box.children]) watch.observe(element)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [row, selected])
  return cut
}

/** Tabs on one line. Where they do not all fit, the line is moved by its ends, and the one in hand is always seen. */
export const PanelTabs = ({
  label,
  tabs,
  selected,
  onSelect,
}: {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly title: string; readonly body: ReactNode }[]
  /** Where the tab in view is kept elsewhere; the first where there is none of this id. */
  readonly selected?: string
  readonly onSelect?: (id: string) => void
}) => {
  const row = useRef<HTMLDivElement>(null)
  const cut = useCutEnds(row, selected)
  // For a mouse alone: the keyboard moves among the tabs by arrows, and each is brought into view.
  const end = (where: 'start' | 'end', icon: 'left' | 'right', by: number) =>
    cut[where] && (
      <span
        className={`panel-tab-mark panel-tab-mark-${where}`}
        aria-hidden="true"
        onClick={() => row.current?.scrollBy({ left: by * row.current.clientWidth * 0.6 })}
      >
        <Icon name={icon} />
      </span>
    )
  return (
    <Tabs
      className="panel-tabs"
      {...(selected === undefined
        ? {}
        : { selectedKey: tabs.some(({ id }) => id === selected) ? selected : (tabs[0]?.id ?? '') })}
      {...(onSelect === undefined ? {} : { onSelectionChange: (key) => onSelect(String(key)) })}
    >
      <div className="panel-tab-bar">
        {end('start', 'left', -1)}
        <TabList className="panel-tab-list" aria-label={label} ref={row}>
          {tabs.map((tab) => (
            <Tab className="panel-tab" id={tab.id} key={tab.id}>
              {tab.title}
            </Tab>
          ))}
        </TabList>
        {end('end', 'right', 1)}
      </div>
      {tabs.map((tab) => (
        <TabPanel className="panel-tab-body" id={tab.id} key={tab.id}>
          {tab.body}
        </TabPanel>
      ))}
    </Tabs>
  )
}
