import { useRef } from 'react'
import type { OfferedTerm, TermView } from '../../../workspace/contract/glossary.ts'
import { Button } from '../../ui/button.tsx'
import { useKeptPlace } from '../../ui/return-focus.ts'
import { counted } from '../../ui/words.ts'
import type { Unexplained } from './slice.ts'

type NameOf = (agencyId: string | null) => string

export const TermTable = ({
  terms,
  nameOf,
  may,
  onEdit,
  onTakeOut,
}: {
  readonly terms: readonly TermView[]
  readonly nameOf: NameOf
  readonly may: boolean
  readonly onEdit: (term: TermView) => void
  readonly onTakeOut: (term: TermView) => void
}) => {
  const box = useRef<HTMLDivElement>(null)
  useKeptPlace(box, terms)
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label="The glossary" ref={box}>
      <table className="table glossary-table">
        <thead>
          <tr>
            <th scope="col">Abbreviation</th>
            <th scope="col">Meaning</th>
            <th scope="col">Used by</th>
            {may && (
              <th scope="col">
                <span className="visually-hidden">What to do</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <tr key={term.id ?? `case ${term.abbreviation}`}>
              <th scope="row">{term.abbreviation}</th>
              <td>{term.meaning}</td>
              <td>
                {nameOf(term.agencyId)}
                {term.id === null && <span className="quiet">, from the case’s own file</span>}
              </td>
              {may && (
                <td className="glossary-tools">
                  <Button
                    kind="quiet"
                    icon="edit"
                    aria-label={`Change ${term.abbreviation}, ${term.meaning}`}
                    onPress={() => onEdit(term)}
                  >
                    Change
                  </Button>
                  {term.id !== null && (
                    <Button
                      kind="quiet"
                      icon="close"
                      aria-label={`Take out ${term.abbreviation}, ${term.meaning}`}
                      onPress={() => onTakeOut(term)}
                    >
                      Take out
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What agencies' files explain: suggestions, until somebody takes them. */
export const OfferedList = ({
  offered,
  nameOf,
  onTake,
}: {
  readonly offered: readonly OfferedTerm[]
  readonly nameOf: NameOf
  readonly onTake: (terms: readonly OfferedTerm[]) => void
}) => {
  const box = useRef<HTMLUListElement>(null)
  useKeptPlace(box, offered)
  return (
    <section className="section glossary-offered" aria-label="Offered from agencies’ files">
      <header className="page-head">
        <h3>Offered from agencies’ files</h3>
        {offered.length > 1 && (
          <Button onPress={() => onTake(offered)}>Take all {offered.length.toLocaleString('en-GB')}</Button>
        )}
      </header>
      <ul ref={box}>
        {offered.map((term) => (
          <li key={`${term.agencyId} ${term.abbreviation} ${term.meaning}`}>
            <strong>{term.abbreviation}</strong>
            <span className="grow">
              {term.meaning} <span className="quiet">· {nameOf(term.agencyId)}</span>
            </span>
            <Button
              kind="quiet"
              icon="plus"
              aria-label={`Take ${term.abbreviation}, ${term.meaning}`}
              onPress={() => onTake([term])}
            >
              Take
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const UnexplainedList = ({
  found,
  total,
  may,
  onExplain,
  onPutAside,
}: Unexplained & {
  readonly may: boolean
  readonly onExplain: (abbreviation: string) => void
  readonly onPutAside: (abbreviation: string) => void
}) => {
  const box = useRef<HTMLUListElement>(null)
  useKeptPlace(box, found)
  return (
    <section className="section" aria-label="Not explained yet">
      <h3>Not explained yet</h3>
      {found.length === 0 ? (
        <p className="quiet">Every abbreviation found in the entries is explained.</p>
      ) : (
        <>
          <p className="quiet">
            {counted(total, 'word in capitals stands', 'words in capitals stand')} in the entries without an
            explanation
            {total > found.length ? `; the ${found.length} most frequent are listed` : ''}.
            {may && ' Explain those that are abbreviations, and put the others aside.'}
          </p>
          <ul className="glossary-unexplained" ref={box}>
            {found.map(({ abbreviation, count }) => (
              <li key={abbreviation}>
                <strong>{abbreviation}</strong>
                <span className="quiet numbers grow">{counted(count, 'time')}</span>
                {may && (
                  <>
                    <Button
                      kind="quiet"
                      aria-label={`Explain ${abbreviation}`}
                      onPress={() => onExplain(abbreviation)}
                    >
                      Explain
                    </Button>
                    <Button
                      kind="quiet"
                      aria-label={`Put aside ${abbreviation}, which is no abbreviation`}
                      onPress={() => onPutAside(abbreviation)}
                    >
                      Put aside
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
