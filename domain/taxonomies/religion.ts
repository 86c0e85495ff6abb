import type { CodeList } from './code-list.ts'

/** Religion as the 2021 census asked it. */
export const religions = {
  name: 'ONS religion',
  version: 'Census 2021',
  date: '2021-03-21',
  labels: [
    'No religion',
    'Christian',
    'Buddhist',
    'Hindu',
    'Jewish',
    'Muslim',
    'Sikh',
    'Any other religion',
    'Not answered',
  ],
} as const satisfies CodeList

export type Religion = (typeof religions.labels)[number]
