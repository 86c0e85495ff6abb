import { useEffect } from 'react'
import { flagTitles } from '../../../domain/chronology/analysis.ts'
import { type ProfileId, profiles } from '../../../domain/packs/profile.ts'
import type { CaseView, WithheldView } from '../../../workspace/views.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { counted, listed } from '../../ui/words.ts'

const titles: Readonly<Record<string, string>> = flagTitles

const Counts = ({
  one,
  found,
  profile,
}: {
  readonly one: CaseView
  readonly found: WithheldView
  readonly profile: ProfileId
}) => {
  const goToFiltered = useStore((state) => state.goToFiltered)
  const { open, withheld, marks, linked } = found
  const { sensitive, 'hidden-row': hiddenRows } = withheld
  const letThrough = profiles[profile].flags.map((flag) => flagTitles[flag].toLowerCase())
  return (
    <>
      <p>
        <strong className="numbers">{counted(open, 'entry', 'entries')}</strong> of the chronology would be in
        this pack.
      </p>
      <ul className="withheld-list">
        <li>
          {sensitive === 0 ? (
            <>No entry is marked as sensitive, so none is withheld for that.</>
          ) : (
            <>
              <strong className="numbers">{counted(sensitive, 'entry is', 'entries are')} withheld</strong>{' '}
              because the review has marked {sensitive === 1 ? 'it' : 'them'} as sensitive:{' '}
              {listed(
                marks.map(
                  ({ mark, entries }) => `${(titles[mark] ?? 'Another mark').toLowerCase()} (${entries})`,
                ),
              )}
              .
            </>
          )}
        </li>
        {linked > 0 && (
          <li className="withheld-linked">
            {counted(linked, 'other account', 'other accounts')} of the same{' '}
            {sensitive === 1 ? 'event is' : 'events are'} not marked and would be in the pack. Look whether{' '}
            {linked === 1 ? 'it tells' : 'they tell'} the same.
          </li>
        )}
        {hiddenRows > 0 && (
          <li>
            {counted(hiddenRows, 'entry is', 'entries are')} withheld because an agency had hidden{' '}
            {hiddenRows === 1 ? 'its row' : 'their rows'} in its file.
          </li>
        )}
      </ul>
      <p className="small quiet">
        Marks are set on an entry’s Analysis tab, under Sensitivity.{' '}
        {letThrough.length === 0
          ? 'Any mark keeps an entry out of this profile; an entry without one goes in, whatever it says.'
          : `This profile lets through entries marked ${listed(letThrough)} and no others.`}{' '}
        The recipient is told how many entries are withheld, and not which.
      </p>
      {sensitive > 0 && (
        <div>
          <Button
            kind="quiet"
            className="button-link"
            onPress={() => void goToFiltered(one.id, { sensitive: true })}
          >
            Look at the marked entries in the chronology
          </Button>
        </div>
      )}
    </>
  )
}

/** Before a pack is built: how many entries it would hold, how many it would not, and by what they are judged. */
export const Withheld = ({ one, profile }: { readonly one: CaseView; readonly profile: ProfileId }) => {
  const withheld = useStore((state) => state.withheld)
  const load = useStore((state) => state.loadWithheld)
  useEffect(() => void load(one.id, profile), [load, one.id, profile])
  return (
    <section className="withheld" aria-labelledby="withheld-title" aria-live="polite">
      <h3 id="withheld-title">What is withheld</h3>
      <RemoteView
        remote={withheld}
        waiting="Counting what would be withheld"
        retry={() => void load(one.id, profile)}
      >
        {(found) => <Counts one={one} found={found} profile={profile} />}
      </RemoteView>
    </section>
  )
}
