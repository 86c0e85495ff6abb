import type { Announcement } from '../../domain/chronology/source-table.ts'

/** Looks at things one after another, and says at the end what must be announced of them. */
export type Notice<T> = {
  readonly see: (one: T) => void
  readonly say: () => readonly Announcement[]
}

/** A notice that says something of some things, each by itself. */
export const noticeEach = <T>(announce: (one: T) => readonly Announcement[]): Notice<T> => {
  const announced: Announcement[] = []
  return { see: (one) => void announced.push(...announce(one)), say: () => announced }
}
