import { useEffect, useMemo } from 'react'
import { type CaseWording, wordingOf } from '../domain/chronology/case-wording.ts'
import type { CaseView } from '../workspace/views.ts'
import { valueOf } from './remote.ts'
import { useStore } from './store.ts'

/** The words and columns of a case: the usual ones until its own are here. */
export const useWording = (one: Pick<CaseView, 'id' | 'kloes'>): CaseWording => {
  const known = useStore((state) => state.wordingCase === one.id)
  const wording = useStore((state) => state.wording)
  const load = useStore((state) => state.loadWording)
  useEffect(() => {
    if (!known) void load(one.id)
  }, [known, load, one.id])
  const own = known ? valueOf(wording)?.wording : undefined
  return useMemo(() => own ?? wordingOf({}, one.kloes), [own, one.kloes])
}
