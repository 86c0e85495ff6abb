import type { Paper } from '../../../../domain/chronology/timeline/draw-sheet.ts'
import type { Stretch, View } from '../../../../domain/chronology/timeline/view.ts'
import type { Failure } from '../../../../domain/result.ts'
import type { Output } from '../../../../workspace/contract.ts'
import type { PictureFormat, TimelineLink, TimelineView } from '../../../../workspace/contract/timeline.ts'
import type { EntryRow } from '../../../../workspace/views.ts'
import { call } from '../../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../../remote.ts'
import type { Slice } from '../../../store.ts'
import { filterInput, type ChronologyQuery } from '../slice.ts'

/** Where the keyboard stands: an entry by its place, in the lane of its agency. */
export type TimelinePlace = { readonly lane: number; readonly entry: number }

export type TimelineSlice = {
  readonly timeline: Remote<TimelineView>
  readonly timelineQuery: ChronologyQuery | null
  readonly timelineLinks: readonly TimelineLink[]
  /** What is looked at, as long as it is of one case. */
  readonly timelineView: View | null
  readonly timelinePlace: TimelinePlace | null
  /** The words of entries that were looked at, by id, as this person may read them now. */
  readonly timelineWords: ReadonlyMap<string, EntryRow>
  /** Several entries that stand at one place, listed beside the timeline. */
  readonly timelineHeap: readonly string[] | null
  /** Whether the stretch in view is also shown as a table. */
  readonly timelineTable: boolean
  readonly loadTimeline: (query: ChronologyQuery) => Promise<void>
  readonly loadTimelineLinks: (caseId: string) => Promise<void>
  /** Sees to it that the words of these entries are here or on their way. */
  readonly needWords: (ids: readonly string[]) => Promise<void>
  readonly lookAt: (view: View) => void
  readonly standAt: (place: TimelinePlace | null) => void
  readonly openHeap: (ids: readonly string[] | null) => void
  readonly showTimelineTable: (shown: boolean) => void
  /** Writes what is in view, filtered as the timeline is, as pictures into a folder. */
  readonly exportTimeline: (
    asked: ExportAsked,
  ) => Promise<Output<'chronology.timeline-export'> | { error: Failure }>
}

export type ExportAsked = {
  readonly stretch: Stretch
  readonly paper: Paper
  readonly formats: readonly PictureFormat[]
  readonly labels: boolean
  readonly out: string
}

/** More words than this at once keep others waiting. */
const mostAtOnce = 500

export const timelineSlice: Slice<TimelineSlice> = (set, get) => {
  const asked = new Set<string>()
  return {
    timeline: idle,
    timelineQuery: null,
    timelineLinks: [],
    timelineView: null,
    timelinePlace: null,
    timelineWords: new Map<string, EntryRow>(),
    timelineHeap: null,
    timelineTable: false,
    loadTimeline: async (query) => {
      const before = get().timelineQuery
      const sameCase = before?.caseId === query.caseId
      if (!sameCase || before.pseudonyms !== query.pseudonyms) {
        asked.clear()
        set({ timelineWords: new Map<string, EntryRow>() })
      }
      set((state) => ({
        timelineQuery: query,
        timelinePlace: null,
        timeline: sameCase ? loadingFrom(state.timeline) : { state: 'loading', previous: null },
        ...(sameCase ? {} : { timelineView: null, timelineLinks: [], timelineHeap: null }),
      }))
      const result = await call('chronology.timeline', filterInput(query))
      if (get().timelineQuery === query) set({ timeline: fromResult(result) })
    },
    loadTimelineLinks: async (caseId) => {
      const result = await call('chronology.timeline-links', { caseId })
      if (result.ok && get().timelineQuery?.caseId === caseId) set({ timelineLinks: result.value })
    },
    needWords: async (ids) => {
      const query = get().timelineQuery
      const wanted = ids.filter((id) => !get().timelineWords.has(id) && !asked.has(id)).slice(0, mostAtOnce)
      if (!query || wanted.length === 0) return
      for (const id of wanted) asked.add(id)
      const { caseId, pseudonyms } = query
      const result = await call('chronology.timeline-entries', { caseId, entryIds: wanted, pseudonyms })
      const now = get().timelineQuery
      if (now?.caseId !== caseId || now.pseudonyms !== pseudonyms) return
      for (const id of wanted) asked.delete(id)
      if (result.ok)
        set((state) => ({
          timelineWords: new Map([
            ...state.timelineWords,
            ...result.value.map((row) => [row.id, row] as const),
          ]),
        }))
    },
    lookAt: (timelineView) => set({ timelineView }),
    standAt: (timelinePlace) => set({ timelinePlace }),
    openHeap: (timelineHeap) => set({ timelineHeap }),
    showTimelineTable: (timelineTable) => set({ timelineTable }),
    exportTimeline: async ({ stretch: { from, to }, formats, ...asked }) => {
      const query = get().timelineQuery
      if (!query) return { error: { code: 'conflict', message: 'Open the timeline first.', fields: [] } }
      const result = await get().during('Drawing the timeline', () =>
        call('chronology.timeline-export', {
          ...filterInput(query),
          ...asked,
          stretch: { from, to },
          formats: [...formats],
        }),
      )
      return result.ok ? result.value : { error: result.error }
    },
  }
}
