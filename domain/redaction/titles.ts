const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Titles and ranks that stand before a name. Lower case, without the dot. */
export const titles: ReadonlySet<string> = new Set(
  list(`
  mr mrs ms miss mx dr doctor prof professor sir dame lord lady rev revd reverend father fr sister sr brother pastor
  canon imam rabbi vicar nurse matron pc dc ds di dci dcs dsu ps wpc pcso sgt sergeant sargeant insp inspector cllr
  councillor constable det detective supt superintendent captain capt major colonel col lieutenant lt cpl corporal master
  madam mme mlle judge justice hhj ci csi acc officer uncle aunt auntie aunty granny grandma grandad nan nanny
  dn sw ot hca cpn amhp
  `),
)

/** Titles that are also roles: a name must follow at once, and they alone never make a candidate. */
export const roleTitles: ReadonlySet<string> = new Set(
  list(`
  sister brother nurse matron officer constable sergeant inspector detective doctor father pastor vicar judge justice
  master uncle aunt auntie aunty nan nanny granny grandma grandad dn sw ot hca cpn amhp captain major colonel
  lord lady professor canon imam rabbi ds di ci ps acc
  `),
)

/** Ranks that may carry a collar number between rank and name. */
export const ranks: ReadonlySet<string> = new Set(
  list('pc dc ds di dci ps wpc pcso sgt sergeant insp inspector constable officer detective det ci supt'),
)

/** Words after which a name is likely, and which do not say who it is. Lower case. */
export const nameCues: ReadonlySet<string> = new Set(
  list(`
  called named known aka alias told asked saw met rang phoned telephoned emailed texted contacted spoke visited with by to
  from for and or of reception carer carers nurse worker neighbour daughter son sister brother wife husband partner friend
  niece nephew mother father mum dad cousin grandson granddaughter colleague manager officer doctor gp social
  `),
)

/** Verbs that say the word before them is a person doing something. Lower case. */
export const personVerbs: ReadonlySet<string> = new Set(
  list(`
  said says say was is has had did does doesn't didn't wasn't isn't hasn't hadn't agreed told asked asks tells told
  thinks thought feels felt wants wanted wishes wished likes liked lives lived died stated states reported reports
  declined declines refused refuses rang rings phoned called calls telephoned texted visited visits came comes went goes
  left leaves attended attends arrived arrives returned answered answers opened opens reckons explained explains
  described describes seemed seems appeared appears became looked looks sat sits slept sleeps ate eats drank drinks
  believes believed knows knew can can't cannot could couldn't would wouldn't will won't must should needs needed
  denied denies admitted admits confirmed confirms laughed laughs cried cries smiled shouted shouts held holds gave gives
  took takes got gets made makes let lets put puts kept keeps tried tries moved moves lost loses found finds fell falls
  walked walks stood stands washed dressed waited spoke speaks chose chooses complained complains worried worries
  remembered remembers forgot forgets also then now who whose whom presented requested consented remained
  `),
)
