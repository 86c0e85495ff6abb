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
import { readingsFor, type Reading } from '../chronology/show-entries.ts'
import { viewSettingsSchema, type ViewSettings } from '../contract/saved-views.ts'
import type { Handlers } from '../host.ts'

type Names = 'view.list' | 'view.add' | 'view.change' | 'view.remove' | 'view.set-first'

/** Words somebody searched or filtered for may be names: they are shown as everything else is. */
const asRead = (stored: string, read: Reading): ViewSettings => {
  const settings = viewSettingsSchema.parse(JSON.parse(stored))
  const { search, contactTypes } = settings.filter
  return {
    ...settings,
    filter: {
      ...settings.filter,
      ...(search === undefined ? {} : { search: read(search) }),
      ...(contactTypes === undefined ? {} : { contactTypes: contactTypes.map(read) }),
    },
  }
}

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
        settings: asRead(settings, text),
      })
      return { value: listViews(db, caseId, session.user.id).map(shown) }
    },

  'view.add':
    ({ session, env }, { caseId, name, shared, settings }) =>
    () => {
      const viewId = env.newId()
      insertView(session.vault.db, {
        ...{ id: viewId, caseId, ownerId: session.user.id, name, shared },
        ...{ settings: JSON.stringify(settings), at: env.now() },
      })
      return { value: { viewId, version: 1 }, record: viewId, version: 1, detail: { shared } }
    },

  'view.change':
    ({ session, env }, { caseId, viewId, version, name, shared, settings }) =>
    () => {
      const next = changeView(
        session.vault.db,
        { id: viewId, caseId, ownerId: session.user.id, version, at: env.now() },
        {
          ...(name === undefined ? {} : { name }),
          ...(shared === undefined ? {} : { shared }),
          ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
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
      if (viewId !== null && !listViews(db, caseId, session.user.id).some(({ id }) => id === viewId))
        throw new ExpectedError('not-found', 'The case has no such view that you can see.')
      setFirstView(db, caseId, session.user.id, viewId)
      return { value: null, ...(viewId === null ? {} : { record: viewId }) }
    },
}
