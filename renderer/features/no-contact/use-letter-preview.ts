import { useEffect, useRef, useState } from 'react'
import type { LetterWords } from '../../../domain/chronology/no-contact-letter.ts'
import type { Failure } from '../../../domain/result.ts'
import type { Input } from '../../../workspace/contract.ts'
import type { LetterView } from '../../../workspace/contract/no-contact.ts'
import { useStore } from '../../store.ts'

type Order = Input<'no-contact.letter'> & { readonly words: LetterWords }

const quietMilliseconds = 300
const same = (a: LetterWords, b: LetterWords): boolean => a.before === b.before && a.after === b.after

/**
 * The letter as it would leave, drafted again a moment after anything of it changes. Words nobody has edited follow what
 * is chosen (one period or several, the day to answer by) and are handed to `onWords`; edited words stay as they are.
 */
export const useLetterPreview = (
  order: Order,
  first: LetterView,
  onWords: (words: LetterWords) => void,
): { readonly letter: LetterView; readonly failure: Failure | null } => {
  const draftLetter = useStore((state) => state.draftLetter)
  const [letter, setLetter] = useState(first)
  const [failure, setFailure] = useState<Failure | null>(null)
  const suggested = useRef(first.words)
  const tell = useRef(onWords)
  useEffect(() => {
    tell.current = onWords
  })
  const asked = JSON.stringify(order)
  useEffect(() => {
    const { words, ...rest } = JSON.parse(asked) as Order
    if (rest.stretches.length === 0) return
    let current = true
    const timer = setTimeout(() => {
      const unedited = same(words, suggested.current)
      void draftLetter(unedited ? rest : { ...rest, words }).then((result) => {
        if (!current) return
        if (!result.ok) return setFailure(result.error)
        setFailure(null)
        setLetter(result.value)
        if (!unedited) return
        suggested.current = result.value.words
        if (!same(words, result.value.words)) tell.current(result.value.words)
      })
    }, quietMilliseconds)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [asked, draftLetter])
  return { letter, failure }
}
