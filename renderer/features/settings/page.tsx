import { useInspection } from '../../permit.ts'
import { useStore } from '../../store.ts'
import { Choice, ChoiceGroup } from '../../ui/field.tsx'
import { PassphraseForm } from './passphrase-form.tsx'
import { UsersSection } from './users.tsx'
import { VerifySection } from './verify.tsx'
import './settings.css'

const Appearance = () => {
  const preferences = useStore((state) => state.preferences)
  const prefer = useStore((state) => state.prefer)
  return (
    <section className="section settings-section" aria-labelledby="appearance-title">
      <h2 id="appearance-title">Appearance</h2>
      <ChoiceGroup id="theme" legend="Light or dark" inline>
        {(['system', 'light', 'dark'] as const).map((theme) => (
          <Choice
            key={theme}
            type="radio"
            name="theme"
            label={{ system: 'As the computer is set', light: 'Light', dark: 'Dark' }[theme]}
            checked={preferences.theme === theme}
            onChange={() => prefer({ theme })}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup id="text-size" legend="Text size" inline>
        {(['standard', 'large', 'larger'] as const).map((textSize) => (
          <Choice
            key={textSize}
            type="radio"
            name="text-size"
            label={{ standard: 'Standard', large: 'Large', larger: 'Larger' }[textSize]}
            checked={preferences.textSize === textSize}
            onChange={() => prefer({ textSize })}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup id="density" legend="Density of lists" inline>
        {(['comfortable', 'compact'] as const).map((density) => (
          <Choice
            key={density}
            type="radio"
            name="density"
            label={{ comfortable: 'Comfortable', compact: 'Compact, one line to an entry' }[density]}
            checked={preferences.density === density}
            onChange={() => prefer({ density })}
          />
        ))}
      </ChoiceGroup>
      <Choice
        type="checkbox"
        label="Single-letter shortcuts"
        hint="Turn these off if speech or switch software sends stray letters. Shortcuts with Ctrl go on working."
        checked={preferences.singleKeys}
        onChange={(event) => prefer({ singleKeys: event.target.checked })}
      />
    </section>
  )
}

export const SettingsPage = () => {
  const inspection = useInspection()
  return (
    <div className="page settings">
      <header className="page-head">
        <h1 data-page-title tabIndex={-1}>
          Settings
        </h1>
      </header>
      {inspection && <VerifySection />}
      <Appearance />
      {!inspection && <PassphraseForm />}
      <UsersSection />
      {!inspection && <VerifySection />}
    </div>
  )
}
