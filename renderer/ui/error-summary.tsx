import { useEffect, useRef } from 'react'
import { Icon } from './icon.tsx'

export type Problem = { readonly field: string | null; readonly message: string }

/** At the top of a form that was refused: takes the focus once for each attempt, and each line leads to its field. */
export const ErrorSummary = ({
  problems,
  attempt,
}: {
  readonly problems: readonly Problem[]
  /** Rises with each refused attempt, so that the focus comes back every time. */
  readonly attempt: number
}) => {
  const box = useRef<HTMLDivElement>(null)
  const any = problems.length > 0
  const told = useRef(0)
  useEffect(() => {
    if (!any || told.current === attempt) return
    told.current = attempt
    box.current?.focus()
  }, [any, attempt])
  if (!any) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">
        <Icon name="error" /> There is a problem
      </h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field ?? ''}${problem.message}`}>
            {problem.field === null ? (
              problem.message
            ) : (
              <a
                href={`#${problem.field}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(problem.field ?? '')?.focus()
                }}
              >
                {problem.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
