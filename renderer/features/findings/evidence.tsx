import { type KeyboardEvent, useState } from 'react'
import type { EvidenceView, FindingView } from '../../../workspace/contract/findings.ts'
import type { CaseView } from '../../../workspace/views.ts'
import { NamesFirst } from '../../names-first.tsx'
import { useMay } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextAreaField } from '../../ui/field.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Badge } from '../../ui/notice.tsx'
import { useReturnFocus } from '../../ui/return-focus.ts'
import { useTextDraft } from '../../use-text-draft.ts'
import { EntryLine } from './entry-line.tsx'

/** Why an entry is evidence, being written. */
const NoteForm = ({
  one,
  finding,
  evidence,
  onDone,
}: {
  readonly one: CaseView
  readonly finding: FindingView
  readonly evidence: EvidenceView
  readonly onDone: () => void
}) => {
  const noteEvidence = useStore((state) => state.noteEvidence)
  const draft = useTextDraft(`finding-note/${one.id}/${finding.id}/${evidence.recordId}`)
  const [begun, setBegun] = useState(false)
  const [problem, setProblem] = useState<string | undefined>()
  const text = begun || draft.text !== '' ? draft.text : evidence.note
  const save = async (): Promise<void> => {
    const failure = await noteEvidence(one.id, finding, evidence.recordId, text)
    if (failure) return setProblem(failure.message)
    draft.discard()
    onDone()
  }
  return (
    <div className="stack-tight">
      <TextAreaField
        id={`note-${evidence.recordId}`}
        label="Why is it evidence?"
        autoFocus
        error={problem}
        value={text}
        onChange={(event) => {
          setBegun(true)
          draft.change(event.target.value)
        }}
      />
      <div className="row">
        <Button kind="primary" onPress={() => void save()}>
          Save
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            draft.discard()
            onDone()
          }}
        >
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** Takes the entry at a place in hand. */
const focusOn = (place: number): void =>
  document.querySelectorAll<HTMLElement>('.evidence .entry-line-open')[place]?.focus()

const Item = ({
  one,
  finding,
  evidence,
  place,
}: {
  readonly one: CaseView
  readonly finding: FindingView
  readonly evidence: EvidenceView
  readonly place: number
}) => {
  const may = useMay('chronology:analyse') && finding.status !== 'withdrawn'
  const mayName = useMay('people-key:read')
  const { goToEntry, moveEvidence, removeFromFinding } = useStore.getState()
  const [noting, setNoting] = useState(false)
  const sayWhy = useReturnFocus(noting)
  const { entry, recordId, note } = evidence
  const last = finding.evidence.length - 1
  const move = async (to: number): Promise<void> => {
    if (to < 0 || to > last) return
    const held = document.activeElement
    await moveEvidence(one.id, finding, recordId, to)
    // The entry stands elsewhere on the page now; whoever moved it still has it in hand.
    if (!(held instanceof HTMLElement)) return
    held.focus()
    if (document.activeElement !== held) focusOn(to)
  }
  const takeOut = async (): Promise<void> => {
    await removeFromFinding(one.id, finding, recordId)
    focusOn(Math.min(place, last - 1))
  }
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!may || !event.altKey || by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void move(place + by)
  }
  return (
    <li className="evidence" onKeyDown={press}>
      <span className="evidence-place numbers">{place + 1}</span>
      <div className="grow stack-tight">
        <EntryLine
          one={one}
          entry={entry}
          onOpen={() => goToEntry({ caseId: one.id, recordId, entryId: entry.id }, 'findings')}
        />
        {evidence.removed && (
          <p>
            <Badge tone="warn">The account is gone</Badge>{' '}
            <span className="small">The agency’s newest file does not have this entry any more.</span>
          </p>
        )}
        {noting && evidence.projected && mayName ? (
          <NamesFirst what="The note" onClose={() => setNoting(false)} />
        ) : noting ? (
          <NoteForm one={one} finding={finding} evidence={evidence} onDone={() => setNoting(false)} />
        ) : (
          note !== '' && (
            <p className="evidence-note">
              <span className="visually-hidden">Why it is evidence: </span>
              <span className="as-written">{note}</span>
            </p>
          )
        )}
        {may && !noting && (
          <p className="row evidence-tools">
            <Button ref={sayWhy} kind="quiet" className="button-link small" onPress={() => setNoting(true)}>
              {note === '' ? 'Say why' : 'Change why'}
            </Button>
            <Button kind="quiet" className="button-link small" onPress={() => void takeOut()}>
              Take out
            </Button>
          </p>
        )}
      </div>
      {may && last > 0 && (
        <span className="evidence-moves">
          <IconButton
            icon="up"
            label={`Move ${place + 1} up`}
            keys="Alt ↑"
            isDisabled={place === 0}
            onPress={() => void move(place - 1)}
          />
          <IconButton
            icon="down"
            label={`Move ${place + 1} down`}
            keys="Alt ↓"
            isDisabled={place === last}
            onPress={() => void move(place + 1)}
          />
        </span>
      )}
    </li>
  )
}

/** The entries a finding rests on, in the order somebody gave them. */
export const Evidence = ({ one, finding }: { readonly one: CaseView; readonly finding: FindingView }) => {
  const go = useStore((state) => state.go)
  const may = useMay('chronology:analyse')
  useListKeys('.evidence .entry-line-open')
  return (
    <section className="section" aria-labelledby="evidence-title">
      <h3 id="evidence-title">
        Evidence{' '}
        <span className="quiet numbers">{finding.evidence.length === 0 ? '' : finding.evidence.length}</span>
      </h3>
      {finding.evidence.length === 0 ? (
        <p className="quiet">
          It rests on no entry yet. Open an entry of the chronology, or select several, and add them to this
          finding.
        </p>
      ) : (
        <ol className="evidence-list">
          {finding.evidence.map((evidence, place) => (
            <Item key={evidence.recordId} one={one} finding={finding} evidence={evidence} place={place} />
          ))}
        </ol>
      )}
      {may && finding.status !== 'withdrawn' && (
        <div>
          <Button icon="plus" onPress={() => go({ screen: 'case', caseId: one.id, tab: 'chronology' })}>
            Look for entries in the chronology
          </Button>
        </div>
      )}
    </section>
  )
}
