import type { SearchItem } from '../../../domain/packs/intruder-checklist.ts'

/** What kind of thing it is, and where somebody would look for it (requirements, section 5). */
export const searchKindWords: Readonly<
  Record<SearchItem['kind'], { readonly title: string; readonly where: string }>
> = {
  'death-date': {
    title: 'Exact date of death',
    where: 'inquest listings, reports to prevent future deaths, obituaries and the local press',
  },
  'dated-place': {
    title: 'Named place',
    where: 'CQC inspection reports, council papers and the local press',
  },
  age: { title: 'Exact age', where: 'the local press, inquest listings and obituaries' },
  family: { title: 'Number of relatives', where: 'obituaries, social media and the family’s own statements' },
  occupation: { title: 'Work', where: 'obituaries, social media and the local press' },
  event: { title: 'Rare event', where: 'the local press, social media and council papers' },
  condition: { title: 'Rare condition', where: 'inquest listings, fundraising pages and social media' },
  published: { title: 'Something published', where: 'what was published itself, and other Boards’ reviews' },
  quotation: {
    title: 'Long quotation',
    where: 'the family’s own statements, other reports and social media',
  },
}
