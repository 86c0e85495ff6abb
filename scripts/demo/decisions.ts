import type { CandidateView } from '../../workspace/views.ts'

type Decision = {
  readonly candidate: string
  readonly decision: 'keep' | 'replace'
  readonly entity?: string
  readonly replacement?: string
  readonly reason: string
}

/** What a review author would answer to the sample case's questions. A question nobody foresaw stops the demonstration. */
const answers: Readonly<Record<string, Omit<Decision, 'candidate'>>> = {
  "Dot's Kitchen": {
    decision: 'replace',
    replacement: 'a lunch club',
    reason: 'The name holds the adult’s own.',
  },
  'Dot’s Kitchen': {
    decision: 'replace',
    replacement: 'a lunch club',
    reason: 'The name holds the adult’s own.',
  },
  'DH guidance': {
    decision: 'replace',
    replacement: 'Department of Health guidance',
    reason: 'Not the adult’s initials here, and nobody shall wonder.',
  },
  'Mr R': { decision: 'replace', entity: 'p04', reason: 'The joint tenancy was her husband’s and hers.' },
  'Mrs Dunmore': {
    decision: 'replace',
    replacement: 'Volunteer 1',
    reason: 'A volunteer at the lunch club.',
  },
  'Dr N Trent': { decision: 'replace', replacement: 'Hospital Doctor 2', reason: 'A locum doctor.' },
  'Dr Trent': { decision: 'replace', replacement: 'Hospital Doctor 2', reason: 'A locum doctor.' },
  'Dr A Lindqvist': {
    decision: 'replace',
    replacement: 'Hospital Doctor 3',
    reason: 'A doctor in resuscitation.',
  },
  'Father Kieran': { decision: 'replace', replacement: 'a priest', reason: 'The hospital’s priest.' },
  Yvonne: { decision: 'replace', replacement: 'Receptionist 1', reason: 'The surgery’s receptionist.' },
}

export const decide = (candidates: readonly CandidateView[]): Decision[] =>
  candidates
    .filter(({ decision }) => decision === null)
    .map(({ id, text }) => {
      const answer = answers[text]
      if (!answer) throw new Error(`The demonstration has no answer to the question "${text}".`)
      return { candidate: id, ...answer }
    })
