import type { ImportReport } from '../../../../workspace/views.ts'
import { announcementTitles } from './announcement-titles.ts'

type Announced = ImportReport['announced']

export const Announcements = ({ announced }: { readonly announced: Announced }) => {
  const groups = Map.groupBy(announced, (one) => one.kind)
  if (groups.size === 0) return <p className="quiet">Nothing hidden, tracked or out of the ordinary.</p>
  return (
    <ul className="announced">
      {[...groups].map(([kind, all]) => (
        <li key={kind}>
          <details>
            <summary>
              <span>{announcementTitles[kind]}</span> <span className="quiet numbers">{all.length}</span>
            </summary>
            <dl>
              {all.map((one, index) => (
                <div key={`${index} ${one.where}`}>
                  <dt className="numbers">{one.where}</dt>
                  <dd>{one.detail}</dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  )
}
