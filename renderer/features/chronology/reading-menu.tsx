import { useEffect, useRef, useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { columnRules } from '../../../domain/chronology/case-wording.ts'
import { groupings, listLines, type ListLines } from '../../../domain/chronology/entry-list.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import {
  isAlways,
  keptWidth,
  listColumnIds,
  ruleOf,
  usualColumns,
  withColumn,
  withMove,
  withWidth,
} from './column-widths.ts'
import { groupingTitles } from './group-titles.ts'
import { MenuPanel } from './menu-panel.tsx'
import type { ListOrder } from './reading.ts'
import { useWording } from '../../use-wording.ts'

const lineTitles: Readonly<Record<ListLines, string>> = {
  one: 'One line',
  three: 'Three lines',
  whole: 'Whole text',
}
const orderTitles: Readonly<Record<ListOrder, string>> = { date: 'By date', relevance: 'Best match first' }

const Choice = <Value extends string>({
  name,
  title,
  options,
  value,
  onChange,
}: {
  readonly name: string
  readonly title: string
  readonly options: readonly (readonly [Value, string])[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}) => (
  <fieldset className="reading-choice">
    <legend className="field-label">{title}</legend>
    <div className="choices choices-inline">
      {options.map(([id, label]) => (
        <label className="choice" key={id}>
          <input
            type="radio"
            className="choice-input"
            name={name}
            checked={value === id}
            onChange={() => onChange(id)}
          />
          <span className="choice-text">{label}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

/** How the list is read: in groups, in which order, how much of each entry. */
export const ReadingMenu = () => {
  const group = useStore((state) => state.grouping)
  const order = useStore((state) => state.listOrder)
  const lines = useStore((state) => state.listLines)
  const searching = useStore((state) => state.chronologyFilter.search.trim() !== '')
  const { changeReading, closeGroups } = useStore.getState()
  return (
    <DialogTrigger>
      <Button>View</Button>
      <MenuPanel>
        <Choice
          name="lines"
          title="Text of each entry"
          options={listLines.map((one) => [one, lineTitles[one]] as const)}
          value={lines}
          onChange={(one) => changeReading({ lines: one })}
        />
        <Choice
          name="group"
          title="Group by"
          options={[
            ['none', 'Nothing'] as const,
            ...groupings.map((one) => [one, groupingTitles[one]] as const),
          ]}
          value={group ?? 'none'}
          onChange={(one) => changeReading({ group: one === 'none' ? null : one })}
        />
        {group !== null && (
          <div className="row">
            <Button kind="quiet" onPress={() => closeGroups(true)}>
              Close all groups
            </Button>
            <Button kind="quiet" onPress={() => closeGroups(false)}>
              Open all groups
            </Button>
          </div>
        )}
        {searching && (
          <Choice
            name="order"
            title="Order of what was found"
            options={(['date', 'relevance'] as const).map((one) => [one, orderTitles[one]] as const)}
            value={order}
            onChange={(one) => changeReading({ order: one })}
          />
        )}
      </MenuPanel>
    </DialogTrigger>
  )
}

const widthStep = 24

/** Which columns are shown, in which order and how wide: everything the mouse does on the headings, by keyboard too. */
export const ColumnsMenu = ({ one }: { readonly one: CaseView }) => {
  const kept = useStore((state) => state.listColumns)
  const change = useStore((state) => state.changeReading)
  const wording = useWording(one)
  const [said, setSaid] = useState('')
  const chosen = kept.length === 0 ? usualColumns(wording) : kept
  const headings = new Map<string, string>(wording.columns.map(({ id, heading }) => [id, heading]))
  const titleOf = (id: keyof typeof columnRules): string => headings.get(id) ?? columnRules[id].heading
  const shown = chosen.flatMap(({ id }) => listColumnIds.filter((known) => known === id))
  const others = listColumnIds.filter((id) => !shown.includes(id))
  const wider = (id: (typeof listColumnIds)[number], by: number): void => {
    const now = chosen.find((column) => column.id === id)?.width ?? ruleOf(id).width
    const width = keptWidth(id, now + by, 1)
    change({ columns: withWidth(chosen, id, width) })
    setSaid(`${titleOf(id)}: ${width} pixels wide`)
  }
  const list = useRef<HTMLUListElement>(null)
  const inHand = useRef<string | null>(null)
  useEffect(() => {
    // A line that was put elsewhere has lost the focus on the way.
    const [id, control] = inHand.current?.split(' ') ?? []
    inHand.current = null
    const line = list.current?.querySelector(`[data-column="${id}"]`)
    const same = line?.querySelector<HTMLElement>(`[data-control="${control}"]:not(:disabled)`)
    const next = same ?? line?.querySelector<HTMLElement>('input:not(:disabled), button:not(:disabled)')
    next?.focus()
  }, [kept])
  const tick = (id: (typeof listColumnIds)[number], on: boolean): void => {
    inHand.current = `${id} tick`
    change({ columns: withColumn(chosen, id, on) })
  }
  const move = (id: (typeof listColumnIds)[number], by: 1 | -1): void => {
    inHand.current = `${id} ${by}`
    change({ columns: withMove(chosen, id, by) })
    setSaid(`${titleOf(id)} is now column ${shown.indexOf(id) + 1 + by} of ${shown.length}`)
  }
  return (
    <DialogTrigger>
      <Button>Columns</Button>
      <MenuPanel>
        <ul className="column-list" ref={list}>
          {shown.map((id, at) => (
            <li className="column-line" key={id} data-column={id}>
              <label className="choice grow">
                <input
                  type="checkbox"
                  data-control="tick"
                  className="choice-input"
                  checked
                  disabled={isAlways(id)}
                  onChange={() => tick(id, false)}
                />
                <span className="choice-text">{titleOf(id)}</span>
              </label>
              <IconButton
                icon="up"
                data-control="-1"
                label={`Move ${titleOf(id)} to the left`}
                isDisabled={at === 0}
                onPress={() => move(id, -1)}
              />
              <IconButton
                icon="down"
                data-control="1"
                label={`Move ${titleOf(id)} to the right`}
                isDisabled={at === shown.length - 1}
                onPress={() => move(id, 1)}
              />
              <IconButton
                icon="left"
                label={`Make ${titleOf(id)} narrower`}
                onPress={() => wider(id, -widthStep)}
              />
              <IconButton
                icon="right"
                label={`Make ${titleOf(id)} wider`}
                onPress={() => wider(id, widthStep)}
              />
            </li>
          ))}
          {others.map((id) => (
            <li className="column-line" key={id} data-column={id}>
              <label className="choice grow">
                <input
                  type="checkbox"
                  data-control="tick"
                  className="choice-input"
                  checked={false}
                  onChange={() => tick(id, true)}
                />
                <span className="choice-text">{titleOf(id)}</span>
              </label>
            </li>
          ))}
        </ul>
        <p className="visually-hidden" role="status">
          {said}
        </p>
        <Button kind="quiet" onPress={() => change({ columns: [] })}>
          Usual columns of this case
        </Button>
      </MenuPanel>
    </DialogTrigger>
  )
}
