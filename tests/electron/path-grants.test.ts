import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createPathGrants } from '../../electron/path-grants.ts'

const chosen = path.resolve('/home/robin/chronologies/police.xlsx')

describe('paths chosen in a dialog', () => {
  it('covers a request that names only chosen paths, whatever the key and the depth', () => {
    const grants = createPathGrants()
    grants.grant(chosen)
    for (const input of [
      { path: chosen },
      { dir: chosen },
      { out: chosen, formats: ['csv'] },
      { case: { path: chosen }, roster: { path: chosen } },
      { files: [{ path: chosen }, { path: chosen }] },
      { path: `${path.dirname(chosen)}/./police.xlsx` },
    ])
      expect(grants.covers(input)).toBe(true)
  })

  it('refuses every other path, wherever it stands', () => {
    const grants = createPathGrants()
    grants.grant(chosen)
    for (const input of [
      { path: '/etc/passwd' },
      { dir: path.dirname(chosen) },
      { out: `${chosen}/../secret.docx` },
      { path: `${chosen}.bak` },
      { case: { path: chosen }, roster: { path: '/etc/passwd' } },
      { files: [{ path: chosen }, { path: '/etc/passwd' }] },
      { a: [{ b: { c: [{ dir: '/' }] } }] },
    ])
      expect(grants.covers(input)).toBe(false)
  })

  it('lets through what names no path', () => {
    const { covers } = createPathGrants()
    for (const input of [{}, null, undefined, 'text', 7, { path: 7 }, { caseId: '/etc/passwd' }, [['x']]])
      expect(covers(input)).toBe(true)
  })

  it('forgets everything when told to, as at a lock', () => {
    const grants = createPathGrants()
    grants.grant(chosen)
    grants.clear()
    expect(grants.covers({ path: chosen })).toBe(false)
  })
})
