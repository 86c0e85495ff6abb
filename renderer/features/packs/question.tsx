import { useState } from 'react'
import type { CandidateView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { Button } from '../../ui/button.tsx'
import { Combo } from '../../ui/combo.tsx'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted } from '../../ui/words.ts'
import { kindWords } from './kind-words.ts'
import type { PackDecision } from './slice.ts'

type Way = 'person' | 'words' | null

export const Context = ({ candidate }: { readonly candidate: CandidateView }) => (
  <ul className="contexts">
    {candidate.places.slice(0, 3).map((place, index) => (
      <li key={`${index} ${place.where}`}>
        <p className="as-written">
          {place.before}
          <mark className="asked" data-active>
            {candidate.text}
          </mark>
          {place.after}
        </p>
        <p className="small faint">{place.where}</p>
      </li>
    ))}
    {candidate.places.length > 3 && (
      <li className="small quiet">and {counted(candidate.places.length - 3, 'more place')}</li>
    )}
  </ul>
)

export const Question = ({
  candidate,
  people,
  busy,
  onDecide,
}: {
  readonly candidate: CandidateView
  readonly people: readonly PeopleKeyEntry[]
  readonly busy: boolean
  readonly onDecide: (decision: PackDecision) => void
}) => {
  const [way, setWay] = useState<Way>(null)
  const [entity, setEntity] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [note, setNote] = useState('')
  const decide = (decision: Omit<PackDecision, 'candidate' | 'reason'>): void => {
    if (busy) return
    onDecide({ ...decision, candidate: candidate.id, reason: note.trim() })
  }
  const keep = (): void => decide({ decision: 'keep' })
  useShortcuts([
    { keys: '1', run: () => setWay('person') },
    { keys: '2', run: () => setWay('words') },
    { keys: '3', run: keep },
  ])
  const likely = candidate.entities
  const options = [...people]
    .sort((a, b) => Number(likely.includes(b.id)) - Number(likely.includes(a.id)))
    .map((one) => ({ id: one.id, label: one.pseudonym, detail: one.name }))
  return (
    <div className="question">
      <p className="question-why">
        <Icon name="help" /> Perhaps a {kindWords[candidate.kind]}: {candidate.why}
      </p>
      <Context candidate={candidate} />
      <div className="question-ways">
        <Button keys="1" aria-expanded={way === 'person'} onPress={() => setWay('person')}>
          This is somebody in the key
        </Button>
        {way === 'person' && (
          <div className="question-more">
            <Combo
              label="Who or what is it?"
              options={options}
              value={entity}
              onChange={setEntity}
              autoFocus
            />
            <Button
              kind="primary"
              isDisabled={entity === null || busy}
              onPress={() => {
                if (entity !== null) decide({ decision: 'replace', entity })
              }}
            >
              Replace by the pseudonym
            </Button>
          </div>
        )}
        <Button keys="2" aria-expanded={way === 'words'} onPress={() => setWay('words')}>
          Put other words in its place
        </Button>
        {way === 'words' && (
          <form
            className="question-more"
            onSubmit={(event) => {
              event.preventDefault()
              if (words.trim() !== '') decide({ decision: 'replace', replacement: words.trim() })
            }}
          >
            <TextField
              id="replacement"
              label="Words the recipient will read"
              placeholder="[a neighbour]"
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
              autoFocus
            />
            <Button kind="primary" type="submit" isDisabled={words.trim() === '' || busy}>
              Replace by these words
            </Button>
          </form>
        )}
        <Button keys="3" isDisabled={busy} onPress={keep}>
          Not identifying
        </Button>
      </div>
      <TextField
        id="decision-note"
        label="Note"
        optional
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </div>
  )
}
