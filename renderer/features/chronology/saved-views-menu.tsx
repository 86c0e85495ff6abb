import { type FormEvent, useEffect, useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { CaseView } from '../../../workspace/views.ts'
import { usePseudonyms } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
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
        <span className="field-label">Keep this view as</span>
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

/** Kept ways of reading this case: one’s own and the team’s. */
export const SavedViewsMenu = ({ one }: { readonly one: CaseView }) => {
  const kept = useStore((state) => state.savedViews)
  const openId = useStore((state) => state.openView)
  const changed = useStore((state) => {
    const view = state.savedViews?.views.find(({ id }) => id === state.openView)
    return view !== undefined && isChanged(view, readingOf(state))
  })
  const { loadViews, showView, changeView, removeView, setFirstView } = useStore.getState()
  const pseudonyms = usePseudonyms()
  useEffect(() => void loadViews(one.id), [loadViews, one.id, pseudonyms])
  const views = kept?.caseId === one.id ? kept.views : []
  const open = views.find(({ id }) => id === openId)
  return (
    <DialogTrigger>
      <Button className="views-button">{open ? `${open.name}${changed ? ', changed' : ''}` : 'Views'}</Button>
      <Popover className="popover reading-popover" placement="bottom end" offset={4}>
        <Dialog className="dialog" aria-label="Kept views">
          {({ close }) => (
            <>
              <ul className="column-list" aria-label="Kept views">
                <li className="column-line">
                  <Button
                    kind="quiet"
                    onPress={() => {
                      showView(null)
                      close()
                    }}
                  >
                    All entries
                  </Button>
                </li>
                {views.map((view) => (
                  <li className="column-line" key={view.id}>
                    <span className="grow">
                      <Button
                        kind="quiet"
                        aria-current={view.id === openId}
                        onPress={() => {
                          showView(view)
                          close()
                        }}
                      >
                        {view.name}
                      </Button>
                      <span className="faint small">
                        {view.first && 'You begin with it. '}
                        {view.shared && (view.own ? 'Shared' : `Shared by ${view.owner}`)}
                      </span>
                    </span>
                    <IconButton
                      icon={view.first ? 'check' : 'right'}
                      label={
                        view.first ? `No longer begin with ${view.name}` : `Begin this case with ${view.name}`
                      }
                      onPress={() => void setFirstView(one.id, view.first ? null : view.id)}
                    />
                    {view.own && (
                      <>
                        <IconButton
                          icon="people"
                          label={
                            view.shared ? `Stop sharing ${view.name}` : `Share ${view.name} with the team`
                          }
                          onPress={() => void changeView(one.id, view, { shared: !view.shared })}
                        />
                        <IconButton
                          icon="close"
                          label={`Take ${view.name} away`}
                          onPress={() => void removeView(one.id, view)}
                        />
                      </>
                    )}
                  </li>
                ))}
              </ul>
              {open?.own === true && changed && (
                <Button onPress={() => void changeView(one.id, open, { asNow: true })}>
                  Change “{open.name}” to what is shown now
                </Button>
              )}
              <KeepForm caseId={one.id} />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
