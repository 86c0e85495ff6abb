import { useEffect } from 'react'
import { flagTitles, type SensitivityFlag } from '../../../domain/chronology/analysis.ts'
import { type GivenChoices, packChoicesSchema } from '../../../domain/packs/choices.ts'
import { type ProfileId, profiles } from '../../../domain/packs/profile.ts'
import type { Input } from '../../../workspace/contract.ts'
import type { CaseView, WithheldView } from '../../../workspace/views.ts'
import { RemoteView } from '../../remote-view.tsx'
import { useStore } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { counted, listed } from '../../ui/words.ts'

/** Milliseconds without a change before the counts are asked for. */
const typingPause = 200

const titles: Readonly<Record<string, string>> = flagTitles

const Counts = ({
  one,
  found,
  profile,
  opened,
}: {
  readonly one: CaseView
  readonly found: WithheldView
  readonly profile: ProfileId
  readonly opened: readonly SensitivityFlag[]
}) => {
  const goToFiltered = useStore((state) => state.goToFiltered)
  const { open, withheld, marks, linked } = found
  const { sensitive, 'hidden-row': hiddenRows } = withheld
  const untold = withheld['not-to-be-told'] + found.paragraphs
  const letThrough = [...profiles[profile].flags, ...opened].map((flag) => flagTitles[flag].toLowerCase())
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
        {untold > 0 && (
          <li>
            <strong className="numbers">
              {counted(untold, 'entry or paragraph is', 'entries or paragraphs are')} left out whole
            </strong>{' '}
            because of a “do not disclose to” list of the people key that this recipient is on. The recipient
            is not told that there is one.
          </li>
        )}
        {withheld['other-agency'] > 0 && (
          <li>
            {counted(withheld['other-agency'], 'entry is', 'entries are')} of agencies you have left out.
          </li>
        )}
        {withheld['outside-period'] > 0 && (
          <li>
            {counted(withheld['outside-period'], 'entry does', 'entries do')} not lie wholly within the
            period.
          </li>
        )}
        {withheld['not-about-them'] > 0 && (
          <li>
            {counted(withheld['not-about-them'], 'entry does', 'entries do')} not name the person this copy is
            for.
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
export const Withheld = ({
  one,
  recipient,
  profile,
  choices,
}: {
  readonly one: CaseView
  readonly recipient: string
  readonly profile: ProfileId
  readonly choices: GivenChoices
}) => {
  const withheld = useStore((state) => state.withheld)
  const load = useStore((state) => state.loadWithheld)
  // While a date or a basis is being typed there is nothing to count by.
  const read = packChoicesSchema.partial().safeParse(choices)
  const asked = read.success
    ? JSON.stringify({
        caseId: one.id,
        profile,
        choices: read.data,
        ...(recipient === '' ? {} : { recipient }),
      })
    : null
  useEffect(() => {
    if (asked === null) return undefined
    const waiting = setTimeout(() => void load(JSON.parse(asked) as Input<'pack.withheld'>), typingPause)
    return () => clearTimeout(waiting)
  }, [load, asked])
  return (
    <section className="withheld" aria-labelledby="withheld-title" aria-live="polite">
      <h3 id="withheld-title">What is withheld</h3>
      <RemoteView
        remote={withheld}
        waiting="Counting what would be withheld"
        retry={() => void (asked !== null && load(JSON.parse(asked) as Input<'pack.withheld'>))}
      >
        {(found) =>
          found.blocked ? (
            <p>
              <strong>Nothing can be sent to this person.</strong> They are on a “do not disclose to” list of
              the people key, so no pack of this case is built for them.
            </p>
          ) : (
            <Counts
              one={one}
              found={found}
              profile={profile}
              opened={(choices.sensitive ?? []).map(({ flag }) => flag)}
            />
          )
        }
      </RemoteView>
    </section>
  )
}
