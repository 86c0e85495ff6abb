import type { Failure, Result } from '../domain/result.ts'

/** Something asked of the workspace: not yet, on its way (with what was there before), here, or refused. */
export type Remote<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly previous: T | null }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: Failure }

export const idle: Remote<never> = { state: 'idle' }

export const valueOf = <T>(remote: Remote<T>): T | null => {
  if (remote.state === 'ready') return remote.value
  return remote.state === 'loading' ? remote.previous : null
}

export const loadingFrom = <T>(remote: Remote<T>): Remote<T> => ({
  state: 'loading',
  previous: valueOf(remote),
})

export const fromResult = <T>(result: Result<T>): Remote<T> =>
  result.ok ? { state: 'ready', value: result.value } : { state: 'failed', error: result.error }
