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
  { title: 'Disclosures', icon: 'send', permission: 'disclosure:read', route: { screen: 'disclosures' } },
  { title: 'Statistics', icon: 'chart', permission: 'statistics:read', route: { screen: 'statistics' } },
  { title: 'Audit', icon: 'audit', permission: 'audit:read', route: { screen: 'audit' } },
  { title: 'Settings', icon: 'settings', permission: 'vault:use', route: { screen: 'settings' } },
]

const isIn = (route: Route, place: Route): boolean =>
  route.screen === place.screen ||
  (place.screen === 'cases' && (route.screen === 'case' || route.screen === 'add-case'))

export const Rail = () => {
  const route = useStore((state) => state.route)
  const session = useStore((state) => state.session)
  const { rail } = useStore((state) => state.preferences)
  const go = useStore((state) => state.go)
  const prefer = useStore((state) => state.prefer)
  return (
    <nav className="rail" data-narrow={rail === 'narrow' || undefined} aria-label="Places">
      <ul>
        {places
          .filter((place) => session?.permissions.includes(place.permission))
          .map((place) => (
            <li key={place.title}>
              <button
                type="button"
                className="rail-item"
                aria-current={isIn(route, place.route) ? 'page' : undefined}
                onClick={() => go(place.route)}
              >
                <Icon name={place.icon} />
                <span className="rail-label">{place.title}</span>
              </button>
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
