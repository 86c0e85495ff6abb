import { useState } from 'react'
import type { CandidateView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { useMay } from '../../permit.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { Context } from './context.tsx'
import { kindWords } from './kind-words.ts'
import { NewPerson } from './new-person.tsx'
import { PersonChoice } from './person-choice.tsx'
import type { TakenAnswer } from './taken.ts'
import { WordsChoice } from './words-choice.tsx'

type Way = 'person' | 'new-person' | 'words' | null
type Reach = 'case' | 'place'
type Answer = Pick<TakenAnswer, 'decision' | 'entity' | 'replacement'>

export const Question = ({
  candidate,
  caseId,
  people,
  busy,
  place,
  onPlace,
  onDecide,
}: {
  readonly candidate: CandidateView
  readonly caseId: string
  readonly people: readonly PeopleKeyEntry[]
  readonly busy: boolean
  /** The passage in hand among those where these words stand. */
  readonly place: string
  readonly onPlace: (passage: string) => void
  readonly onDecide: (decision: TakenAnswer) => void
}) => {
  const mayAdd = useMay('people-key:edit')
  const [way, setWay] = useState<Way>(null)
  const [reach, setReach] = useState<Reach>('case')
  const [note, setNote] = useState('')
  const decide = (answer: Answer): void => {
    if (busy) return
    const where = reach === 'place' ? { place } : {}
    onDecide({ ...answer, ...where, candidate: candidate.id, reason: note.trim() })
    setWay(null)
  }
  const keep = (): void => decide({ decision: 'keep' })
  const isEntity = (entity: string): void => decide({ decision: 'replace', entity })
  const likely = people.find(({ id }) => candidate.entities.includes(id))
  useShortcuts([
    ...(likely ? [{ keys: 'y', run: () => isEntity(likely.id) }] : []),
    { keys: '1', run: () => setWay('person') },
    ...(mayAdd ? [{ keys: '2', run: () => setWay('new-person') }] : []),
    { keys: '3', run: () => setWay('words') },
    { keys: '4', run: keep },
    { keys: 'h', run: () => setReach(reach === 'case' ? 'place' : 'case') },
  ])
  return (
    <div className="question">
      <p className="question-why">
        <Icon name="help" /> Perhaps a {kindWords[candidate.kind]}: {candidate.why}
      </p>
      <Context candidate={candidate} place={place} onPlace={onPlace} />
      <Segments
        id="question-reach"
        legend="Decide for"
        value={reach}
        onChange={(next) => setReach(next ?? reach)}
        options={[
          { value: 'case', label: 'The whole case' },
          { value: 'place', label: 'Here only', keys: 'h' },
        ]}
      />
      <div className="question-ways">
        {likely && (
          <Button keys="y" isDisabled={busy} onPress={() => isEntity(likely.id)}>
            This is {likely.pseudonym}
          </Button>
        )}
        <Button keys="1" aria-expanded={way === 'person'} onPress={() => setWay('person')}>
          {likely ? 'Somebody else in the key' : 'This is somebody in the key'}
        </Button>
        {way === 'person' && (
          <PersonChoice people={people} likely={candidate.entities} busy={busy} onChoose={isEntity} />
        )}
        {mayAdd && (
          <Button keys="2" aria-expanded={way === 'new-person'} onPress={() => setWay('new-person')}>
            Somebody new
          </Button>
        )}
        {way === 'new-person' && (
          <NewPerson
            caseId={caseId}
            text={candidate.text}
            kind={kindOf(candidate)}
            onDone={isEntity}
            onCancel={() => setWay(null)}
          />
        )}
        <Button keys="3" aria-expanded={way === 'words'} onPress={() => setWay('words')}>
          Put other words in its place
        </Button>
        {way === 'words' && (
          <WordsChoice busy={busy} onChoose={(replacement) => decide({ decision: 'replace', replacement })} />
        )}
        <Button keys="4" isDisabled={busy} onPress={keep}>
          Not identifying
        </Button>
      </div>
      <TextField
        id="decision-note"
        label="Why"
        optional
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </div>
  )
}

const kindOf = ({ kind }: CandidateView): PeopleKeyEntry['kind'] =>
  kind === 'PLACE' || kind === 'ADDRESS' ? 'place' : kind === 'ORGANISATION' ? 'organisation' : 'person'
