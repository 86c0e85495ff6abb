import { useState } from 'react'
import type { SearchItemView } from '../../../workspace/contract/intruder-searches.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { counted } from '../../ui/words.ts'
import { searchKindWords } from './search-words.ts'

const shownPlaces = 3

/** What a reader can answer about one thing somebody could search for. */
export const SearchAnswers = ({
  item,
  said,
  busy,
  onGeneralise,
  onAnswer,
  onUndo,
}: {
  readonly item: SearchItemView
  readonly said: boolean
  readonly busy: boolean
  readonly onGeneralise: (words: string) => void
  readonly onAnswer: (answer: 'not-found' | 'accepted', reason: string) => void
  readonly onUndo: () => void
}) => {
  const [way, setWay] = useState<'words' | 'accept' | null>(null)
  const [text, setText] = useState('')
  const [first, second] = item.offers
  const open = (next: 'words' | 'accept'): void => {
    setText('')
    setWay(next)
  }
  useShortcuts(
    said
      ? [{ keys: 'u', run: onUndo }]
      : [
          ...(first === undefined ? [] : [{ keys: 'g', run: () => onGeneralise(first) }]),
          ...(second === undefined ? [] : [{ keys: 's', run: () => onGeneralise(second) }]),
          { keys: 'w', run: () => open('words') },
          { keys: 'f', run: () => onAnswer('not-found', '') },
          { keys: 'a', run: () => open('accept') },
        ],
  )
  return (
    <div className="question">
      <ul className="search-places">
        {item.places.slice(0, shownPlaces).map((place) => (
          <li key={`${place.passage} ${place.start}`} className="context">
            <p className="as-written">
              {place.before}
              <mark className="asked">{item.text}</mark>
              {place.after}
            </p>
            <p className="small faint">{place.where}</p>
          </li>
        ))}
        {item.places.length > shownPlaces && (
          <li className="small quiet">and {counted(item.places.length - shownPlaces, 'more place')}</li>
        )}
      </ul>
      <p className="small quiet">Would be looked for in {searchKindWords[item.kind].where}.</p>
      {said ? (
        <div>
          <Button icon="back" keys="u" isDisabled={busy} onPress={onUndo}>
            Undo
          </Button>
        </div>
      ) : (
        <div className="question-ways">
          {first !== undefined && (
            <Button keys="g" isDisabled={busy} onPress={() => onGeneralise(first)}>
              Say “{first}” instead
            </Button>
          )}
          {second !== undefined && (
            <Button keys="s" isDisabled={busy} onPress={() => onGeneralise(second)}>
              Say “{second}” instead
            </Button>
          )}
          <Button keys="w" aria-expanded={way === 'words'} onPress={() => open('words')}>
            Say it more generally
          </Button>
          <Button keys="f" isDisabled={busy} onPress={() => onAnswer('not-found', '')}>
            Searched, not found
          </Button>
          <Button keys="a" aria-expanded={way === 'accept'} onPress={() => open('accept')}>
            Accept, with a reason
          </Button>
          {way !== null && (
            <form
              className="question-more"
              onSubmit={(event) => {
                event.preventDefault()
                if (text.trim() === '' || busy) return
                if (way === 'words') onGeneralise(text.trim())
                else onAnswer('accepted', text.trim())
              }}
            >
              <TextField
                id="search-text"
                key={way}
                label={way === 'words' ? 'More general words' : 'Why it may stay although it can be found'}
                autoComplete="off"
                autoFocus
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Button kind="primary" type="submit" isDisabled={text.trim() === '' || busy}>
                {way === 'words' ? 'Use these words' : 'Accept it'}
              </Button>
            </form>
          )}
        </div>
      )}
    </div>
  )
}
