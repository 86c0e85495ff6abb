import { useEffect, useState } from 'react'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'

const useSeconds = (since: number | undefined): number => {
  const [now, setNow] = useState(since ?? 0)
  useEffect(() => {
    if (since === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [since])
  return since === undefined ? 0 : Math.max(0, (now - since) / 1_000)
}

/** Long work: what, how much of how much, how long, and a way to stop it. Shown once it has taken half a second. */
export const WorkBar = () => {
  const work = useStore((state) => state.work)
  const cancel = useStore((state) => state.cancelWork)
  const seconds = useSeconds(work?.startedAt)
  if (!work || seconds < 0.5) return null
  const { progress } = work
  const count = progress
    ? progress.total === null
      ? progress.done.toLocaleString('en-GB')
      : `${progress.done.toLocaleString('en-GB')} of ${progress.total.toLocaleString('en-GB')}`
    : ''
  return (
    <div className="work-bar">
      <progress
        className="work-progress"
        aria-label={work.what}
        {...(progress && progress.total ? { value: progress.done, max: progress.total } : {})}
      />
      <span className="grow" role="status">
        {work.what}
        {progress && progress.what !== work.what ? `: ${progress.what}` : ''}
      </span>
      <span className="numbers quiet">
        {count} {Math.floor(seconds)} s
      </span>
      <Button onPress={() => void cancel()}>Cancel</Button>
    </div>
  )
}
