import type { AuditRow } from '../../../workspace/views.ts'
import { call } from '../../api.ts'
import { fromResult, idle, loadingFrom, type Remote } from '../../remote.ts'
import type { Slice } from '../../store.ts'

export const auditPage = 100

export type AuditFilter = { readonly from: string; readonly record: string; readonly offset: number }
export type AuditCheck = {
  readonly ok: boolean
  readonly entries: number
  readonly problems: readonly string[]
}

export type AuditSlice = {
  readonly audit: Remote<{ readonly total: number; readonly rows: readonly AuditRow[] }>
  readonly auditFilter: AuditFilter
  readonly auditCheck: Remote<AuditCheck>
  readonly loadAudit: (change: Partial<AuditFilter>) => Promise<void>
  readonly verifyAudit: () => Promise<void>
}

export const auditSlice: Slice<AuditSlice> = (set, get) => ({
  audit: idle,
  auditFilter: { from: '', record: '', offset: 0 },
  auditCheck: idle,
  loadAudit: async (change) => {
    const filter = { ...get().auditFilter, ...change }
    set((state) => ({ auditFilter: filter, audit: loadingFrom(state.audit) }))
    const result = await call('audit.list', {
      offset: filter.offset,
      limit: auditPage,
      ...(filter.from === '' ? {} : { from: filter.from }),
      ...(filter.record === '' ? {} : { record: filter.record }),
    })
    if (get().auditFilter === filter) set({ audit: fromResult(result) })
  },
  verifyAudit: async () => {
    set({ auditCheck: { state: 'loading', previous: null } })
    set({ auditCheck: fromResult(await call('audit.verify', {})) })
  },
})
