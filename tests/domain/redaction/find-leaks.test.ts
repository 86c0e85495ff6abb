import { describe, expect, it } from 'vitest'
import { findLeaks } from '../../../domain/redaction/find-leaks.ts'
import { prepareRoster } from '../../../domain/redaction/redact.ts'
import { plainProse } from './identifier-samples.ts'
import { inventedRoster, plantedVariants } from './invented-roster.ts'

const prepared = prepareRoster(inventedRoster())
const look = (text: string, audience: 'agencies' | 'public' = 'public') =>
  findLeaks([{ file: 'pack.docx', where: 'body', text }], prepared, { audience })

describe('the gate', () => {
  for (const [entity, variants] of plantedVariants) {
    it.each(variants)(`sees ${entity} as %s`, (variant) => {
      const leaks = look(`The table says ${variant} in one cell.`)
      expect(leaks.map((leak) => leak.entity)).toContain(entity)
    })
  }
  it.each([
    ['m2', 'szczepanski-notes-v2.docx'],
    ['m2', 'SzczepanskiChronology.xlsx'],
    ['m1', 'Re_Margaret_ONeill_final'],
    ['m11', 'IMR PEMBERTHWAITE draft'],
    ['m10', 'harjinder_sandhu.pdf'],
    ['q1', 'Bramblecote Avenue photographs'],
    ['m2', 'Author: L u k a s z'],
    ['q2', 'Company: Oakmere'],
  ])('sees %s in a file name or property: %s', (entity, text) => {
    expect(look(text).map((leak) => leak.entity)).toContain(entity)
  })
  it.each(plainProse)('is silent about ordinary notes: %s', (text) => {
    expect(look(text)).toEqual([])
  })
  it('is silent about pseudonyms, labels and phrases the key keeps', () => {
    expect(
      look("Adult M's home; Nurse M rang [NHS number]; St Luke's Hospice; Will call in May; the rose bush"),
    ).toEqual([])
  })
  it('lets agencies read what only the public may not', () => {
    expect(look('Netherfold District Council in Netherfold', 'agencies')).toEqual([])
    expect(look('Netherfold District Council in Netherfold').map((leak) => leak.entity)).toContain('q4')
  })
  it('says which file and where', () => {
    expect(look('Spoke to Jindi')).toEqual([
      { file: 'pack.docx', where: 'body', entity: 'm10', kind: 'PERSON', text: 'Jindi' },
    ])
  })
})
