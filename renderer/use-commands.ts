import type { Command } from './features/shell/commands.ts'
import { places } from './features/shell/rail.tsx'
import { usePseudonyms } from './permit.ts'
import { valueOf } from './remote.ts'
import { caseTabs, tabPermissions, tabTitles } from './routes.ts'
import { useStore } from './store.ts'

/** Everything this person may do now, for the palette and the keyboard. */
export const useCommands = (): readonly Command[] => {
  const session = useStore((state) => state.session)
  const cases = useStore((state) => state.cases)
  const openCase = useStore((state) => state.openCase)
  const route = useStore((state) => state.route)
  const preferences = useStore((state) => state.preferences)
  const savedViews = useStore((state) => state.savedViews)
  const { showView, showSameEvents } = useStore.getState()
  const { go, prefer, showNames, lockNow, openShortcuts } = useStore.getState()
  const decides = useStore((state) => state.pairActions !== null)
  const pseudonyms = usePseudonyms()
  const may = new Set(session?.permissions ?? [])
  const here = route.screen === 'case' ? valueOf(openCase) : null
  const known = valueOf(cases) ?? []
  const ofPair = (id: 'confirm' | 'reject' | 'next', title: string, icon: Command['icon']): Command => ({
    id: `pair-${id}`,
    title,
    group: 'This case',
    icon,
    run: () => useStore.getState().pairActions?.[id](),
  })
  const inCase: readonly Command[] = here
    ? [
        ...(decides
          ? [
              ofPair('confirm', 'Confirm the pair: one event', 'check'),
              ofPair('reject', 'Reject the pair: different events', 'close'),
              ofPair('next', 'Next pair to decide', 'right'),
            ]
          : []),
        ...caseTabs
          .filter((tab) => may.has(tabPermissions[tab]))
          .map((tab): Command => ({
            id: `tab-${tab}`,
            title: `${tabTitles[tab]} of ${here.title}`,
            group: 'This case',
            icon: 'cases',
            run: () => go({ screen: 'case', caseId: here.id, tab }),
          })),
        ...(may.has('chronology:read')
          ? [
              {
                id: 'no-contact',
                title: 'No contact',
                group: 'This case',
                icon: 'clock',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'no-contact' }),
              } satisfies Command,
              {
                id: 'timeline',
                title: 'Timeline',
                group: 'This case',
                icon: 'chart',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'timeline' }),
              } satisfies Command,
              {
                id: 'same-events',
                title: 'Same events',
                group: 'This case',
                icon: 'link',
                run: () => {
                  showSameEvents('queue')
                  go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'same-events' })
                },
              } satisfies Command,
              {
                id: 'conflicts',
                title: 'Unresolved conflicts',
                group: 'This case',
                icon: 'link',
                run: () => {
                  showSameEvents('conflicts')
                  go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'same-events' })
                },
              } satisfies Command,
              {
                id: 'glossary',
                title: 'Glossary',
                group: 'This case',
                icon: 'help',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'glossary' }),
              } satisfies Command,
              {
                id: 'wording',
                title: 'Columns and wording',
                group: 'This case',
                icon: 'settings',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'wording' }),
              } satisfies Command,
            ]
          : []),
        ...(savedViews?.caseId === here.id ? savedViews.views : []).map((view): Command => ({
          id: `view-${view.id}`,
          title: `View: ${view.name}`,
          group: 'This case',
          icon: 'panel',
          run: () => {
            go({ screen: 'case', caseId: here.id, tab: 'chronology' })
            showView(view)
          },
        })),
        ...(may.has('chronology:import')
          ? [
              {
                id: 'import',
                title: 'Import a chronology',
                group: 'This case',
                icon: 'import',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'import' }),
              } satisfies Command,
            ]
          : []),
        ...(may.has('chronology:analyse')
          ? [
              {
                id: 'finding',
                title: 'Add a finding',
                group: 'This case',
                icon: 'plus',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'analysis', item: 'new' }),
              } satisfies Command,
            ]
          : []),
        ...(may.has('chronology:import')
          ? [
              {
                id: 'templates',
                title: 'Make a template for an agency',
                group: 'This case',
                icon: 'file',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'templates' }),
              } satisfies Command,
            ]
          : []),
        ...(may.has('chronology:export')
          ? [
              {
                id: 'export',
                title: 'Export the chronology',
                group: 'This case',
                icon: 'send',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'chronology', item: 'export' }),
              } satisfies Command,
            ]
          : []),
        ...(may.has('pack:build')
          ? [
              {
                id: 'build',
                title: 'Build a pack',
                group: 'This case',
                icon: 'pack',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'packs', item: 'build' }),
              } satisfies Command,
            ]
          : []),
        ...(may.has('people-key:edit')
          ? [
              {
                id: 'person',
                title: 'Add to the people key',
                group: 'This case',
                icon: 'key',
                run: () => go({ screen: 'case', caseId: here.id, tab: 'people-key', item: 'new' }),
              } satisfies Command,
            ]
          : []),
      ]
    : []
  return [
    ...inCase,
    ...known
      .filter((one) => one.id !== here?.id)
      .map((one): Command => ({
        id: `case-${one.id}`,
        title: `Open ${one.title}, ${one.ref}`,
        group: 'Cases',
        icon: 'cases',
        run: () => go({ screen: 'case', caseId: one.id, tab: 'overview' }),
      })),
    ...(may.has('case:add')
      ? [
          {
            id: 'add-case',
            title: 'Add a case',
            group: 'Cases',
            icon: 'plus',
            run: () => go({ screen: 'add-case' }),
          } satisfies Command,
        ]
      : []),
    ...places
      .filter((place) => may.has(place.permission))
      .map((place): Command => ({
        id: `go-${place.title}`,
        title: place.title,
        group: 'Go to',
        icon: place.icon,
        run: () => go(place.route),
      })),
    ...(may.has('people-key:read')
      ? [
          {
            id: 'names',
            title: pseudonyms ? 'Show names' : 'Hide names',
            group: 'View',
            icon: pseudonyms ? 'eye' : 'eye-off',
            keys: 'Control+Shift+H',
            run: () => showNames(pseudonyms),
          } satisfies Command,
        ]
      : []),
    {
      id: 'theme',
      title: document.documentElement.dataset['theme'] === 'dark' ? 'Light appearance' : 'Dark appearance',
      group: 'View',
      icon: 'settings',
      run: () => prefer({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'density',
      title: preferences.density === 'compact' ? 'Comfortable lists' : 'Compact lists',
      group: 'View',
      icon: 'panel',
      run: () => prefer({ density: preferences.density === 'compact' ? 'comfortable' : 'compact' }),
    },
    {
      id: 'shortcuts',
      title: 'Keyboard shortcuts',
      group: 'Help',
      icon: 'help',
      run: () => openShortcuts(true),
    },
    {
      id: 'lock',
      title: 'Lock now',
      group: 'Vault',
      icon: 'lock',
      keys: 'Control+L',
      run: () => void lockNow(),
    },
  ]
}
