import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Button as AriaButton, Dialog, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { DateField } from '../../date-field.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { clearing, type FilterKind, filterKinds, type FilterSetting, sayFilter } from './filter-kinds.ts'

/** What there is to choose of one kind: days to type, or words to tick. */
const Editor = ({ kind, setting }: { readonly kind: FilterKind; readonly setting: FilterSetting }) => {
  const filter = useStore((state) => state.chronologyFilter)
  const change = useStore((state) => state.filterChronology)
  const chosen = kind.chosen(filter)
  const options = kind.options(setting)
  if (kind.id === 'period')
    return (
      <div className="filter-days">
        <DateField label="From" side="earliest" value={filter.from} onChange={(from) => change({ from })} />
        <DateField label="to" side="latest" value={filter.to} onChange={(to) => change({ to })} />
      </div>
    )
  if (options.length === 0) return <p className="quiet small">There is nothing of this kind in the case.</p>
  const toggle = (id: string, on: boolean): void =>
    change(kind.choose(on ? [...(kind.single ? [] : chosen), id] : chosen.filter((one) => one !== id)))
  return (
    <fieldset className="filter-options">
      <legend className="visually-hidden">{kind.title}</legend>
      {options.map(({ id, label, detail }) => (
        <label className="choice" key={id}>
          <input
            type="checkbox"
            className="choice-input"
            checked={chosen.includes(id)}
            onChange={(event) => toggle(id, event.target.checked)}
          />
          <span className="choice-text">
            {label}
            {detail !== undefined && <span className="choice-hint">{detail}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const EditorPopover = ({
  kind,
  setting,
  anchor,
  onClose,
}: {
  readonly kind: FilterKind
  readonly setting: FilterSetting
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
}) => (
  <Popover
    className="popover filter-popover"
    triggerRef={anchor}
    isOpen
    placement="bottom start"
    offset={4}
    onOpenChange={(open) => {
      if (!open) onClose()
    }}
  >
    <Dialog className="dialog" aria-label={kind.title}>
      <h2 className="filter-popover-title">{kind.title}</h2>
      <Editor kind={kind} setting={setting} />
      <Button kind="primary" onPress={onClose}>
        Done
      </Button>
    </Dialog>
  </Popover>
)

/** One filter in force, as part of a sentence: pressed it is changed, its cross or Delete takes it away. */
const Chip = ({
  kind,
  setting,
  onRemove,
}: {
  readonly kind: FilterKind
  readonly setting: FilterSetting
  readonly onRemove: () => void
}) => {
  const filter = useStore((state) => state.chronologyFilter)
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLDivElement>(null)
  const said = sayFilter(kind, filter, setting)
  return (
    <div className="filter-chip" ref={anchor} role="listitem">
      <AriaButton
        className="filter-chip-text"
        onPress={() => setOpen(true)}
        onKeyDown={(event) => {
          if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
          else event.continuePropagation()
        }}
      >
        {said}
      </AriaButton>
      <AriaButton className="filter-chip-remove" aria-label={`Remove the filter ${said}`} onPress={onRemove}>
        <Icon name="close" />
      </AriaButton>
      {open && <EditorPopover kind={kind} setting={setting} anchor={anchor} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** The control that adds a filter. */
export const AddFilter = ({ setting }: { readonly setting: FilterSetting }) => {
  const [editing, setEditing] = useState<FilterKind | null>(null)
  const anchor = useRef<HTMLDivElement>(null)
  const loadChoices = useStore((state) => state.loadEntryChoices)
  const caseId = setting.one.id
  return (
    <div className="filter-add" ref={anchor}>
      <MenuTrigger
        onOpenChange={(open) => {
          if (open) void loadChoices(caseId)
        }}
      >
        <Button icon="plus">Add filter</Button>
        <Popover className="popover" placement="bottom start" offset={4}>
          <Menu
            className="list-box"
            aria-label="Filter by"
            onAction={(id) => setEditing(filterKinds.find((kind) => kind.id === id) ?? null)}
          >
            {filterKinds.map(({ id, title }) => (
              <MenuItem className="list-option" id={id} key={id}>
                {title}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {editing && (
        <EditorPopover kind={editing} setting={setting} anchor={anchor} onClose={() => setEditing(null)} />
      )}
    </div>
  )
}

/** The filters in force, read as one sentence. */
export const FilterChips = ({
  setting,
  children,
}: {
  readonly setting: FilterSetting
  readonly children?: ReactNode
}) => {
  const filter = useStore((state) => state.chronologyFilter)
  const change = useStore((state) => state.filterChronology)
  const loadChoices = useStore((state) => state.loadEntryChoices)
  const bar = useRef<HTMLDivElement>(null)
  const inForce = filterKinds.filter((kind) => kind.chosen(filter).length > 0)
  const needsChoices = setting.choices === null && (filter.contactTypes ?? filter.sources) !== undefined
  const caseId = setting.one.id
  useEffect(() => {
    if (needsChoices) void loadChoices(caseId)
  }, [needsChoices, loadChoices, caseId])
  if (inForce.length === 0) return null
  const remove = (kind: FilterKind): void => {
    // The focus goes to what stands next, and never to nothing.
    const chips = [...(bar.current?.querySelectorAll<HTMLElement>('.filter-chip-text') ?? [])]
    const at = inForce.indexOf(kind)
    const next = chips[at + 1] ?? chips[at - 1] ?? document.querySelector<HTMLElement>('.filter-add button')
    change(clearing(kind))
    next?.focus()
  }
  return (
    <div className="filter-chips" ref={bar}>
      <span className="quiet small">Entries</span>
      <div className="filter-chip-list" role="list" aria-label="Filters in force">
        {inForce.map((kind) => (
          <Chip key={kind.id} {...{ kind, setting }} onRemove={() => remove(kind)} />
        ))}
      </div>
      {children}
    </div>
  )
}
