import { useEffect, useMemo, useState } from 'react'
import type { CaseView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { refusal, useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Notice } from '../../ui/notice.tsx'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted } from '../../ui/words.ts'
import { PeopleKeyForm } from './form.tsx'
import { PeopleKeyTable } from './list.tsx'
import './people-key.css'

const matches = (entry: PeopleKeyEntry, words: string, pseudonyms: boolean): boolean => {
  const text = [
    entry.pseudonym,
    entry.role,
    entry.kind,
    ...(pseudonyms ? [] : [entry.name, ...entry.aliases]),
  ]
  const all = text.join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

export const PeopleKeyPage = ({
  one,
  item,
}: {
  readonly one: CaseView
  readonly item: string | undefined
}) => {
  const mayRead = useMay('people-key:read')
  const mayEdit = useMay('people-key:edit')
  const pseudonyms = usePseudonyms()
  const peopleKey = useStore((state) => state.peopleKey)
  const load = useStore((state) => state.loadPeopleKey)
  const go = useStore((state) => state.go)
  const showNames = useStore((state) => state.showNames)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (mayRead) void load(one.id)
  }, [load, one.id, mayRead])
  useListKeys('tbody .button')
  useShortcuts([{ keys: '/', run: () => document.getElementById('people-search')?.focus() }])
  const entries =
    peopleKey.state === 'ready' ? peopleKey.value : peopleKey.state === 'loading' ? peopleKey.previous : null
  const found = useMemo(
    () => (entries ?? []).filter((entry) => matches(entry, words, pseudonyms)),
    [entries, words, pseudonyms],
  )
  if (!mayRead)
    return (
      <Refused title="The people key is kept apart" message={refusal('the people key', 'people-key:read')} />
    )
  const open = (id: string | null): void =>
    go({ screen: 'case', caseId: one.id, tab: 'people-key', ...(id === null ? {} : { item: id }) })
  if (item !== undefined && pseudonyms)
    return (
      <StatePanel
        icon="eye-off"
        title="Names are hidden"
        actions={
          <>
            <Button kind="primary" icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
              Show names
            </Button>
            <Button kind="quiet" onPress={() => open(null)}>
              Back to the people key
            </Button>
          </>
        }
      >
        <p>An entry of the people key is made of names. Show them when nobody else can see your screen.</p>
      </StatePanel>
    )
  return (
    <div className="page">
      <RemoteView remote={peopleKey} waiting="Reading the people key" retry={() => void load(one.id)}>
        {(all) => {
          const editing =
            item === undefined || item === 'new' ? null : (all.find((entry) => entry.id === item) ?? null)
          if (item !== undefined && (item === 'new' || editing))
            return (
              <PeopleKeyForm
                key={`${item} ${editing?.version ?? 0}`}
                caseId={one.id}
                entry={editing}
                onDone={() => open(null)}
              />
            )
          return (
            <>
              <header className="page-head">
                <div>
                  <h2 data-page-title tabIndex={-1}>
                    People key
                  </h2>
                  <p>Who is who, kept apart from the chronology. It never travels in a pack.</p>
                </div>
                {mayEdit && (
                  <Button icon="plus" onPress={() => open('new')}>
                    Add an entry
                  </Button>
                )}
              </header>
              {pseudonyms && (
                <Notice
                  tone="plain"
                  actions={
                    <Button kind="quiet" icon="eye" keys="Ctrl Shift H" onPress={() => showNames(true)}>
                      Show names
                    </Button>
                  }
                >
                  Names and other names are hidden.
                </Notice>
              )}
              {all.length === 0 ? (
                <StatePanel icon="key" title="Nobody is in the key yet">
                  <p>
                    Add every person, place and organisation whose name must not be read by others, with each
                    other name they go by in the files.
                  </p>
                </StatePanel>
              ) : (
                <>
                  <div className="row people-tools">
                    <div className="filter-search">
                      <Icon name="search" />
                      <input
                        id="people-search"
                        type="search"
                        className="input"
                        aria-label="Search the people key"
                        placeholder={pseudonyms ? 'Pseudonym or role' : 'Name, pseudonym or role'}
                        value={words}
                        onChange={(event) => setWords(event.target.value)}
                      />
                    </div>
                    <span className="quiet numbers" role="status">
                      {counted(found.length, 'entry', 'entries')}
                      {words === '' ? '' : ` of ${all.length}`}
                    </span>
                  </div>
                  <PeopleKeyTable entries={found} pseudonyms={pseudonyms} mayEdit={mayEdit} onOpen={open} />
                </>
              )}
            </>
          )
        }}
      </RemoteView>
    </div>
  )
}
