import { useState } from 'react'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { instantInWords } from '../../../ui/words.ts'
import type { ImportFile } from './slice.ts'

/** Whose the columns are, where nobody chose them now: kept from an earlier file of the agency, or over a lock. */
export const KeptNotice = ({ file }: { readonly file: ImportFile }) => {
  const forget = useStore((state) => state.forgetMapping)
  const restore = useStore((state) => state.restoreMapping)
  const goStep = useStore((state) => state.goImportStep)
  const [forgotten, setForgotten] = useState<string | null>(null)
  const kept = file.look?.kept
  if (file.done) return null
  if (file.mappedBy === 'draft')
    return (
      <Notice tone="info" live>
        What you had chosen for this file before the vault was locked has been taken up again.
      </Notice>
    )
  if (file.mappedBy === 'kept' && kept)
    return (
      <Notice
        tone="info"
        live
        actions={
          <>
            <Button kind="quiet" onPress={() => goStep('columns', file.path)}>
              Change the columns
            </Button>
            <Button
              kind="quiet"
              onPress={() => {
                setForgotten(kept.id)
                void forget(file.path)
              }}
            >
              Forget this mapping
            </Button>
          </>
        }
      >
        Its headings are known: columns as mapped on {instantInWords(kept.savedAt)} by {kept.savedBy}.
      </Notice>
    )
  if (forgotten !== null)
    return (
      <Notice
        tone="plain"
        live
        actions={
          <Button
            kind="quiet"
            onPress={() => {
              setForgotten(null)
              void restore(file.path, forgotten)
            }}
          >
            Take that back
          </Button>
        }
      >
        The mapping is forgotten. The columns are guessed again.
      </Notice>
    )
  return null
}
