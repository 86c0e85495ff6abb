/**
 * By what power records leave unredacted. *Worcestershire CC v HM Coroner* [2013] EWHC 1711 (QB): individual management
 * reviews may have to go to the coroner though they are not made public (requirements section 1, parallel processes).
 */
export const legalPowerKinds = ['coroner-notice', 'coroner-request', 'court-order'] as const
export type LegalPowerKind = (typeof legalPowerKinds)[number]

export const legalPowerTitles: Readonly<Record<LegalPowerKind, string>> = {
  'coroner-notice': 'Coroners and Justice Act 2009, Schedule 5 notice',
  'coroner-request': 'Request of a coroner (Coroners (Investigations) Regulations 2013)',
  'court-order': 'Order of a court or tribunal',
}

export type LegalPower = {
  readonly kind: LegalPowerKind
  /** As the notice or order bears it. */
  readonly reference: string
  /** YYYY-MM-DD. */
  readonly dated: string
}
