import { useEffect, useRef, useState } from 'react'
import type { OfferedTerm, TermView } from '../../../workspace/contract/glossary.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useKeptFocus } from '../../ui/return-focus.ts'
import { counted } from '../../ui/words.ts'
import { OfferedList, TermTable, UnexplainedList } from './lists.tsx'
import type { TermWrite } from './slice.ts'
import { TermForm } from './term-form.tsx'
import './glossary.css'

const blank = (abbreviation = ''): TermWrite => ({
  ...{ id: null, version: 0, abbreviation, meaning: '', agencyId: null, state: 'explained' },
})

/** What the case's abbreviations mean, what is offered for it, and what nobody has explained yet. */
export const GlossaryPage = ({ one }: { readonly one: CaseView }) => {
  const glossary = useStore((state) => state.glossary)
  const unexplained = useStore((state) => state.unexplained)
  const { loadGlossary, loadUnexplained, saveTerms, toast } = useStore.getState()
  const may = useMay('chronology:analyse')
  const [open, setOpen] = useState<TermWrite | null>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useKeptFocus(title, glossary)
  useEffect(() => {
    if (open !== null) return undefined
    // The word whose button opened the dialog may be explained now, and its button gone.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) title.current?.focus()
    }, 300)
    return () => clearTimeout(timer)
  }, [open])
  useEffect(() => {
    void loadGlossary(one.id)
    void loadUnexplained(one.id)
  }, [loadGlossary, loadUnexplained, one.id])
  const nameOf = (agencyId: string | null): string =>
    agencyId === null ? 'Everybody' : (one.agencyList.find(({ id }) => id === agencyId)?.name ?? agencyId)
  const write = async (terms: readonly TermWrite[], told: string): Promise<void> => {
    const error = await saveTerms(one.id, terms, told)
    if (error) toast('danger', error.message)
  }
  const take = (offered: readonly OfferedTerm[]): void =>
    void write(
      offered.map((term) => ({ ...blank(), ...term })),
      `${counted(offered.length, 'abbreviation is', 'abbreviations are')} taken into the glossary.`,
    )
  const takeOut = (term: TermView): void =>
    void write([{ ...term, state: 'removed' }], `${term.abbreviation} is taken out of the glossary.`)
  const key = open?.id ?? `new ${open?.abbreviation ?? ''}`
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h2 data-page-title tabIndex={-1} ref={title}>
            Glossary
          </h2>
          <p>
            What abbreviations in this case mean. They are explained wherever an entry is read, and printed
            with the working chronology.
          </p>
        </div>
        {may && (
          <Button kind="primary" icon="plus" onPress={() => setOpen(blank())}>
            Add an abbreviation
          </Button>
        )}
      </header>
      <RemoteView remote={glossary} waiting="Reading the glossary" retry={() => void loadGlossary(one.id)}>
        {({ terms, offered }) => {
          const explained = terms.filter(({ state }) => state === 'explained')
          const aside = terms.filter(({ state }) => state === 'not-one')
          return (
            <>
              {explained.length === 0 ? (
                <p className="quiet">Nothing is explained yet. Add one, or take what a file explains.</p>
              ) : (
                <TermTable terms={explained} nameOf={nameOf} may={may} onEdit={setOpen} onTakeOut={takeOut} />
              )}
              {may && offered.length > 0 && <OfferedList offered={offered} nameOf={nameOf} onTake={take} />}
              {aside.length > 0 && (
                <details>
                  <summary>{counted(aside.length, 'word')} put aside as no abbreviation</summary>
                  <ul className="glossary-unexplained">
                    {aside.map((term) => (
                      <li key={term.id}>
                        <strong className="grow">{term.abbreviation}</strong>
                        {may && (
                          <Button
                            kind="quiet"
                            aria-label={`List again ${term.abbreviation}`}
                            onPress={() =>
                              void write(
                                [{ ...term, meaning: term.meaning || '–', state: 'removed' }],
                                `${term.abbreviation} is listed again.`,
                              )
                            }
                          >
                            List again
                          </Button>
                        )}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          )
        }}
      </RemoteView>
      <RemoteView
        remote={unexplained}
        waiting="Looking for abbreviations"
        retry={() => void loadUnexplained(one.id)}
      >
        {(found) => (
          <UnexplainedList
            {...found}
            may={may}
            onExplain={(abbreviation) => setOpen(blank(abbreviation))}
            onPutAside={(abbreviation) =>
              void write(
                [{ ...blank(abbreviation), state: 'not-one' }],
                `${abbreviation} is no longer listed.`,
              )
            }
          />
        )}
      </RemoteView>
      {open && (
        <Dialog
          title={open.id === null ? 'Add an abbreviation' : `Change ${open.abbreviation}`}
          open
          onClose={() => setOpen(null)}
        >
          <TermForm
            one={one}
            term={open}
            draftKey={`glossary/${one.id}/${key}`}
            save={(typed) =>
              saveTerms(
                one.id,
                [{ ...typed, id: open.id, version: open.version }],
                `${typed.abbreviation} is saved in the glossary.`,
              )
            }
            onDone={() => setOpen(null)}
          />
        </Dialog>
      )}
    </div>
  )
}
