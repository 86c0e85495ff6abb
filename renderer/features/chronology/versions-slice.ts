import type { Input } from '../../../workspace/contract.ts'
import type { EntryVersion, SourceFile } from '../../../workspace/contract/import.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

/** What stood before: the versions of an entry, and files as they were imported. */
export type VersionsSlice = {
  readonly entryHistory: Remote<readonly EntryVersion[]>
  readonly sourceFile: Remote<SourceFile>
  readonly loadEntryHistory: (entryId: string, pseudonyms: boolean) => Promise<void>
  readonly loadSourceFile: (input: Input<'chronology.source'>) => Promise<void>
}

export const versionsSlice: Slice<VersionsSlice> = (set, get) => {
  let asked = ''
  return {
    entryHistory: idle,
    sourceFile: idle,
    loadEntryHistory: async (entryId, pseudonyms) => {
      const { route } = get()
      if (route.screen !== 'case') return
      asked = entryId
      set({ entryHistory: { state: 'loading', previous: null } })
      const result = await call('chronology.history', { caseId: route.caseId, entryId, pseudonyms })
      if (asked !== entryId) return
      set({
        entryHistory: fromResult(result.ok ? { ok: true, value: result.value.versions } : result),
      })
    },
    loadSourceFile: async (input) => {
      const same = get().sourceFile
      const isSame = same.state === 'ready' && same.value.source.id === input.sourceId
      set({ sourceFile: isSame ? loadingFrom(same) : { state: 'loading', previous: null } })
      set({ sourceFile: fromResult(await call('chronology.source', input)) })
    },
  }
}
