import { useEffect, useMemo, useState } from 'react'
import type { Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { countSeen, entriesSeen } from '../../../../domain/chronology/timeline/seen.ts'
import {
  fit,
  stretchOf,
  zoomAt,
  zoomLimits,
  type Stretch,
  type View,
} from '../../../../domain/chronology/timeline/view.ts'
import { summaryWords } from '../../../../domain/chronology/timeline/words.ts'
import { useMay } from '../../../permit.ts'
import { useStore } from '../../../store.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ExportForm } from './export-form.tsx'

/** A value once it has stayed the same for a moment. */
const useSettled = <T,>(value: T, milliseconds: number): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}

/** What is in view, said once the view has come to rest. */
const Summary = ({ picture }: { readonly picture: Picture }) => {
  const { entries, links, silences, view, width } = picture
  const from = useSettled(view.from, 300)
  const perPixel = useSettled(view.perPixel, 300)
  const words = useMemo(() => {
    const stretch = stretchOf({ from, perPixel }, width)
    return summaryWords(countSeen(entries, entriesSeen(entries, stretch), links, silences, stretch), stretch)
  }, [entries, links, silences, from, perPixel, width])
  return (
    <p className="timeline-summary numbers" role="status">
      {words}
    </p>
  )
}

export const Toolbar = ({
  picture,
  first,
  record,
  setView,
}: {
  readonly picture: Picture
  readonly first: Stretch
  readonly record: Stretch
  readonly setView: (change: (view: View) => View) => void
}) => {
  const table = useStore((state) => state.timelineTable)
  const showTable = useStore((state) => state.showTimelineTable)
  const mayExport = useMay('chronology:export')
  const [exporting, setExporting] = useState(false)
  const { view, width } = picture
  return (
    <div className="timeline-bar" role="group" aria-label="Timeline tools">
      <Summary picture={picture} />
      <div className="timeline-tools">
        <IconButton
          icon="minus"
          label="Zoom out"
          keys="−"
          isDisabled={view.perPixel >= zoomLimits.coarsest}
          onPress={() => setView((now) => zoomAt(now, width / 2, 1 / 2))}
        />
        <IconButton
          icon="plus"
          label="Zoom in"
          keys="+"
          isDisabled={view.perPixel <= zoomLimits.finest}
          onPress={() => setView((now) => zoomAt(now, width / 2, 2))}
        />
        {picture.period !== null && (
          <Button kind="quiet" onPress={() => setView(() => fit(first, width))}>
            Period under review
          </Button>
        )}
        <Button kind="quiet" onPress={() => setView(() => fit(record, width))}>
          All
        </Button>
        <Button kind="quiet" aria-pressed={table} onPress={() => showTable(!table)}>
          {table ? 'Hide the table' : 'As a table'}
        </Button>
        {mayExport && (
          <Button kind="quiet" onPress={() => setExporting(true)}>
            Export
          </Button>
        )}
      </div>
      <Dialog title="Export the timeline" open={exporting} onClose={() => setExporting(false)}>
        <ExportForm picture={picture} onClose={() => setExporting(false)} />
      </Dialog>
    </div>
  )
}
