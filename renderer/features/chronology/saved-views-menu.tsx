import { type FormEvent, useEffect, useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import type { SavedView } from '../../../workspace/contract/saved-views.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { MenuPanel } from './menu-panel.tsx'
import { isChanged } from './saved-views-slice.ts'
import { readingOf } from './slice.ts'

const KeepForm = ({ caseId }: { readonly caseId: string }) => {
  const keep = useStore((state) => state.keepView)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const failure = await keep(caseId, name, shared)
    setProblem(failure?.message ?? '')
    if (failure === null) setName('')
  }
  return (
    <form className="stack-tight view-keep" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span className="field-label">Keep what is shown as a view called</span>
        <input
          className="input"
          value={name}
          maxLength={80}
          aria-invalid={problem !== '' || undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {problem !== '' && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <label className="choice">
        <input
          type="checkbox"
          className="choice-input"
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
        <span className="choice-text">Share it with the team of this case</span>
      </label>
      <Button type="submit">Keep the view</Button>
    </form>
  )
}

/** What its readers can do with the view that is open. */
const OpenView = ({
  caseId,
  view,
  changed,
  onDone,
}: {
  readonly caseId: string
  readonly view: SavedView
  readonly changed: boolean
  readonly onDone: () => void
}) => {
  const { changeView, removeView, setFirstView } = useStore.getState()
  const choice = (label: string, checked: boolean, onChange: (checked: boolean) => void) => (
    <label className="choice">
      <input
        type="checkbox"
        className="choice-input"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="choice-text">{label}</span>
    </label>
  )
  return (
    <section className="stack-tight view-open" aria-label={`The view “${view.name}”`}>
      {choice(
        'Begin this case with it',
        view.first,
        (first) => void setFirstView(caseId, first ? view.id : null),
      )}
      {view.own &&
        choice(
          'Shared with the team of this case',
          view.shared,
          (shared) => void changeView(caseId, view, { shared }),
        )}
      {view.own && (
        <div className="row">
          <Button
            isDisabled={!changed}
            onPress={() => {
              onDone()
              void changeView(caseId, view, { asNow: true })
            }}
          >
            Change it to what is shown
          </Button>
          <Button
            kind="quiet"
            icon="close"
            onPress={() => {
              onDone()
              void removeView(caseId, view)
            }}
          >
            Take it away
          </Button>
        </div>
      )}
    </section>
  )
}

const told = (view: SavedView): string =>
  [view.first ? 'Begun with' : '', view.shared ? (view.own ? 'Shared' : `Shared by ${view.owner}`) : '']
    .filter((part) => part !== '')
    .join(' · ')

/** Kept ways of reading this case: one’s own and the team’s. */
export const SavedViewsMenu = ({ one }: { readonly one: CaseView }) => {
  const kept = useStore((state) => state.savedViews)
  const openId = useStore((state) => state.openView)
  const changed = useStore((state) => {
    const view = state.savedViews?.views.find(({ id }) => id === state.openView)
    return view !== undefined && isChanged(view, readingOf(state))
  })
  const { loadViews, showView } = useStore.getState()
  const pseudonyms = usePseudonyms()
  useEffect(() => void loadViews(one.id), [loadViews, one.id, pseudonyms])
  const views = kept?.caseId === one.id ? kept.views : []
  const open = views.find(({ id }) => id === openId)
  const [menu, setMenu] = useState(false)
  const close = (): void => setMenu(false)
  return (
    <DialogTrigger isOpen={menu} onOpenChange={setMenu}>
      <Button className="views-button">
        <span className="views-name">{open?.name ?? 'Views'}</span>
        {changed && <span>, changed</span>}
      </Button>
      <MenuPanel>
        <ul className="column-list" aria-label="Kept views">
          {[null, ...views].map((view) => (
            <li className="column-line" key={view?.id ?? 'all'}>
              <Button
                kind="quiet"
                className="view-name"
                aria-current={view?.id === open?.id}
                onPress={() => {
                  showView(view)
                  close()
                }}
              >
                {view?.name ?? 'All entries, as the case has them'}
              </Button>
              {view && <span className="quiet small">{told(view)}</span>}
            </li>
          ))}
        </ul>
        {open && <OpenView caseId={one.id} view={open} changed={changed} onDone={close} />}
        <KeepForm caseId={one.id} />
      </MenuPanel>
    </DialogTrigger>
  )
}
