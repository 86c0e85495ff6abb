import { deleteDraft, listDrafts, saveDraft } from '../../db/drafts.ts'
import type { Handlers } from '../host.ts'

export const draftActions: Handlers<'draft.save' | 'draft.list' | 'draft.discard'> = {
  'draft.save':
    ({ session, env }, { key, text }) =>
    () => {
      saveDraft(session.vault.db, session.user.id, { key, text, updatedAt: env.now() })
      return { value: null }
    },

  'draft.list':
    ({ session }) =>
    () => ({ value: listDrafts(session.vault.db, session.user.id) }),

  'draft.discard':
    ({ session }, { key }) =>
    () => {
      deleteDraft(session.vault.db, session.user.id, key)
      return { value: null }
    },
}
