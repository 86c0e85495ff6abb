import { useMemo } from 'react'
import { wordingOf, type CaseWording } from '../../../domain/chronology/case-wording.ts'
import type { CaseView } from '../../../workspace/views.ts'

/** The words a case uses. */
export const useWording = (one: CaseView): CaseWording => useMemo(() => wordingOf({}, one.kloes), [one.kloes])
