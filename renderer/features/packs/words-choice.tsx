import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

/** Words of the reader's own to stand in the place of others. */
export const WordsChoice = ({
  busy,
  onChoose,
}: {
  readonly busy: boolean
  readonly onChoose: (words: string) => void
}) => {
  const [words, setWords] = useState('')
  return (
    <form
      className="question-more"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() !== '') onChoose(words.trim())
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
  )
}
