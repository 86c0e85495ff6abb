/** A column of a template. */
export type TemplateColumn = {
  readonly heading: string
  /** Answers to choose from in Excel; other words may be written. None with a comma, and short enough for one list. */
  readonly choices?: readonly string[]
  /** Share of the width of the page. */
  readonly weight: number
  /** What the example rows say, in the order of `exampleRows`. */
  readonly examples: readonly [string, string, string]
}

/** First and last day the agency is asked about, as `YYYY-MM-DD`. */
export type TemplatePeriod = { readonly from: string; readonly to: string }

export const exampleRows = [0, 1, 2] as const

export type TemplateSection = { readonly heading: string; readonly items: readonly string[] }

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'].concat(
  ['October', 'November', 'December'],
)

/** `2021-06-01` as `1 June 2021`; anything else as it is. */
export const writtenDay = (iso: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  return year && name && day ? `${Number(day)} ${name} ${year}` : iso
}

/** Abbreviations most chronologies use, as a beginning of the agency's own list. */
export const commonAbbreviations: readonly (readonly [string, string])[] = [
  ['A&E', 'Accident and emergency department'],
  ['ASC', 'Adult social care'],
  ['DNA', 'Did not attend'],
  ['DoLS', 'Deprivation of Liberty Safeguards'],
  ['GP', 'General practitioner'],
  ['KLOE', 'Key line of enquiry'],
  ['MCA', 'Mental Capacity Act 2005'],
  ['NFA', 'No further action'],
]
