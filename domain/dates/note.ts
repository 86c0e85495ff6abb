/** Why a reading of a date or time needs a second look. `text` is a sentence for the user. */
export type Note = {
  readonly kind:
    | 'ambiguous' // day and month could be the other way round
    | 'two-digit-year'
    | 'default-year'
    | 'heading' // taken from a heading above
    | 'impossible'
    | 'not-understood'
    | 'no-date'
    | 'remainder' // part of the text was not understood
    | 'serial'
    | 'far-year'
    | 'weekday'
    | 'order'
    | 'reading' // a choice of reading that is said so that it can be checked
    | 'time'
  readonly text: string
}
