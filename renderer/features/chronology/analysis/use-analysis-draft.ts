import { useEffect, useRef, useState } from 'react'
import { type Analysis, changedParts } from '../../../../domain/chronology/analysis.ts'
import { useStore } from '../../../store.ts'

export const draftKey = (caseId: string, recordId: string): string => `analysis/${caseId}/${recordId}`

/** What was kept of an analysis while it was typed: only the parts that differ from what is saved. */
export const keptParts = (key: string): { readonly parts: Partial<Analysis>; readonly at: string } | null => {
  const kept = useStore.getState().drafts[key]
  if (!kept) return null
  try {
    const parts: unknown = JSON.parse(kept.text)
    return typeof parts === 'object' && parts !== null ? { parts, at: kept.updatedAt } : null
  } catch {
    return null
  }
}

/** The parts of an analysis that differ from another. */
export const differing = (before: Analysis, after: Analysis): Partial<Analysis> =>
  Object.fromEntries(changedParts(before, after).map((part) => [part, after[part]]))

/** Keeps what differs from the saved analysis in the vault while it is typed, and lets it go once it is saved. */
export const useAnalysisDraft = (key: string, saved: Analysis, values: Analysis) => {
  const [restoredAt, setRestoredAt] = useState(() => keptParts(key)?.at ?? null)
  const changes = differing(saved, values)
  const isDirty = Object.keys(changes).length > 0
  const text = isDirty ? JSON.stringify(changes) : ''
  const noted = useRef(text)
  useEffect(() => {
    if (noted.current === text) return
    noted.current = text
    if (text !== '') useStore.getState().noteDraft(key, text)
    else void useStore.getState().discardDraft(key)
  }, [key, text])
  return { isDirty, changes, restoredAt, forget: () => setRestoredAt(null) }
}
