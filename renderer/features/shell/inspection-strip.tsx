import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'

/** On every page of a vault that is open for reading only: that it is, and why. */
export const InspectionStrip = () => {
  const inspection = useStore((state) => state.session?.inspection ?? null)
  const route = useStore((state) => state.route)
  const go = useStore((state) => state.go)
  if (inspection === null) return null
  return (
    <section className="strip strip-danger" aria-label="Open for inspection only">
      <Icon name="warning" />
      <div className="grow">
        <p>
          <strong>Open for inspection only.</strong> Nothing can be changed, and the cases stay closed.
        </p>
        {inspection.problems.length > 0 && (
          <ul>
            {inspection.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </div>
      {route.screen !== 'settings' && (
        <Button kind="quiet" icon="shield" onPress={() => go({ screen: 'settings' })}>
          Check everything
        </Button>
      )}
    </section>
  )
}
