import { useEffect, useState } from 'react'
import { useStore } from './store.ts'

/** One text kept in the vault while it is typed: its value, how to change it, and how to let it go. */
export const useTextDraft = (key: string) => {
  const [text, setText] = useState('')
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  useEffect(() => {
    const kept = useStore.getState().drafts[key]
    setText(kept?.text ?? '')
    setRestoredAt(kept?.updatedAt ?? null)
  }, [key])
  return {
    text,
    restoredAt,
    change: (next: string) => {
      setText(next)
      useStore.getState().noteDraft(key, next)
    },
    discard: () => {
      setText('')
      setRestoredAt(null)
      void useStore.getState().discardDraft(key)
    },
  }
}
