import { powerMonitor } from 'electron'

export type LockReason = 'asked' | 'idle' | 'screen-lock' | 'suspend' | 'fault'

export const idleMinutes = 10
const warningSeconds = 60

/**
 * Calls `lock` when the person has been away for ten minutes, the screen locks, or the computer sleeps; calls `warn`
 * once, a minute before, and `calm` when they come back.
 */
export const watchForLock = (listeners: {
  readonly isOpen: () => boolean
  readonly warn: (seconds: number) => void
  readonly lock: (why: LockReason) => void
}): void => {
  let warned = false
  const limit = idleMinutes * 60
  setInterval(() => {
    if (!listeners.isOpen()) return void (warned = false)
    const idle = powerMonitor.getSystemIdleTime()
    if (idle >= limit) return listeners.lock('idle')
    if (idle < limit - warningSeconds) return void (warned = false)
    if (warned) return
    warned = true
    listeners.warn(limit - idle)
  }, 5_000)
  powerMonitor.on('lock-screen', () => listeners.isOpen() && listeners.lock('screen-lock'))
  powerMonitor.on('suspend', () => listeners.isOpen() && listeners.lock('suspend'))
}
