import { listContactTypes } from '../../db/entry-filter.ts'
import {
  changeView,
  firstView,
  insertView,
  listViews,
  setFirstView,
  type StoredView,
} from '../../db/saved-views.ts'
import { getUser } from '../../db/users.ts'
import { ExpectedError } from '../../domain/result.ts'
import { readingsFor } from '../chronology/show-entries.ts'
import { settingsAsKept, settingsAsRead, storedSettings } from '../chronology/view-words.ts'
import type { ViewSettings } from '../contract/saved-views.ts'
import type { Handlers, Session } from '../host.ts'

type Names = 'view.list' | 'view.add' | 'view.change' | 'view.remove' | 'view.set-first'

const seenView = ({ vault, user }: Session, caseId: string, viewId: string): StoredView => {
  const view = listViews(vault.db, caseId, user.id).find(({ id }) => id === viewId)
  if (!view) throw new ExpectedError('not-found', 'The case has no such view that you can see.')
  return view
}

type Given = { readonly caseId: string; readonly settings: ViewSettings; readonly pseudonyms: boolean }

/** Settings as a person reads them, as they are kept: see `settingsAsKept`. */
const toKeep = (
  session: Session,
  { caseId, settings, pseudonyms }: Given,
  before: StoredView | null,
): string =>
  JSON.stringify(
    settingsAsKept(settings, {
      before: before && storedSettings(before.settings),
      types: listContactTypes(session.vault.db, caseId),
      read: readingsFor(session, caseId, pseudonyms).text,
    }),
  )

export const savedViewActions: Handlers<Names> = {
  'view.list':
    ({ session }, { caseId, pseudonyms }) =>
    () => {
      const { db } = session.vault
      const { text } = readingsFor(session, caseId, pseudonyms)
      const first = firstView(db, caseId, session.user.id)
      const shown = ({ id, name, shared, ownerId, settings, version }: StoredView) => ({
        ...{ id, shared, version, name: text(name), first: id === first },
        own: ownerId === session.user.id,
        owner: getUser(db, ownerId)?.name ?? '',
        settings: settingsAsRead(storedSettings(settings), text),
      })
      return { value: listViews(db, caseId, session.user.id).map(shown) }
    },

  'view.add':
    ({ session, env }, { caseId, name, shared, settings, pseudonyms, from }) =>
    () => {
      const viewId = env.newId()
      const before = from === undefined ? null : seenView(session, caseId, from)
      insertView(session.vault.db, {
        ...{ id: viewId, caseId, ownerId: session.user.id, name, shared },
        ...{ settings: toKeep(session, { caseId, settings, pseudonyms }, before), at: env.now() },
      })
      return { value: { viewId, version: 1 }, record: viewId, version: 1, detail: { shared } }
    },

  'view.change':
    ({ session, env }, { caseId, viewId, version, name, shared, settings, pseudonyms }) =>
    () => {
      const before = seenView(session, caseId, viewId)
      const { text } = readingsFor(session, caseId, pseudonyms)
      const next = changeView(
        session.vault.db,
        { id: viewId, caseId, ownerId: session.user.id, version, at: env.now() },
        {
          ...(name === undefined || name === text(before.name) ? {} : { name }),
          ...(shared === undefined ? {} : { shared }),
          ...(settings === undefined
            ? {}
            : { settings: toKeep(session, { caseId, settings, pseudonyms }, before) }),
        },
      )
      return { value: { version: next }, record: viewId, version: next }
    },

  'view.remove':
    ({ session, env }, { caseId, viewId, version, removed }) =>
    () => {
      const of = { id: viewId, caseId, ownerId: session.user.id, version, at: env.now() }
      const next = changeView(session.vault.db, of, { removed })
      return { value: { version: next }, record: viewId, version: next, detail: { removed } }
    },

  'view.set-first':
    ({ session }, { caseId, viewId }) =>
    () => {
      const { db } = session.vault
      if (viewId !== null) seenView(session, caseId, viewId)
      setFirstView(db, caseId, session.user.id, viewId)
      return { value: null, ...(viewId === null ? {} : { record: viewId }) }
    },
}
