import type { PackView } from '../../../workspace/views.ts'
import { Paper } from '../../paper.tsx'

/** The pack as its reader will have it. */
export const RecipientView = ({ pack }: { readonly pack: PackView }) => (
  <Paper paper={pack.document} label="What the recipient will read" />
)
