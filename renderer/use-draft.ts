import { useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useStore } from './store.ts'

export type DraftOffer = {
  /** When the text now in the form was kept, or null where nothing was restored. */
  readonly restoredAt: string | null
  /** After the form was sent, or the person let the text go. */
  readonly discard: () => void
}

const readDraft = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** Keeps what is being typed in the vault, and puts it back when the form is opened again after a lock. */
export const useDraft = <Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'subscribe' | 'reset' | 'getValues'>,
  key: string,
): DraftOffer => {
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const closed = useRef(false)
  const { subscribe, reset, getValues } = form
  useEffect(() => {
    closed.current = false
    const kept = useStore.getState().drafts[key]
    const values = kept ? readDraft(kept.text) : null
    if (kept && values) {
      reset({ ...getValues(), ...values }, { keepDefaultValues: true })
      setRestoredAt(kept.updatedAt)
    }
    let last = JSON.stringify(getValues())
    return subscribe({
      formState: { values: true },
      callback: ({ values: now }) => {
        const text = JSON.stringify(now)
        if (closed.current || text === last) return
        last = text
        useStore.getState().noteDraft(key, text)
      },
    })
  }, [key, subscribe, reset, getValues])
  return {
    restoredAt,
    discard: () => {
      closed.current = true
      setRestoredAt(null)
      void useStore.getState().discardDraft(key)
    },
  }
}
