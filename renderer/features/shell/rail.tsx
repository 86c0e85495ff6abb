import { useEffect } from 'react'
import type { Permission } from '../../../domain/permissions/permissions.ts'
import type { Route } from '../../routes.ts'
import { useStore } from '../../store.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

export const places: readonly {
  readonly title: string
  readonly icon: IconName
  readonly permission: Permission
  readonly route: Route
}[] = [
  { title: 'Cases', icon: 'cases', permission: 'case:read', route: { screen: 'cases' } },
  { title: 'Attention', icon: 'clock', permission: 'disclosure:read', route: { screen: 'attention' } },
  { title: 'Mentions', icon: 'mention', permission: 'chronology:comment', route: { screen: 'mentions' } },
  {
    title: 'People and organisations',
    icon: 'people',
    permission: 'recipient:read',
    route: { screen: 'recipients' },
  },
  { title: 'Disclosures', icon: 'send', permission: 'disclosure:read', route: { screen: 'disclosures' } },
  { title: 'Statistics', icon: 'chart', permission: 'statistics:read', route: { screen: 'statistics' } },
  { title: 'Audit', icon: 'audit', permission: 'audit:read', route: { screen: 'audit' } },
  { title: 'Settings', icon: 'settings', permission: 'vault:use', route: { screen: 'settings' } },
]

const isIn = (route: Route, place: Route): boolean =>
  route.screen === place.screen ||
  (place.screen === 'cases' && (route.screen === 'case' || route.screen === 'add-case'))

/** What waits at a place, in words. */
const useWaiting = (screen: Route['screen']): string => {
  const unread = useStore((state) => state.unreadMentions)
  return screen === 'mentions' && unread > 0 ? `${unread.toLocaleString('en-GB')} unread` : ''
}

const PlaceItem = ({ place }: { readonly place: (typeof places)[number] }) => {
  const route = useStore((state) => state.route)
  const go = useStore((state) => state.go)
  const waiting = useWaiting(place.route.screen)
  return (
    <button
      type="button"
      className="rail-item"
      data-waiting={waiting !== '' || undefined}
      aria-current={isIn(route, place.route) ? 'page' : undefined}
      onClick={() => go(place.route)}
    >
      <Icon name={place.icon} />
      <span className="rail-label">
        {place.title}
        {waiting !== '' && <span className="rail-waiting">{waiting}</span>}
      </span>
    </button>
  )
}

export const Rail = () => {
  const session = useStore((state) => state.session)
  const { rail } = useStore((state) => state.preferences)
  const prefer = useStore((state) => state.prefer)
  const countMentions = useStore((state) => state.countMentions)
  useEffect(() => void countMentions(), [countMentions])
  return (
    <nav className="rail" data-narrow={rail === 'narrow' || undefined} aria-label="Places">
      <ul>
        {places
          .filter((place) => session?.permissions.includes(place.permission))
          .map((place) => (
            <li key={place.title}>
              <PlaceItem place={place} />
            </li>
          ))}
      </ul>
      <button
        type="button"
        className="rail-item rail-fold"
        aria-expanded={rail === 'open'}
        onClick={() => prefer({ rail: rail === 'open' ? 'narrow' : 'open' })}
      >
        <Icon name="panel" />
        <span className="rail-label">{rail === 'open' ? 'Narrow this list' : 'Widen this list'}</span>
      </button>
    </nav>
  )
}
