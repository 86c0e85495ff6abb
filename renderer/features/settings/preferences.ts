import type { Slice } from '../../store.ts'
import { allowSingleKeys } from '../../ui/shortcuts.ts'

/** How the window looks to this person. Nothing about any case; kept in the window's own storage. */
export type Preferences = {
  readonly theme: 'system' | 'light' | 'dark'
  readonly textSize: 'standard' | 'large' | 'larger'
  readonly density: 'comfortable' | 'compact'
  readonly rail: 'open' | 'narrow'
  readonly singleKeys: boolean
  readonly sidePanel: number
}

export type PreferencesSlice = {
  readonly preferences: Preferences
  readonly prefer: (change: Partial<Preferences>) => void
}

const storageKey = 'sar-workspace.preferences'

const usual: Preferences = {
  theme: 'system',
  textSize: 'standard',
  density: 'comfortable',
  rail: 'open',
  singleKeys: true,
  sidePanel: 42,
}

const kept = (): Preferences => {
  try {
    return { ...usual, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>) }
  } catch {
    return usual
  }
}

const systemIsDark = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches

/** Puts the preferences on the page. */
export const applyPreferences = (preferences: Preferences): void => {
  const { dataset } = document.documentElement
  const dark = preferences.theme === 'dark' || (preferences.theme === 'system' && systemIsDark())
  dataset['theme'] = dark ? 'dark' : 'light'
  dataset['textSize'] = preferences.textSize
  dataset['density'] = preferences.density
  allowSingleKeys(preferences.singleKeys)
}

export const preferencesSlice: Slice<PreferencesSlice> = (set, get) => ({
  preferences: kept(),
  prefer: (change) => {
    const preferences = { ...get().preferences, ...change }
    set({ preferences })
    applyPreferences(preferences)
    try {
      localStorage.setItem(storageKey, JSON.stringify(preferences))
    } catch {
      get().toast('warn', 'This choice lasts until the window closes: it could not be kept.')
    }
  },
})
