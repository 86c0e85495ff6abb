import { describe, expect, it } from 'vitest'
import {
  analysisChangeSchema,
  analysisParts,
  analysisSchema,
  changeAnalysis,
  changedParts,
  emptyAnalysis,
  flagTitles,
  isAnalysed,
  judgements,
  judgementTitles,
  partTitles,
  type Analysis,
} from '../../../domain/chronology/analysis.ts'
import { suggestAnalysis } from '../../../domain/chronology/suggest-analysis.ts'

const analysis = (change: Partial<Analysis> = {}): Analysis => ({ ...emptyAnalysis, ...change })

describe('an analysis', () => {
  it('has the judgements and parts of requirements section 2, each with its words', () => {
    expect(judgements.map((one) => judgementTitles[one])).toEqual([
      'Good practice',
      'Missed opportunity',
      'Expected practice',
      'Unclear',
    ])
    expect(analysisParts.map((part) => partTitles[part])).toEqual([
      'Judgement',
      'Significance',
      'Key lines of enquiry',
      'Adult seen',
      'Spoken to alone',
      'Voice or wishes recorded',
      'Capacity considered',
      'Professional comment',
      'Policy expected',
      'Evidence reference',
      'Sensitivity',
      'What makes it sensitive',
    ])
  })

  it('starts empty, which is valid, and keeps lines and flags in order and once each', () => {
    expect(analysisSchema.parse(emptyAnalysis)).toEqual(emptyAnalysis)
    const typed = { ...emptyAnalysis, kloes: [5, 1, 5], flags: ['criminal-offence', 'health', 'health'] }
    expect(analysisSchema.parse(typed)).toMatchObject({
      kloes: [1, 5],
      flags: ['health', 'criminal-offence'],
    })
  })

  it('says where it is wrong: another judgement, a text too long, a flag that says nothing', () => {
    const problem = (change: object) =>
      analysisSchema
        .safeParse({ ...emptyAnalysis, ...change })
        .error?.issues.map(({ path }) => path.join('.'))
    expect(problem({ judgement: 'poor' })).toEqual(['judgement'])
    expect(problem({ adultSeen: 'perhaps' })).toEqual(['adultSeen'])
    expect(problem({ evidence: 'x'.repeat(4_001) })).toEqual(['evidence'])
    expect(problem({ flags: ['other'] })).toEqual(['flagNote'])
    expect(problem({ flags: ['other'], flagNote: '  ' })).toEqual(['flagNote'])
    expect(problem({ flags: ['other'], flagNote: 'Witness' })).toBeUndefined()
  })

  it('changes only what a change gives, puts lines and flags in and takes them out', () => {
    const before = analysis({
      judgement: 'unclear',
      kloes: [1, 3],
      flags: ['health', 'other'],
      flagNote: 'Witness',
    })
    const change = analysisChangeSchema.parse({
      addKloes: [2, 3],
      removeKloes: [1],
      addFlags: ['safe-address'],
    })
    const after = changeAnalysis(before, change)
    expect(after).toEqual({ ...before, kloes: [2, 3], flags: ['health', 'safe-address', 'other'] })
    expect(changedParts(before, after)).toEqual(['kloes', 'flags'])
    expect(changeAnalysis(before, analysisChangeSchema.parse({ judgement: null })).judgement).toBeNull()
    // What stood for "other" goes with it.
    expect(changeAnalysis(before, analysisChangeSchema.parse({ removeFlags: ['other'] }))).toMatchObject({
      flags: ['health'],
      flagNote: '',
    })
    expect(changedParts(before, changeAnalysis(before, analysisChangeSchema.parse({})))).toEqual([])
  })

  it('is there once anything is said of the entry; a flag says only how to handle it', () => {
    expect(isAnalysed(emptyAnalysis)).toBe(false)
    expect(isAnalysed(analysis({ flags: ['health'] }))).toBe(false)
    expect(isAnalysed(analysis({ adultSeen: 'not-recorded' }))).toBe(true)
    expect(isAnalysed(analysis({ kloes: [2] }))).toBe(true)
    expect(Object.keys(flagTitles)).toHaveLength(11)
  })
})

describe('what an agency’s own columns could mean', () => {
  const offered = (fields: Parameters<typeof suggestAnalysis>[0]) =>
    suggestAnalysis(fields, [1, 2, 3, 4, 5]).map(({ part, value }) => [part, value])

  it('is offered for seeing the adult, alone or not', () => {
    expect(offered({ adultSeen: 'Yes - alone' })).toEqual([
      ['adultSeen', 'yes'],
      ['spokenAlone', 'yes'],
    ])
    expect(offered({ adultSeen: 'Y, not seen alone' })).toEqual([
      ['adultSeen', 'yes'],
      ['spokenAlone', 'no'],
    ])
    expect(['No', 'N/K', 'N/A', 'Not recorded', 'seen'].map((text) => offered({ adultSeen: text }))).toEqual(
      ['no', 'not-recorded', 'not-applicable', 'not-recorded', 'yes'].map((value) => [['adultSeen', value]]),
    )
  })

  it('is offered for wishes, lines of enquiry and the comment', () => {
    expect(offered({ wishes: 'Yes', kloes: '2; 5', comment: ' Late. ' })).toEqual([
      ['voiceHeard', 'yes'],
      ['kloes', [2, 5]],
      ['comment', 'Late.'],
    ])
    expect(offered({ kloes: 'KLOE 2-4 and 1' })).toEqual([['kloes', [1, 2, 3, 4]]])
  })

  it('is not guessed', () => {
    expect(
      offered({ adultSeen: 'see ward notes', wishes: 'To go home', kloes: '3; 9', comment: ' ' }),
    ).toEqual([])
    expect(offered({ kloes: 'four' })).toEqual([])
    expect(offered({})).toEqual([])
  })
})
