import type { CaseView } from '../../../workspace/views.ts'
import { chronologyViews } from '../../routes.ts'
import { useStore } from '../../store.ts'

/** The ways of looking at one chronology; where there is only one, there is nothing to choose. */
export const ViewsBar = ({ one, item }: { readonly one: CaseView; readonly item: string | undefined }) => {
  const go = useStore((state) => state.go)
  if (chronologyViews.length < 2) return null
  return (
    <nav className="views-bar" aria-label="Ways to look at the chronology">
      {chronologyViews.map((view) => (
        <button
          type="button"
          key={view.title}
          className="views-bar-view"
          aria-current={view.item === item ? 'page' : undefined}
          onClick={() =>
            go({
              screen: 'case',
              caseId: one.id,
              tab: 'chronology',
              ...(view.item === undefined ? {} : { item: view.item }),
            })
          }
        >
          {view.title}
        </button>
      ))}
    </nav>
  )
}
