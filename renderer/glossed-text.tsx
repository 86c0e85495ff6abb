import { useEffect, useMemo } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { piecesOf } from '../domain/chronology/glossary.ts'
import type { TermView } from '../workspace/contract/glossary.ts'
import { valueOf } from './remote.ts'
import { useStore } from './store.ts'
import { Marked, type MarkedPart, partsWithin } from './ui/marked.tsx'
import { listed } from './ui/words.ts'

/** What abbreviations mean to an agency: its own use, else everybody's, else that of others. */
const meaningsFor = (
  terms: readonly TermView[],
  agencyId: string | null,
): ReadonlyMap<string, readonly string[]> => {
  const rank = (term: TermView): number =>
    term.agencyId === agencyId && agencyId !== null ? 0 : term.agencyId === null ? 1 : 2
  const explained = terms.filter(({ state }) => state === 'explained')
  const best = Map.groupBy(explained, ({ abbreviation }) => abbreviation)
  return new Map(
    [...best].map(([abbreviation, all]) => {
      const least = Math.min(...all.map(rank))
      return [abbreviation, all.filter((term) => rank(term) === least).map(({ meaning }) => meaning)]
    }),
  )
}

/** A text with its abbreviations explained to whoever rests on them or reaches them by keyboard. */
export const GlossedText = ({
  text,
  agencyId,
  marks = [],
}: {
  readonly text: string
  readonly agencyId: string | null
  /** Parts of the text to mark, in order and apart. */
  readonly marks?: readonly MarkedPart[]
}) => {
  const caseId = useStore(({ route }) => (route.screen === 'case' ? route.caseId : ''))
  const known = useStore((state) => state.glossaryCase === caseId)
  const glossary = useStore((state) => state.glossary)
  const load = useStore((state) => state.loadGlossary)
  useEffect(() => {
    if (!known && caseId !== '') void load(caseId)
  }, [known, load, caseId])
  const terms = known ? valueOf(glossary)?.terms : undefined
  const pieces = useMemo(() => piecesOf(text, meaningsFor(terms ?? [], agencyId)), [text, terms, agencyId])
  const begins = pieces.map((_, at) => pieces.slice(0, at).reduce((sum, piece) => sum + piece.text.length, 0))
  return pieces.map((piece, at) =>
    piece.meanings.length === 0 ? (
      <Marked text={piece.text} parts={partsWithin(marks, begins[at] ?? 0, piece.text.length)} key={at} />
    ) : (
      <TooltipTrigger delay={300} key={`${at} ${piece.text}`}>
        <Button className="glossed">
          <Marked text={piece.text} parts={partsWithin(marks, begins[at] ?? 0, piece.text.length)} />
        </Button>
        <Tooltip className="tooltip" offset={4}>
          {listed(piece.meanings, 'or')}
        </Tooltip>
      </TooltipTrigger>
    ),
  )
}
