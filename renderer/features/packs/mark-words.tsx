import { useState } from 'react'
import type { PassageView, PeopleKeyEntry } from '../../../workspace/views.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { counted } from '../../ui/words.ts'
import { PersonChoice } from './person-choice.tsx'
import type { TakenPassage } from './taken.ts'
import { WordsChoice } from './words-choice.tsx'

const everywhere = ''

/** Words the detector passed over: those selected, or typed as they stand in the original. */
export const MarkWords = ({
  passages,
  people,
  selected,
  busy,
  onTake,
  onCancel,
}: {
  readonly passages: readonly PassageView[]
  readonly people: readonly PeopleKeyEntry[]
  /** What was selected in the originals when this was opened. */
  readonly selected: { readonly text: string; readonly passage: string | null }
  readonly busy: boolean
  readonly onTake: (decision: TakenPassage) => void
  readonly onCancel: () => void
}) => {
  const [text, setText] = useState(selected.text)
  const [where, setWhere] = useState(everywhere)
  const [way, setWay] = useState<'person' | 'words'>('words')
  const words = text.trim()
  const found = words === '' ? [] : passages.filter(({ original }) => original.includes(words))
  const ordered = [...found].sort(
    (a, b) => Number(b.id === selected.passage) - Number(a.id === selected.passage),
  )
  const take = (put: Pick<TakenPassage, 'entity' | 'replacement'>): void => {
    const passage = ordered.find(({ id }) => id === where) ?? ordered[0]
    if (!passage) return
    const start = passage.original.indexOf(words)
    onTake({
      ...{ passage: passage.id, start, end: start + words.length, decision: 'replace', reason: '' },
      ...put,
      everywhere: where === everywhere,
    })
  }
  return (
    <section className="review-aside" aria-label="Mark words that were missed">
      <h4>Mark words that were missed</h4>
      <TextField
        id="marked-words"
        label="Words as they stand in the original"
        hint="Select them in the text first, or type them here."
        autoComplete="off"
        autoFocus={selected.text === ''}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="small numbers" role="status">
        {words === '' ? 'No words yet' : `Stand in ${counted(found.length, 'passage')}`}
      </p>
      {found.length > 0 && (
        <>
          <SelectField
            id="marked-where"
            label="Replace them"
            value={where}
            onChange={(event) => setWhere(event.target.value)}
          >
            <option value={everywhere}>In the whole case</option>
            {ordered.map(({ id, where: place }) => (
              <option value={id} key={id}>
                Only in {place}
              </option>
            ))}
          </SelectField>
          <div className="row">
            <Button aria-pressed={way === 'words'} onPress={() => setWay('words')}>
              By words
            </Button>
            <Button aria-pressed={way === 'person'} onPress={() => setWay('person')}>
              By somebody in the key
            </Button>
          </div>
          {way === 'words' ? (
            <WordsChoice busy={busy} onChoose={(replacement) => take({ replacement })} />
          ) : (
            <PersonChoice people={people} likely={[]} busy={busy} onChoose={(entity) => take({ entity })} />
          )}
        </>
      )}
      <div>
        <Button kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </section>
  )
}
