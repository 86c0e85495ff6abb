import type { Failure } from '../../../../domain/result.ts'
import type {
  FileLook,
  PreviewGroup,
  PreviewPage,
  TableChoice,
} from '../../../../workspace/contract/import.ts'
import type { ImportReport } from '../../../../workspace/views.ts'
import { call } from '../../../api.ts'
import { hidesNames } from '../../../names.ts'
import type { Slice } from '../../../store.ts'
import {
  firstChoices,
  mappingOf,
  readyToRead,
  tablesAlike,
  withColumn,
  withHeadingRow,
  type ColumnValue,
} from './choices.ts'
import { importDraftKey, readKeptImport, writeKeptImport, type KeptImport } from './kept-import.ts'

export const importSteps = ['agency', 'file', 'columns', 'preview', 'import'] as const
export type ImportStep = (typeof importSteps)[number]

export const previewPageSize = 100

export type ImportFile = {
  readonly path: string
  readonly name: string
  /** The file as it is; null until it was read. */
  readonly look: FileLook | null
  /** One for each of its tables, in order. */
  readonly choices: readonly TableChoice[]
  /** Whose the choices are: of the rules, kept from an earlier file, kept over a lock, or made now. */
  readonly mappedBy: 'guess' | 'kept' | 'draft' | 'person'
  readonly failure: Failure | null
  /** What importing it would do, or did, under `rehearsed`. */
  readonly report: ImportReport | null
  readonly rehearsed: readonly TableChoice[] | null
  readonly show: PreviewGroup
  readonly offset: number
  readonly page: PreviewPage | null
  readonly done: boolean
}

export type ImportSlice = {
  readonly importCase: string
  readonly importAgency: string
  readonly importStep: ImportStep
  readonly importFiles: readonly ImportFile[]
  /** The file before the person, by its path. */
  readonly importPath: string
  /** Choices kept over a lock whose file has not been chosen again yet. */
  readonly keptImport: KeptImport | null
  readonly beginImport: (caseId: string) => void
  readonly chooseImportAgency: (agencyId: string) => Promise<void>
  readonly addImportFiles: (
    files: readonly { readonly path: string; readonly name: string }[],
  ) => Promise<void>
  readonly leaveOutFile: (path: string) => void
  readonly goImportStep: (step: ImportStep, path?: string) => void
  readonly takeTable: (path: string, table: string, use: boolean) => void
  readonly toggleHeadingRow: (path: string, table: string, row: number) => void
  readonly chooseColumn: (path: string, table: string, index: number, value: ColumnValue) => void
  /** Lets go of what a person chose, and takes what was guessed. */
  readonly guessAgain: (path: string) => void
  readonly forgetMapping: (path: string) => Promise<void>
  readonly restoreMapping: (path: string, mappingId: string) => Promise<void>
  readonly rehearseImport: (path: string) => Promise<void>
  readonly showPreview: (path: string, show: PreviewGroup, offset: number) => Promise<void>
  /** Reads what is shown of every file again, after names were hidden or shown. */
  readonly showImportAgain: () => Promise<void>
  readonly carryOutImport: () => Promise<boolean>
  readonly clearImport: () => void
  /** Lets go of the import; what it answers with takes that back, with everything chosen in it. */
  readonly cancelImport: () => () => Promise<void>
}

const nothing = {
  importAgency: '',
  importStep: 'agency' as const,
  importFiles: [],
  importPath: '',
  keptImport: null,
}

const aFile = ({ path, name }: { readonly path: string; readonly name: string }): ImportFile => ({
  ...{ path, name, look: null, choices: [], mappedBy: 'guess', failure: null, report: null },
  ...{ rehearsed: null, show: 'all', offset: 0, page: null, done: false },
})

/** Whether what is known of a file's outcome still holds for what has been chosen. */
export const isRehearsed = ({ report, rehearsed, choices }: ImportFile): boolean =>
  report !== null && rehearsed === choices

export const importSlice: Slice<ImportSlice> = (set, get) => {
  const fileAt = (path: string): ImportFile | undefined =>
    get().importFiles.find((file) => file.path === path)
  const note = (path: string, change: Partial<ImportFile>): void =>
    set((state) => ({
      importFiles: state.importFiles.map((file) => (file.path === path ? { ...file, ...change } : file)),
    }))
  const keep = (): void => {
    const { importCase, importAgency, importFiles } = get()
    const files = importFiles.flatMap(({ name, look, choices, done }) =>
      look && !done ? [{ name, sha256: look.sha256, choices }] : [],
    )
    if (files.length > 0)
      get().noteDraft(importDraftKey(importCase), writeKeptImport({ agencyId: importAgency, files }))
  }
  const choose = (
    path: string,
    tables: ReadonlySet<string>,
    change: (choice: TableChoice) => TableChoice,
  ): void => {
    const file = fileAt(path)
    if (!file) return
    note(path, {
      choices: file.choices.map((choice) => (tables.has(choice.table) ? change(choice) : choice)),
      mappedBy: 'person',
      failure: null,
    })
    keep()
  }
  const given = (path: string) => ({
    ...{ caseId: get().importCase, agencyId: get().importAgency, path },
    pseudonyms: hidesNames(get()),
  })
  const look = async (path: string): Promise<FileLook | null> => {
    const result = await call('chronology.look', given(path))
    note(path, result.ok ? { look: result.value, failure: null } : { failure: result.error })
    return result.ok ? result.value : null
  }
  const lookAnew = async (path: string): Promise<void> => {
    const found = await look(path)
    if (!found) return
    const { keptImport } = get()
    const kept = keptImport?.files.find(({ sha256 }) => sha256 === found.sha256)
    note(path, {
      choices: kept ? kept.choices : firstChoices(found),
      mappedBy: kept ? 'draft' : found.kept ? 'kept' : 'guess',
    })
    if (kept && keptImport) {
      const rest = keptImport.files.filter((one) => one !== kept)
      set({ keptImport: rest.length > 0 ? { ...keptImport, files: rest } : null })
    }
  }
  const run = async (file: ImportFile, dryRun: boolean): Promise<boolean> => {
    const mapping = mappingOf(file.choices)
    if (!mapping) return false
    const { pseudonyms: _, ...input } = given(file.path)
    const result = await call('chronology.import', { ...input, mapping, dryRun, alsoAsPseudonyms: true })
    note(
      file.path,
      result.ok
        ? { report: result.value, rehearsed: file.choices, failure: null, done: !dryRun }
        : { failure: result.error, rehearsed: null },
    )
    return result.ok
  }
  const preview = async (path: string, show: PreviewGroup, offset: number): Promise<void> => {
    const file = fileAt(path)
    const mapping = file && mappingOf(file.choices)
    if (!file || !mapping) return
    const result = await call('chronology.preview', {
      ...{ ...given(path), mapping, show, offset, limit: previewPageSize },
    })
    // The person may have moved on while it was read.
    if (fileAt(path)?.choices !== file.choices) return
    note(path, result.ok ? { page: result.value, show, offset, failure: null } : { failure: result.error })
  }
  return {
    importCase: '',
    ...nothing,
    beginImport: (caseId) => {
      if (get().importCase !== caseId) set({ importCase: caseId, ...nothing })
      if (get().importFiles.length > 0) return
      const kept = readKeptImport(get().drafts[importDraftKey(caseId)]?.text)
      if (kept) set({ keptImport: kept, importAgency: kept.agencyId })
    },
    chooseImportAgency: async (importAgency) => {
      set({ importAgency })
      const files = get().importFiles.filter(({ done }) => !done)
      await get().during('Reading what the files hold', async () => {
        for (const { path, mappedBy } of files) {
          if (mappedBy === 'person' || mappedBy === 'draft') await look(path)
          else await lookAnew(path)
          note(path, { report: null, rehearsed: null, page: null })
        }
      })
      keep()
    },
    addImportFiles: async (chosen) => {
      const known = new Set(get().importFiles.flatMap(({ path, done }) => (done ? [] : [path])))
      const added = chosen.filter(({ path }) => !known.has(path))
      set((state) => ({
        importFiles: [
          ...state.importFiles.filter(({ path }) => !added.some((one) => one.path === path)),
          ...added.map(aFile),
        ],
      }))
      await get().during('Reading what the files hold', async () => {
        for (const { path } of added) await lookAnew(path)
      })
      keep()
      const read = get().importFiles.filter((file) => file.look !== null && !file.done)
      const unmapped = read.find(({ mappedBy }) => mappedBy === 'guess')
      const first = unmapped ?? read[0]
      if (first) get().goImportStep(unmapped ? 'file' : 'preview', first.path)
    },
    leaveOutFile: (path) => {
      set((state) => ({ importFiles: state.importFiles.filter((file) => file.path !== path) }))
      const [first] = get().importFiles
      if (!first) set({ importStep: 'agency', importPath: '' })
      else if (get().importPath === path) set({ importPath: first.path })
      if (first) keep()
      else void get().discardDraft(importDraftKey(get().importCase))
    },
    goImportStep: (importStep, path) =>
      set((state) => ({ importStep, importPath: path ?? state.importPath })),
    takeTable: (path, table, use) => choose(path, new Set([table]), (choice) => ({ ...choice, use })),
    toggleHeadingRow: (path, table, row) => {
      const sheet = fileAt(path)?.look?.tables.find(({ guess }) => guess.table === table)
      if (sheet) choose(path, new Set([table]), (choice) => withHeadingRow(choice, sheet, row))
    },
    chooseColumn: (path, table, index, value) => {
      const file = fileAt(path)
      const alike = file?.look ? tablesAlike(file.look, file.choices, table) : new Set<string>()
      choose(path, alike, (choice) => withColumn(choice, index, value))
    },
    guessAgain: (path) => {
      const tables = fileAt(path)?.look?.tables
      if (tables) note(path, { choices: tables.map(({ guess }) => guess), mappedBy: 'guess', failure: null })
      keep()
    },
    forgetMapping: async (path) => {
      const kept = fileAt(path)?.look?.kept
      if (!kept) return
      const { importCase: caseId, importAgency: agencyId } = get()
      const result = await call('chronology.forget-mapping', { caseId, agencyId, mappingId: kept.id })
      if (!result.ok) return get().toast('danger', result.error.message)
      await look(path)
      if (fileAt(path)?.mappedBy === 'kept') get().guessAgain(path)
    },
    restoreMapping: async (path, mappingId) => {
      const { importCase: caseId, importAgency: agencyId } = get()
      const result = await call('chronology.restore-mapping', { caseId, agencyId, mappingId })
      if (!result.ok) return get().toast('danger', result.error.message)
      await lookAnew(path)
    },
    rehearseImport: async (path) => {
      const file = fileAt(path)
      if (!file || file.done || isRehearsed(file) || !readyToRead(file.choices)) return
      await get().during('Working out what it changes', async () => {
        if (await run(file, true)) await preview(path, file.show, 0)
      })
    },
    showPreview: preview,
    showImportAgain: async () => {
      for (const { path, look: seen, done, page, show, offset } of get().importFiles) {
        if (!seen || done) continue
        await look(path)
        if (page) await preview(path, show, offset)
      }
    },
    carryOutImport: async () => {
      const caseId = get().importCase
      const ready = get().importFiles.filter((file) => isRehearsed(file) && !file.done)
      const worked = await get().during('Importing', async () => {
        const outcomes: boolean[] = []
        for (const file of ready) outcomes.push(await run(file, false))
        return outcomes
      })
      await get().loadCase(caseId)
      set({ chronologyQuery: null, density: null, entryPages: {}, entryTotal: null })
      if (get().importFiles.every(({ done }) => done)) await get().discardDraft(importDraftKey(caseId))
      else keep()
      return worked.length > 0 && worked.every(Boolean)
    },
    clearImport: () => {
      set(nothing)
      void get().discardDraft(importDraftKey(get().importCase))
    },
    cancelImport: () => {
      const { importCase, importAgency, importStep, importFiles, importPath, keptImport } = get()
      get().clearImport()
      return async () => {
        set({ importCase, importAgency, importStep, importFiles, importPath, keptImport })
        keep()
        await get().showImportAgain()
      }
    },
  }
}
