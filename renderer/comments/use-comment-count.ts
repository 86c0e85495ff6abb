import { valueOf } from '../remote.ts'
import { useStore } from '../store.ts'
import { standing, type Subject, subjectKey } from './slice.ts'

/** How many comments stand about a subject: as many as are on the page, else as many as there were when it was opened. */
export const useCommentCount = (): ((subject: Subject, before: number) => number) => {
  const discussion = useStore((state) => state.discussion)
  const about = useStore((state) => state.discussionOf)
  return (subject, before) => {
    const here = about === subjectKey(subject) ? valueOf(discussion) : null
    return here ? standing(here.threads) : before
  }
}
