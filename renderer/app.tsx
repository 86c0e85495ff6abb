import { useEffect } from 'react'
import { onEvent } from './api.ts'
import { Frame } from './features/shell/frame.tsx'
import { Toasts } from './features/shell/toasts.tsx'
import { StartPage } from './features/start/page.tsx'
import { applyPreferences } from './features/settings/preferences.ts'
import { valueOf } from './remote.ts'
import { type Route, tabTitles } from './routes.ts'
import { Screen } from './screen.tsx'
import { useStore } from './store.ts'
import { useCommands } from './use-commands.ts'

const screenTitles: Readonly<Record<Exclude<Route['screen'], 'case'>, string>> = {
  cases: 'Cases',
  'add-case': 'Add a case',
  mentions: 'Mentions',
  attention: 'Attention',
  recipients: 'People and organisations',
  disclosures: 'Disclosures',
  statistics: 'Statistics',
  audit: 'Audit',
  settings: 'Settings',
}

/** Code names only: a window's title is read by whoever passes and by the task bar. */
const useTitle = (): string => {
  const route = useStore((state) => state.route)
  const openCase = useStore((state) => state.openCase)
  if (route.screen !== 'case') return screenTitles[route.screen]
  const title = valueOf(openCase)?.title
  return title ? `${title} – ${tabTitles[route.tab]}` : tabTitles[route.tab]
}

const useWindowEvents = (): void => {
  useEffect(() => {
    const { start, flushDrafts, noteProgress, toast } = useStore.getState()
    applyPreferences(useStore.getState().preferences)
    void start()
    const flush = (): void => void flushDrafts()
    const flushIfHidden = (): void => {
      if (document.visibilityState === 'hidden') flush()
    }
    const stop = onEvent((event) => {
      if (event.type === 'progress') return noteProgress(event.progress)
      flush()
      if (event.type === 'lock-soon')
        toast(
          'warn',
          `The vault locks in ${event.seconds} seconds unless you go on working. Your text is kept.`,
        )
    })
    const scheme = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null
    const follow = (): void => applyPreferences(useStore.getState().preferences)
    scheme?.addEventListener('change', follow)
    document.addEventListener('visibilitychange', flushIfHidden)
    window.addEventListener('pagehide', flush)
    return () => {
      stop()
      scheme?.removeEventListener('change', follow)
      document.removeEventListener('visibilitychange', flushIfHidden)
      window.removeEventListener('pagehide', flush)
    }
  }, [])
}

const Opened = () => {
  const route = useStore((state) => state.route)
  const title = useTitle()
  const commands = useCommands()
  return (
    <Frame title={title} commands={commands}>
      <Screen route={route} />
    </Frame>
  )
}

export const App = () => {
  const started = useStore((state) => state.started)
  const session = useStore((state) => state.session)
  useWindowEvents()
  if (!started) return null
  return (
    <>
      {session ? <Opened /> : <StartPage />}
      <Toasts />
    </>
  )
}
