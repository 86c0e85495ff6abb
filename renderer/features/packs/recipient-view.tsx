import { useEffect } from 'react'
import type { PackView } from '../../../workspace/views.ts'
import { Paper } from '../../paper.tsx'
import { useStore } from '../../store.ts'

/** The pack as its reader will have it. Opening it is what lets a second person approve. */
export const RecipientView = ({ pack }: { readonly pack: PackView }) => {
  const noteRead = useStore((state) => state.noteRead)
  useEffect(() => noteRead(pack.id), [noteRead, pack.id])
  return <Paper paper={pack.document} label="What the recipient will read" />
}
