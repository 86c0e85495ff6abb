import { useEffect, useMemo, useState } from 'react'
import { isPersonKind } from '../../../domain/recipients/recipient.ts'
import type { RecipientView } from '../../../workspace/contract/recipients.ts'
import { refusal, useMay, usePseudonyms } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { Refused, StatePanel } from '../../ui/state-panel.tsx'
import { counted } from '../../ui/words.ts'
import { RecipientFormView } from './form.tsx'
import { RecipientTable, shownName } from './list.tsx'
import { UnlinkedAgencies } from './unlinked.tsx'
import './recipients.css'

const matches = (one: RecipientView, words: string, pseudonyms: boolean): boolean => {
  const all = [
    shownName(one, pseudonyms),
    one.contactRole,
    one.successor?.name ?? '',
    ...one.predecessors,
    ...one.agencies.map(({ name }) => name),
  ]
    .join(' ')
    .toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

export const RecipientsPage = ({ item }: { readonly item: string | undefined }) => {
  const mayRead = useMay('recipient:read')
  const mayEdit = useMay('recipient:edit')
  const pseudonyms = usePseudonyms()
  const register = useStore((state) => state.register)
  const load = useStore((state) => state.loadRegister)
  const go = useStore((state) => state.go)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (mayRead) void load()
  }, [load, mayRead])
  useListKeys('tbody .button')
  useShortcuts([{ keys: '/', run: () => document.getElementById('recipient-search')?.focus() }])
  const all = register.state === 'ready' ? register.value.recipients : null
  const found = useMemo(
    () => (all ?? []).filter((one) => matches(one, words, pseudonyms)),
    [all, words, pseudonyms],
  )
  if (!mayRead)
    return (
      <Refused
        title="The register is not shown to you"
        message={refusal('the register of people and organisations', 'recipient:read')}
      />
    )
  const open = (id: string | null): void => go({ screen: 'recipients', ...(id === null ? {} : { item: id }) })
  return (
    <div className="page">
      <RemoteView remote={register} waiting="Reading the register" retry={() => void load()}>
        {({ recipients, unlinked }) => {
          const editing = recipients.find(({ id }) => id === item) ?? null
          const organisations = recipients.filter(({ kind }) => !isPersonKind(kind))
          if (item === 'new' || editing)
            return (
              <RecipientFormView
                key={`${item ?? ''} ${editing?.version ?? 0}`}
                one={editing}
                others={organisations.filter(({ id }) => id !== editing?.id)}
                onDone={() => open(null)}
              />
            )
          return (
            <>
              <header className="page-head">
                <div>
                  <h1 data-page-title tabIndex={-1}>
                    People and organisations
                  </h1>
                  <p>
                    Who receives what leaves the reviews, where they are reached, and who stands in their
                    place now.
                  </p>
                </div>
                {mayEdit && (
                  <Button icon="plus" onPress={() => open('new')}>
                    Add a person or organisation
                  </Button>
                )}
              </header>
              {recipients.length === 0 ? (
                <StatePanel icon="people" title="The register is empty">
                  <p>
                    Organisations and persons that receive something of a review belong here, with the address
                    a notice goes to.
                    {unlinked.length > 0 && ' Begin with the agencies of your reviews below.'}
                  </p>
                </StatePanel>
              ) : (
                <>
                  <div className="row">
                    <div className="filter-search recipient-search">
                      <Icon name="search" />
                      <input
                        id="recipient-search"
                        type="search"
                        className="input"
                        aria-label="Search the register"
                        placeholder="Name, role or agency"
                        value={words}
                        onChange={(event) => setWords(event.target.value)}
                      />
                    </div>
                    <span className="quiet numbers" role="status">
                      {counted(found.length, 'entry', 'entries')}
                      {words === '' ? '' : ` of ${recipients.length}`}
                    </span>
                  </div>
                  <RecipientTable
                    recipients={found}
                    pseudonyms={pseudonyms}
                    mayEdit={mayEdit}
                    onOpen={open}
                  />
                </>
              )}
              {mayEdit && unlinked.length > 0 && (
                <UnlinkedAgencies unlinked={unlinked} organisations={organisations} />
              )}
            </>
          )
        }}
      </RemoteView>
    </div>
  )
}
