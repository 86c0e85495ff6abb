import { getCase } from '../../db/cases.ts'
import { listEntriesById } from '../../db/entry-dates.ts'
import { listAgencies } from '../../db/agencies.ts'
import { openLetters } from '../../documents/write/picture/outlines.ts'
import { pngPicture } from '../../documents/write/picture/png-picture.ts'
import { svgPicture } from '../../documents/write/picture/svg-picture.ts'
import { agencyMarks } from '../../domain/case/agency-marks.ts'
import { drawSheet, papers, sheetPlan, type SheetWords } from '../../domain/chronology/timeline/draw-sheet.ts'
import { layOut, looseLanesOf } from '../../domain/chronology/timeline/lay-out.ts'
import { dayMinutes, dayWords, minuteOf } from '../../domain/chronology/timeline/moments.ts'
import type { Pen } from '../../domain/chronology/timeline/pen.ts'
import { itemsSeen, type Picture } from '../../domain/chronology/timeline/picture.ts'
import { countSeen, entriesSeen, isSeen, type Link } from '../../domain/chronology/timeline/seen.ts'
import { fit } from '../../domain/chronology/timeline/view.ts'
import { summaryWords } from '../../domain/chronology/timeline/words.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { ValidInput } from '../contract.ts'
import type { TimelineLink, TimelineView } from '../contract/timeline.ts'
import type { Session } from '../host.ts'
import type { LeavingFile } from '../packs/leaving-files.ts'
import { caseKey, refuseAtGate } from '../packs/refuse-at-gate.ts'
import type { Readings } from './show-entries.ts'

type Asked = Pick<
  ValidInput<'chronology.timeline-export'>,
  'caseId' | 'stretch' | 'paper' | 'formats' | 'labels'
>

type Shown = TimelineView & { readonly links: readonly TimelineLink[] }

const marking = 'Pseudonymised, still personal data. OFFICIAL-SENSITIVE.'

/** The picture of a stretch of a timeline, ready to draw on a sheet. */
const pictureOf = (session: Session, shown: Shown, asked: Asked, read: Readings): Picture => {
  const { db } = session.vault
  const { caseId, paper, stretch, labels } = asked
  const { entries, lanes } = shown
  const loose = looseLanesOf(entries, lanes.length).map(({ dated, undated }) => ({
    dated: dated.filter(({ entry }) => isSeen(entries, entry, stretch)),
    undated,
  }))
  const plan = sheetPlan(
    paper,
    lanes.length,
    loose.some(({ undated }) => undated.length > 0),
  )
  if (plan === null)
    throw new ExpectedError(
      'invalid',
      `${lanes.length} agencies cannot be read on one ${paper.toUpperCase()} sheet. ` +
        `${paper === 'a4' ? 'Choose A3, or filter' : 'Filter'} for fewer agencies; nothing was written.`,
      [{ path: 'paper', message: 'Too small for so many agencies' }],
    )
  const marks = agencyMarks(
    listAgencies(db, caseId).map(({ agencyId, name, sector }) => ({
      id: agencyId,
      name,
      sector: sector ?? '',
    })),
  )
  // A little room, so that what stands on the first and last day is drawn whole.
  const view = fit(stretch, plan.width, 0.01)
  const places = new Map(entries.ids.map((id, place) => [id, place]))
  const links = shown.links.flatMap(({ a, b, ...link }): Link[] => {
    const [first, second] = [places.get(a), places.get(b)]
    return first === undefined || second === undefined ? [] : [{ ...link, a: first, b: second }]
  })
  const period = shown.period && {
    from: minuteOf(shown.period.from),
    to: minuteOf(shown.period.to) + dayMinutes,
  }
  const picture: Picture = {
    entries,
    declared: new Set(entries.declared),
    lanes: lanes.map(({ agencyId, name }) => ({
      name,
      letter: marks.get(agencyId)?.letter ?? '?',
      colour: marks.get(agencyId)?.colour ?? 8,
    })),
    layout: layOut(loose, view.perPixel, plan.rows),
    rows: plan.rows,
    view,
    width: plan.width,
    laneHeight: plan.laneHeight,
    unit: 1,
    silences: shown.silences,
    links,
    period,
    keyDates: shown.keyDates,
    label: () => null,
    open: null,
  }
  if (!labels) return picture
  const alone = lanes
    .flatMap((_, lane) => itemsSeen(picture, lane))
    .flatMap((item) => (item.entries.length === 1 ? item.entries : []))
  const words = new Map(
    listEntriesById(
      db,
      caseId,
      alone.map((entry) => entries.ids[entry] ?? ''),
    ).map(({ id, fields }) => [id, read.text(fields.event ?? '').replaceAll(/\s+/g, ' ')]),
  )
  return { ...picture, label: (entry) => words.get(entries.ids[entry] ?? '') ?? null }
}

/**
 * Draws a stretch of a timeline as files, opened again and searched for everything of the people key before they may leave. The
 * picture of pixels shows what the drawing shows, whose words can be searched, so both are made and one is searched
 * where only pixels were asked for.
 */
export const timelineFiles = async (
  session: Session,
  shown: Shown,
  asked: Asked,
  read: Readings,
  now: string,
): Promise<readonly LeavingFile[]> => {
  const { db } = session.vault
  const { caseId, paper, stretch, formats } = asked
  const picture = pictureOf(session, shown, asked, read)
  const seen = entriesSeen(picture.entries, stretch)
  const counts = countSeen(picture.entries, seen, picture.links, picture.silences, stretch)
  const { title } = getCase(db, caseId)
  const summary = summaryWords(counts, stretch)
  const words: SheetWords = {
    title: `${read.text(title)}: timeline`,
    subtitle: summary,
    marking,
    footer: `Made on ${dayWords(minuteOf(now.slice(0, 10)))}`,
  }
  const told = {
    title: words.title,
    description: `${summary}. Lanes: ${picture.lanes.map(({ name }) => name).join('; ')}. ${marking}`,
  }
  const draw = (pen: Pen): void => drawSheet(pen, picture, paper, words)
  const letters = openLetters()
  const drawing = { name: 'timeline.svg', bytes: svgPicture(papers[paper], told, letters, draw) }
  const pixels = formats.includes('png')
    ? [{ name: 'timeline.png', bytes: await pngPicture(papers[paper], told, letters, draw) }]
    : []
  const files = await refuseAtGate(
    [drawing, ...pixels],
    caseKey(db, caseId),
    null,
    asked.labels
      ? {
          advice: 'Leave out the words of entries, or decide about the name in a pack’s review first.',
        }
      : {},
  )
  return formats.includes('svg') ? files : files.slice(1)
}
