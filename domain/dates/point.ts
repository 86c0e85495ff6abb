/** A year as written: two digits or four. */
export type YearText = { readonly value: number; readonly digits: 2 | 4 }
export type Part = 'early' | 'mid' | 'late'
export type Festival =
  | 'christmas'
  | 'christmas-eve'
  | 'christmas-day'
  | 'boxing-day'
  | 'new-year'
  | 'new-years-day'
  | 'new-years-eve'
  | 'easter'
  | 'easter-sunday'
  | 'easter-monday'
  | 'good-friday'

/** One point of a written date; what is missing is taken from the other end of a range, or from the default year. */
export type Point =
  | {
      readonly kind: 'day'
      readonly day: number
      readonly month?: number
      readonly year?: YearText
      /** Written in figures only, so that day and month could be the other way round. */
      readonly figures: boolean
      readonly weekday?: number
    }
  | {
      readonly kind: 'month'
      readonly month: number
      readonly year?: YearText
      /** Written in figures only, as in "03/21". */
      readonly figures?: true
      readonly part?: Part
      readonly partTo?: Part
    }
  | {
      readonly kind: 'week-of-month'
      readonly week: number
      readonly month: number
      readonly year?: YearText
    }
  | {
      readonly kind: 'season'
      readonly season: number
      readonly year?: YearText
      readonly part?: Part
      readonly partTo?: Part
    }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year?: YearText }
  | { readonly kind: 'half-year'; readonly half: number; readonly year?: YearText }
  | { readonly kind: 'year'; readonly year: YearText; readonly part?: Part; readonly partTo?: Part }
  | { readonly kind: 'decade'; readonly from: number; readonly part?: Part; readonly partTo?: Part }
  | { readonly kind: 'years'; readonly from: number; readonly to: number; readonly financial: boolean }
  | { readonly kind: 'festival'; readonly festival: Festival; readonly year?: YearText }
  | { readonly kind: 'serial'; readonly serial: number }

export type PointMatch = { readonly end: number; readonly point: Point }
