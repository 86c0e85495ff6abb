import type { EntryField } from '../../../domain/chronology/entry.ts'
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
  /** Columns a person has put right, by the column's index: not yet read again where `reread` is false. */
  readonly corrected: Readonly<Record<number, EntryField>>
  readonly reread: boolean
}

/** How the file was last read, with what has been put right since; undefined where nothing has. */
const mappingOf = (file: ImportFile) =>
  file.report && Object.keys(file.corrected).length > 0
    ? {
        ...file.report.mapping,
        headingRows: [...file.report.mapping.headingRows],
        columns: file.report.mapping.columns.map((column) => ({
          ...column,
          field: file.corrected[column.index] ?? column.field,
        })),
      }
    : undefined

export type ImportSlice = {
  readonly importFiles: readonly ImportFile[]
  readonly importAgency: string
  readonly chooseImportAgency: (agencyId: string) => void
  /** Reads every file without writing anything. */
  readonly rehearseImport: (
    caseId: string,
    files: readonly { readonly path: string; readonly name: string }[],
  ) => Promise<void>
  /** Puts right what a column holds; the file is read again when asked. */
  readonly correctColumn: (path: string, index: number, field: EntryField) => void
  readonly rereadImport: (caseId: string, path: string) => Promise<void>
  readonly carryOutImport: (caseId: string) => Promise<boolean>
  readonly clearImport: () => void
}

export const importSlice: Slice<ImportSlice> = (set, get) => {
  const note = (path: string, change: Partial<ImportFile>): void =>
    set((state) => ({
      importFiles: state.importFiles.map((file) => (file.path === path ? { ...file, ...change } : file)),
    }))
  const run = async (caseId: string, file: ImportFile, dryRun: boolean): Promise<boolean> => {
    const mapping = mappingOf(file)
    const result = await call('chronology.import', {
      caseId,
      agencyId: get().importAgency,
      path: file.path,
      dryRun,
      alsoAsPseudonyms: true,
      ...(mapping ? { mapping } : {}),
    })
    note(
      file.path,
      result.ok
        ? { report: result.value, failure: null, done: !dryRun, reread: true }
        : { failure: result.error },
    )
    return result.ok
  }
  return {
    importFiles: [],
    importAgency: '',
    chooseImportAgency: (importAgency) => set({ importAgency, importFiles: [] }),
    rehearseImport: async (caseId, chosen) => {
      const files = chosen.map((file) => ({
        ...file,
        report: null,
        failure: null,
        done: false,
        corrected: {},
        reread: true,
      }))
      set({ importFiles: files })
      await get().during('Reading what the files hold', async () => {
        for (const file of files) await run(caseId, file, true)
      })
    },
    correctColumn: (path, index, field) =>
      set((state) => ({
        importFiles: state.importFiles.map((file) =>
          file.path === path
            ? { ...file, corrected: { ...file.corrected, [index]: field }, reread: false, failure: null }
            : file,
        ),
      })),
    rereadImport: async (caseId, path) => {
      const file = get().importFiles.find((one) => one.path === path)
      if (file) await get().during('Reading the file again', () => run(caseId, file, true))
    },
    carryOutImport: async (caseId) => {
      const ready = get().importFiles.filter((file) => file.report !== null && !file.done)
      const worked = await get().during('Importing', async () => {
        const outcomes: boolean[] = []
        for (const file of ready) outcomes.push(await run(caseId, file, false))
        return outcomes
      })
      await get().loadCase(caseId)
      set({ chronologyQuery: null, density: null, entryPages: {}, entryTotal: null })
      return worked.every(Boolean)
    },
    clearImport: () => set({ importFiles: [], importAgency: '' }),
  }
}
