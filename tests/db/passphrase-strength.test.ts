import { describe, expect, it } from 'vitest'
import { passphraseStrength } from '../../db/vault/passphrase-strength.ts'

describe('passphrase strength', () => {
  it.each([
    ['short', 'K9#xv2!pQz'],
    ['the most used', 'password1234'],
    ['repeated', 'aaaaaaaaaaaaaaaa'],
    ['a keyboard row', 'qwertyuiop[]'],
    ['a sequence', 'abcdefghijklmnop'],
  ])('does not accept what is %s', async (_, text) => {
    const strength = await passphraseStrength(text)
    expect(strength.acceptable).toBe(false)
    expect(strength.advice).toMatch(/^[A-Z].*\.$/)
  })

  it('says how many characters are needed', async () => {
    expect((await passphraseStrength('K9#xv2!pQz')).advice).toContain('at least 12 characters; this has 10')
  })

  it('counts characters as a person does', async () => {
    expect((await passphraseStrength('🐟🐟🐟🐟🐟🐟')).advice).toContain('this has 6')
  })

  it('accepts four unrelated words', async () => {
    expect(await passphraseStrength('gravel thimble orbit lantern')).toMatchObject({
      score: 4,
      acceptable: true,
    })
  })

  it('does not let the user’s or the vault’s name count', async () => {
    const name = 'Bartholomew Quillfeather'
    const without = await passphraseStrength('bartholomewquillfeather')
    const hinted = await passphraseStrength('bartholomewquillfeather', [name])
    expect(hinted.score).toBeLessThan(without.score)
    expect(hinted.acceptable).toBe(false)
  })

  it('uses British English without exclamation marks', async () => {
    for (const text of ['password', 'Password1', 'abcabcabcabc', '1987', 'PASSWORD', 'drowssap', 'p@ssw0rd'])
      expect((await passphraseStrength(text)).advice).not.toMatch(/!|capitaliz|apolog|sorry/i)
  })
})
