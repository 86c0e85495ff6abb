/** A coded list with the wording, version and date it was taken from, so that old records keep the list they were coded with. */
export type CodeList<Label extends string = string> = {
  readonly name: string
  readonly version: string
  /** When this wording was published or last confirmed, `YYYY-MM-DD` or `YYYY`. */
  readonly date: string
  readonly labels: readonly Label[]
}

/** Three different facts about a question without an answer; none stands in for another (requirements section 3). */
export const nonAnswers = {
  name: 'Question without an answer',
  version: '1',
  date: '2026',
  labels: ['Refused', 'Not asked', 'Not known'],
} as const satisfies CodeList

export type NonAnswer = (typeof nonAnswers.labels)[number]

/** Whether `value` is exactly one of the list's labels. */
export const hasLabel = <Label extends string>(list: CodeList<Label>, value: unknown): value is Label =>
  (list.labels as readonly unknown[]).includes(value)
