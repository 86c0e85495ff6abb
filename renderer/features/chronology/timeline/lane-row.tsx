import { undatedBox } from '../../../../domain/chronology/timeline/draw-item.ts'
import type { Stop } from '../../../../domain/chronology/timeline/move.ts'
import { boxOf, type Picture } from '../../../../domain/chronology/timeline/picture.ts'
import type { AgencyView } from '../../../../workspace/views.ts'
import { AgencyBadge } from '../../../agency-badge.tsx'
import { useStore } from '../../../store.ts'
import { counted } from '../../../ui/words.ts'
import { placeWords } from './place-words.ts'

/** Where the ring around a place stands: on what is drawn of it, as far as that is in sight. */
const ringOf = (picture: Picture, stop: Stop) => {
  const box = stop.item === null ? undatedBox(picture, stop.lane) : boxOf(picture, stop.item)
  const most = stop.item === null ? Infinity : picture.width
  const left = Math.min(Math.max(0, box.x), most)
  const right = Math.min(Math.max(left, box.x + box.width), most)
  return {
    left: left - 3,
    width: right - left + 6,
    top: box.y - stop.lane * picture.laneHeight - 2,
    height: box.height + 4,
  }
}

/** One agency’s lane as it is told: its name, and the place in hand where it is in this lane. */
export const LaneRow = ({
  picture,
  lane,
  agencyId,
  name,
  agencies,
  count,
  stop,
}: {
  readonly picture: Picture
  readonly lane: number
  readonly agencyId: string
  readonly name: string
  readonly agencies: readonly AgencyView[]
  /** Entries in this lane, wherever they are. */
  readonly count: number
  readonly stop: Stop | null
}) => {
  const words = useStore((state) => state.timelineWords)
  const silences = picture.silences.filter((gap) => gap.lane === lane).length
  return (
    <div role="row" aria-rowindex={lane + 1} className="timeline-lane" style={{ height: picture.laneHeight }}>
      <div role="rowheader" className="timeline-head">
        <AgencyBadge agencyId={agencyId} agencies={agencies} />
        <div className="timeline-head-text">
          <p className="timeline-name" title={name}>
            {name}
          </p>
          <p className="timeline-facts numbers">
            {counted(count, 'entry', 'entries')}
            {silences > 0 && <>, {counted(silences, 'silence')}</>}
          </p>
        </div>
      </div>
      {stop && (
        <div role="gridcell" id="timeline-in-hand" className="timeline-in-hand" style={ringOf(picture, stop)}>
          <span className="visually-hidden">{placeWords(picture, stop, words)}</span>
        </div>
      )}
    </div>
  )
}
