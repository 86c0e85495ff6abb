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

/** What of a form's values differs from what it began with. */
const changedOf = <Values extends FieldValues>(now: Values, before: Values): Partial<Values> =>
  Object.fromEntries(
    Object.entries(now).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  ) as Partial<Values>

/**
 * Keeps what is being typed in the vault, and puts it back when the form is opened again after a lock. With `begunWith`
 * only what differs from it is kept, so that what others changed meanwhile is not put back with it.
 */
export const useDraft = <Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'subscribe' | 'reset' | 'getValues'>,
  key: string,
  begunWith?: Values,
): DraftOffer => {
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const closed = useRef(false)
  const before = useRef(begunWith)
  useEffect(() => {
    before.current = begunWith
  })
  const { subscribe, reset, getValues } = form
  useEffect(() => {
    closed.current = false
    const kept = useStore.getState().drafts[key]
    const values = kept ? readDraft(kept.text) : null
    if (kept && values) {
      reset({ ...getValues(), ...values }, { keepDefaultValues: true })
      setRestoredAt(kept.updatedAt)
    }
    const textOf = (now: Values): string => {
      const kept = before.current ? changedOf(now, before.current) : now
      return Object.keys(kept).length === 0 ? '' : JSON.stringify(kept)
    }
    let last = textOf(getValues())
    return subscribe({
      formState: { values: true },
      callback: ({ values: now }) => {
        const text = textOf(now)
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
