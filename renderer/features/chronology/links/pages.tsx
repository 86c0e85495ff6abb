import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { linkPageSizes, type LinkList } from './slice.ts'

/** Which part of a long list is shown, and the way to the rest; nothing where all of it is. */
export const Pages = ({
  caseId,
  list,
  offset,
  total,
}: {
  readonly caseId: string
  readonly list: LinkList
  readonly offset: number
  readonly total: number
}) => {
  const turn = useStore((state) => state.turnLinkPage)
  const size = linkPageSizes[list]
  if (total <= size) return null
  const number = (count: number): string => count.toLocaleString('en-GB')
  return (
    <nav className="row link-pages" aria-label="Pages">
      <Button
        kind="quiet"
        icon="left"
        isDisabled={offset === 0}
        onPress={() => void turn(caseId, list, Math.max(0, offset - size))}
      >
        {`Previous ${size}`}
      </Button>
      <span className="small quiet numbers" role="status">
        {number(offset + 1)} to {number(Math.min(total, offset + size))} of {number(total)}
      </span>
      <Button
        kind="quiet"
        icon="right"
        isDisabled={offset + size >= total}
        onPress={() => void turn(caseId, list, offset + size)}
      >
        {`Next ${size}`}
      </Button>
    </nav>
  )
}
