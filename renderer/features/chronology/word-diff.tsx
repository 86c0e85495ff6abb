import { useMemo } from 'react'
import { diffWords } from '../../../domain/chronology/word-diff.ts'

/** What changed in a text, word by word: what went is struck out, what came is underlined, and both are said in words. */
export const WordDiff = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const parts = useMemo(() => diffWords(before, after), [before, after])
  return (
    <span className="word-diff as-written">
      {parts.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>
        const Mark = kind === 'removed' ? 'del' : 'ins'
        return (
          <Mark key={index}>
            <span className="visually-hidden">{kind === 'removed' ? '[removed: ' : '[added: '}</span>
            {text}
            <span className="visually-hidden">] </span>
          </Mark>
        )
      })}
    </span>
  )
}
