import type { FoundAbbreviation } from '../../../domain/chronology/find-abbreviations.ts'
import type { GlossaryTerm } from '../../../domain/chronology/glossary.ts'
import type { Failure } from '../../../domain/result.ts'
import type { GlossaryView, TermView } from '../../../workspace/contract/glossary.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export type TermWrite = GlossaryTerm & { readonly id: string | null; readonly version: number }

export type Unexplained = { readonly found: readonly FoundAbbreviation[]; readonly total: number }

export type GlossarySlice = {
  readonly glossary: Remote<GlossaryView>
  readonly glossaryCase: string | null
  readonly unexplained: Remote<Unexplained>
  readonly loadGlossary: (caseId: string) => Promise<void>
  readonly loadUnexplained: (caseId: string) => Promise<void>
  /** Writes terms as one change that can be undone; `told` says what was done. */
  readonly saveTerms: (caseId: string, terms: readonly TermWrite[], told: string) => Promise<Failure | null>
}

const writeOf = ({ abbreviation, meaning, agencyId, state, id, version }: TermView): TermWrite => ({
  ...{ abbreviation, meaning, agencyId, state, id, version },
})

export const glossarySlice: Slice<GlossarySlice> = (set, get) => ({
  glossary: idle,
  glossaryCase: null,
  unexplained: idle,
  loadGlossary: async (caseId) => {
    set((state) => ({
      glossaryCase: caseId,
      glossary:
        state.glossaryCase === caseId ? loadingFrom(state.glossary) : { state: 'loading', previous: null },
    }))
    const result = await call('glossary.list', { caseId })
    if (get().glossaryCase === caseId) set({ glossary: fromResult(result) })
  },
  loadUnexplained: async (caseId) => {
    set((state) => ({ unexplained: loadingFrom(state.unexplained) }))
    const result = await call('glossary.unexplained', { caseId })
    if (get().glossaryCase === caseId) set({ unexplained: fromResult(result) })
  },
  saveTerms: async (caseId, terms, told) => {
    const before = get().glossary
    const known = before.state === 'ready' ? before.value.terms : []
    const result = await call('glossary.save', { caseId, terms: [...terms] })
    if (!result.ok) return result.error
    const back = result.value.terms.map((term): TermWrite => {
      const was = known.find(({ id }) => id !== null && id === term.id)
      return was ? { ...writeOf(was), version: term.version } : { ...writeOf(term), state: 'removed' }
    })
    get().toast('good', told, async () => {
      const error = await get().saveTerms(caseId, back, 'The change of the glossary is undone.')
      if (error) get().toast('danger', error.message)
    })
    await Promise.all([get().loadGlossary(caseId), get().loadUnexplained(caseId)])
    return null
  },
})
