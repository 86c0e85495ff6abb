import type { Failure } from '../../../domain/result.ts'
import type { ImportReport } from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import type { Slice } from '../../store.ts'

export type ImportFile = {
  readonly path: string
  readonly name: string
  /** What would happen, or did; null until it was read. */
  readonly report: ImportReport | null
  readonly failure: Failure | null
  readonly done: boolean
}

export type ImportSlice = {
  readonly importFiles: readonly ImportFile[]
  readonly importAgency: string
  readonly chooseImportAgency: (agencyId: string) => void
  /** Reads every file without writing anything. */
  readonly rehearseImport: (
    caseId: string,
    files: readonly { readonly path: string; readonly name: string }[],
  ) => Promise<void>
  readonly carryOutImport: (caseId: string) => Promise<boolean>
  readonly clearImport: () => void
}

export const importSlice: Slice<ImportSlice> = (set, get) => {
  const note = (path: string, change: Partial<ImportFile>): void =>
    set((state) => ({
      importFiles: state.importFiles.map((file) => (file.path === path ? { ...file, ...change } : file)),
    }))
  const run = async (caseId: string, file: ImportFile, dryRun: boolean): Promise<boolean> => {
    const result = await call('chronology.import', {
      caseId,
      agencyId: get().importAgency,
      path: file.path,
      dryRun,
    })
    note(
      file.path,
      result.ok
        ? { report: result.value, failure: null, done: !dryRun }
        : { failure: result.error, ...(dryRun ? { report: null } : {}) },
    )
    return result.ok
  }
  return {
    importFiles: [],
    importAgency: '',
    chooseImportAgency: (importAgency) => set({ importAgency, importFiles: [] }),
    rehearseImport: async (caseId, chosen) => {
      const files = chosen.map((file) => ({ ...file, report: null, failure: null, done: false }))
      set({ importFiles: files })
      await get().during('Reading what the files hold', async () => {
        for (const file of files) await run(caseId, file, true)
      })
    },
    carryOutImport: async (caseId) => {
      const ready = get().importFiles.filter((file) => file.report !== null && !file.done)
      const worked = await get().during('Importing', async () => {
        const outcomes: boolean[] = []
        for (const file of ready) outcomes.push(await run(caseId, file, false))
        return outcomes
      })
      await get().loadCase(caseId)
      set({ chronologyQuery: null, ribbon: null, entryPages: {}, entryTotal: null })
      return worked.every(Boolean)
    },
    clearImport: () => set({ importFiles: [], importAgency: '' }),
  }
}
