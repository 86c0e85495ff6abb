import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

/** What stands where content would: nothing yet, not yours, or gone wrong. Says what and what to do. */
export const StatePanel = ({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) => (
  <section className="state-panel">
    <span className="state-icon">
      <Icon name={icon} />
    </span>
    <h2>{title}</h2>
    {children && <div className="state-text">{children}</div>}
    {actions && <div className="row">{actions}</div>}
  </section>
)

/** True once `after` milliseconds have passed: shorter waits show nothing, so nothing flashes. */
const useLate = (after: number): boolean => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after)
    return () => clearTimeout(timer)
  }, [after])
  return late
}

export const Waiting = ({ label }: { readonly label: string }) => {
  const late = useLate(200)
  return (
    <div className="waiting" role="status">
      {late && (
        <>
          <span className="waiting-bar" aria-hidden="true" />
          <span>{label}</span>
        </>
      )}
    </div>
  )
}

export const Refused = ({ title, message }: { readonly title: string; readonly message: string }) => (
  <StatePanel icon="lock" title={title}>
    <p>{message}</p>
  </StatePanel>
)

export const Failed = ({ message, retry }: { readonly message: string; readonly retry?: () => void }) => (
  <StatePanel
    icon="error"
    title="This could not be shown"
    actions={
      retry && (
        <Button kind="plain" onPress={retry}>
          Try again
        </Button>
      )
    }
  >
    <p role="alert">{message}</p>
  </StatePanel>
)
