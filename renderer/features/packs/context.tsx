import type { CandidateView } from '../../../workspace/views.ts'
import { Button } from '../../ui/button.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'

/** Where the words in question stand, one place at a time; the passages beside it follow. */
export const Context = ({
  candidate,
  place,
  onPlace,
}: {
  readonly candidate: Pick<CandidateView, 'text' | 'places'>
  readonly place: string
  readonly onPlace: (passage: string) => void
}) => {
  const { places } = candidate
  const at = Math.max(
    0,
    places.findIndex(({ passage }) => passage === place),
  )
  const here = places[at]
  const next = places[(at + 1) % places.length]
  const go = (): void => {
    if (next) onPlace(next.passage)
  }
  useShortcuts(places.length > 1 ? [{ keys: 'p', run: go }] : [])
  if (!here) return <p className="quiet small">These words do not stand in this pack.</p>
  return (
    <div className="context">
      <p className="as-written">
        {here.before}
        <mark className="asked" data-active>
          {candidate.text}
        </mark>
        {here.after}
      </p>
      <p className="small faint">{here.where}</p>
      {places.length > 1 && (
        <div className="row">
          <span className="small quiet numbers">
            Place {at + 1} of {places.length}
          </span>
          <Button kind="quiet" keys="p" onPress={go}>
            Next place
          </Button>
        </div>
      )}
    </div>
  )
}
