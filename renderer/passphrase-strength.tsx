import { useEffect, useState } from 'react'
import type { Strength } from './features/start/slice.ts'
import { useStore } from './store.ts'

/** How hard a passphrase is to guess, measured a moment after typing stops. */
export const useStrength = (passphrase: string, hints: readonly string[]): Strength | null => {
  const measure = useStore((state) => state.measureStrength)
  const [strength, setStrength] = useState<Strength | null>(null)
  const known = hints.filter((hint) => hint !== '').join('\n')
  useEffect(() => {
    if (passphrase === '') return setStrength(null)
    let gone = false
    const timer = setTimeout(() => {
      void measure(passphrase, known === '' ? [] : known.split('\n')).then((found) => {
        if (!gone) setStrength(found)
      })
    }, 150)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [passphrase, known, measure])
  return strength
}

const words = [
  'Very easy to guess',
  'Easy to guess',
  'Could be guessed',
  'Hard to guess',
  'Very hard to guess',
] as const

export const PassphraseStrength = ({ strength }: { readonly strength: Strength | null }) => (
  <div className="strength" role="status">
    <div className="strength-marks" aria-hidden="true" data-score={strength?.score ?? ''}>
      {words.map((word, index) => (
        <span key={word} data-on={strength !== null && index <= strength.score ? true : undefined} />
      ))}
    </div>
    {strength && (
      <p className="small">
        <strong>{words[strength.score] ?? ''}</strong>
        {strength.acceptable ? '' : ', not accepted'}
        {strength.advice === '' ? '' : `. ${strength.advice}`}
      </p>
    )}
  </div>
)
