import type { Failure } from '../../../domain/result.ts'
import type { Input, Output } from '../../../workspace/contract.ts'
import type {
  PackSummary,
  PackView,
  PassageView,
  PeopleKeyEntry,
  ReleaseReport,
  WithheldView,
} from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'
import type { Taken } from './taken.ts'

/** What a reader says of somebody who is new to the key. */
type NewPerson = Pick<PeopleKeyEntry, 'kind' | 'name' | 'pseudonym'> & {
  readonly role: string | null
  readonly aliases: string[]
}

export type PacksSlice = {
  readonly packs: Remote<readonly PackSummary[]>
  readonly pack: Remote<PackView>
  readonly passages: Remote<readonly PassageView[]>
  /** What the pack being put together would withhold. */
  readonly withheld: Remote<WithheldView>
  /** Who a candidate could be: the case's people key, for those who review. */
  readonly packPeople: readonly PeopleKeyEntry[]
  /** What this person must open of the pack before approving it. */
  readonly packSample: Remote<Output<'pack.sample'>>
  readonly loadPacks: (caseId: string) => Promise<void>
  readonly loadPack: (packId: string) => Promise<void>
  readonly loadPassages: (packId: string, caseId: string) => Promise<void>
  readonly loadWithheld: (asked: Input<'pack.withheld'>) => Promise<void>
  /** The case's people key, for saying whom a pack is for. */
  readonly loadPackPeople: (caseId: string) => Promise<void>
  readonly buildPack: (input: Input<'pack.build'>) => Promise<Failure | null>
  readonly decide: (packId: string, decisions: readonly Taken[]) => Promise<Failure | null>
  /** Adds somebody to the people key while a pack is reviewed. */
  readonly addPerson: (
    caseId: string,
    person: NewPerson,
  ) => Promise<{ readonly entity: string } | { readonly error: Failure }>
  /** Adds another name to somebody in the people key. */
  readonly addAlias: (caseId: string, person: PeopleKeyEntry, alias: string) => Promise<Failure | null>
  /** What somebody could search for in the pack. */
  readonly packSearches: Remote<Output<'pack.searches'>>
  readonly loadSearches: (packId: string) => Promise<void>
  readonly answerSearch: (
    packId: string,
    answer: Input<'pack.answer-searches'>['answers'][number],
  ) => Promise<Failure | null>
  readonly loadPackSample: (packId: string) => Promise<void>
  readonly openPackSample: (
    packId: string,
    item: string,
  ) => Promise<{ readonly text: string } | { readonly error: Failure }>
  readonly approvePack: (packId: string) => Promise<Failure | null>
  /** A passphrase to seal a pack with; empty where none could be made. It is kept nowhere. */
  readonly makeSealPassphrase: () => Promise<string>
  readonly releasePack: (
    packId: string,
    out: string,
    seal?: Input<'pack.release'>['seal'],
  ) => Promise<{ report: ReleaseReport } | { error: Failure }>
}

export const packsSlice: Slice<PacksSlice> = (set, get) => {
  /** The answer to an earlier question about a profile must not stand beside a later one. */
  let lastAsked = 0
  const refresh = async (packId: string): Promise<void> => {
    set((state) => ({ pack: loadingFrom(state.pack) }))
    set({ pack: fromResult(await call('pack.show', { packId })) })
  }
  return {
    packs: idle,
    pack: idle,
    passages: idle,
    withheld: idle,
    packPeople: [],
    packSample: idle,
    packSearches: idle,
    loadPacks: async (caseId) => {
      set({ packs: { state: 'loading', previous: null } })
      set({ packs: fromResult(await call('pack.list', { caseId })) })
    },
    loadPack: async (packId) => {
      set({ pack: { state: 'loading', previous: null }, passages: idle })
      set({ pack: fromResult(await call('pack.show', { packId })) })
    },
    loadPassages: async (packId, caseId) => {
      set((state) => ({ passages: loadingFrom(state.passages) }))
      const [passages, people] = await Promise.all([
        call('pack.passages', { packId }),
        call('people-key.list', { caseId }),
      ])
      set({ passages: fromResult(passages), packPeople: people.ok ? people.value : [] })
    },
    loadWithheld: async (question) => {
      const asked = (lastAsked += 1)
      set({ withheld: { state: 'loading', previous: null } })
      const result = await call('pack.withheld', question)
      if (asked === lastAsked) set({ withheld: fromResult(result) })
    },
    loadPackPeople: async (caseId) => {
      const people = await call('people-key.list', { caseId })
      set({ packPeople: people.ok ? people.value : [] })
    },
    buildPack: async (input) => {
      const result = await get().during('Building the pack and opening every file again', () =>
        call('pack.build', input),
      )
      if (!result.ok) return result.error
      get().go({ screen: 'case', caseId: input.caseId, tab: 'packs', item: result.value.packId })
      return null
    },
    decide: async (packId, decisions) => {
      const result = await get().during('Applying the decisions and opening every file again', () =>
        call('pack.review', { packId, decisions: [...decisions] }),
      )
      if (!result.ok) return result.error
      await refresh(packId)
      const passages = await call('pack.passages', { packId })
      set({ passages: fromResult(passages) })
      return null
    },
    addPerson: async (caseId, person) => {
      const result = await call('people-key.save', {
        ...{ caseId, version: 0, entry: { ...person, id: crypto.randomUUID() } },
      })
      if (!result.ok) return { error: result.error }
      set((state) => ({ packPeople: [...state.packPeople, result.value], chronologyQuery: null }))
      get().toast('good', `${result.value.pseudonym} is added to the people key.`)
      return { entity: result.value.id }
    },
    addAlias: async (caseId, person, alias) => {
      const { id, kind, name, pseudonym, role, aliases, identifiers } = person
      const entry = {
        ...{ id, kind, name, pseudonym, role: role === '' ? null : role },
        ...{ aliases: [...aliases, alias], identifiers: [...identifiers] },
        ...{ aliases_needing_care: { ...person.aliasesNeedingCare }, replace_in: person.replaceIn },
      }
      const result = await call('people-key.save', { caseId, version: person.version, entry })
      if (!result.ok) return result.error
      set((state) => ({
        packPeople: state.packPeople.map((one) => (one.id === id ? result.value : one)),
        chronologyQuery: null,
      }))
      get().toast('good', `It is now one of the names of ${pseudonym} in the people key.`)
      return null
    },
    loadSearches: async (packId) => {
      set((state) => ({ packSearches: loadingFrom(state.packSearches) }))
      set({ packSearches: fromResult(await call('pack.searches', { packId })) })
    },
    answerSearch: async (packId, answer) => {
      const result = await call('pack.answer-searches', { packId, answers: [answer] })
      if (!result.ok) return result.error
      set({ packSearches: fromResult(result) })
      await refresh(packId)
      return null
    },
    loadPackSample: async (packId) => {
      set({ packSample: { state: 'loading', previous: null } })
      set({ packSample: fromResult(await call('pack.sample', { packId })) })
    },
    openPackSample: async (packId, item) => {
      const result = await call('pack.open-sample', { packId, items: [item] })
      if (!result.ok) return { error: result.error }
      set({ packSample: fromResult(await call('pack.sample', { packId })) })
      return { text: result.value[0]?.text ?? '' }
    },
    approvePack: async (packId) => {
      const result = await call('pack.approve', { packId })
      if (!result.ok) return result.error
      get().toast('good', 'The pack is approved. It can now be released.')
      await refresh(packId)
      return null
    },
    makeSealPassphrase: async () => {
      const result = await call('seal.make-passphrase', {})
      return result.ok ? result.value.passphrase : ''
    },
    releasePack: async (packId, out, seal) => {
      const result = await get().during('Writing the files and logging the disclosure', () =>
        call('pack.release', { packId, out, ...(seal ? { seal } : {}) }),
      )
      if (!result.ok) return { error: result.error }
      await refresh(packId)
      return { report: result.value }
    },
  }
}
