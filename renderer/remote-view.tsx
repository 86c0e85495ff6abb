import type { ReactNode } from 'react'
import type { Remote } from './remote.ts'
import { Failed, Refused, Waiting } from './ui/state-panel.tsx'

/** One of four: waiting (unseen for the first fifth of a second), refused, failed, or the thing itself. */
export const RemoteView = <T,>({
  remote,
  waiting,
  retry,
  children,
}: {
  readonly remote: Remote<T>
  readonly waiting: string
  readonly retry?: () => void
  readonly children: (value: T) => ReactNode
}) => {
  if (remote.state === 'ready') return children(remote.value)
  if (remote.state === 'failed')
    return remote.error.code === 'not-permitted' ? (
      <Refused title="Not yours to open" message={remote.error.message} />
    ) : (
      <Failed message={remote.error.message} {...(retry ? { retry } : {})} />
    )
  if (remote.state === 'loading' && remote.previous !== null) return children(remote.previous)
  return <Waiting label={waiting} />
}
