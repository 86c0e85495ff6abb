import type { ContactType } from '../../db/entry-filter.ts'
import { viewSettingsSchema, type ViewSettings } from '../contract/saved-views.ts'
import type { Reading } from './show-entries.ts'

export const storedSettings = (stored: string): ViewSettings => viewSettingsSchema.parse(JSON.parse(stored))

/** Words somebody searched or filtered for may be names: they are shown as everything else is. */
export const settingsAsRead = (settings: ViewSettings, read: Reading): ViewSettings => {
  const { search, contactTypes } = settings.filter
  return withWords(settings, {
    search: search === undefined ? undefined : read(search),
    contactTypes: contactTypes === undefined ? undefined : [...new Set(contactTypes.map(read))],
  })
}

/**
 * Settings as they are kept, of settings as they are read: words that read as those kept so far stay what was kept, and a
 * kind of contact is kept as the agencies wrote it. What was only shown in the place of a name is never kept for it.
 */
export const settingsAsKept = (
  settings: ViewSettings,
  {
    before,
    types,
    read,
  }: {
    /** What the settings were read from; null where from nothing kept. */
    readonly before: ViewSettings | null
    readonly types: readonly ContactType[]
    readonly read: Reading
  },
): ViewSettings => {
  const { search, contactTypes } = settings.filter
  const searched = before?.filter.search
  const known = [...(before?.filter.contactTypes ?? []), ...types.map(({ text }) => text)]
  const keptFor = (type: string): readonly string[] => {
    const kept = known.filter((text) => read(text) === type)
    return kept.length === 0 ? [type] : kept
  }
  return withWords(settings, {
    search: searched !== undefined && read(searched) === search ? searched : search,
    contactTypes: contactTypes === undefined ? undefined : [...new Set(contactTypes.flatMap(keptFor))],
  })
}

const withWords = (
  settings: ViewSettings,
  { search, contactTypes }: Pick<ViewSettings['filter'], 'search' | 'contactTypes'>,
): ViewSettings => ({
  ...settings,
  filter: {
    ...settings.filter,
    ...(search === undefined ? {} : { search }),
    ...(contactTypes === undefined ? {} : { contactTypes }),
  },
})
