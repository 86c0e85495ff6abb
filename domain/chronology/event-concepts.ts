/**
 * Something that happens in a review's chronology, by the words agencies use for it. An `event` is a happening that a
 * day seldom has two of; the rest are matters that many entries touch on.
 */
export type EventConcept = { readonly name: string; readonly event: boolean; readonly says: RegExp }

export const eventConcepts: readonly EventConcept[] = [
  {
    name: 'a fall or being found on the floor',
    event: true,
    says: /\b(?:fall|falls|fallen|fell|long lie|on (?:the )?(?:\w+ ){0,2}floor|floor of|slid (?:down|off|from)|collapsed?)\b/i,
  },
  {
    name: 'going into hospital',
    event: true,
    says: /\b(?:admi(?:t|ts|tted|ssion|ssions)|ambulance|pre-alert|resus|(?<!not )conveyed|brought in|(?:taken|took (?:him|her|them)|removed \w+|went|goes) (?:in\b|to hospital)|paramedics?|extrication|ambulance crew|the crew|999|ED attendance|blue light)\b|\b(?:a&e|emergency department|casualty)/i,
  },
  {
    name: 'coming home from hospital',
    event: true,
    says: /\bdischarged?\b(?! planning| (?:from|to) (?:clinic|community|caseload|service))|\b(?:(?:came|went|brought|sent|returned|back) home|home today|patient transport|back from hospital|left (?:the )?ward)\b/i,
  },
  {
    name: 'a meeting',
    event: true,
    says: /\b(?:meeting|conference|MARAC|MDT|strategy discussion|dialled in|multi-agency discussion)\b/i,
  },
  {
    name: 'entry being forced',
    event: true,
    says: /\b(?:forced? entry|entry (?:was )?(?:forced|gained)|gained entry|broke(?:n)? in|door (?:was )?(?:forced|put in|broken)|forc\w+ (?:the )?(?:front |back )?door|assist\w* .{0,20}\bentry)\b/i,
  },
  {
    name: 'a welfare check',
    event: false,
    says: /\b(?:welfare (?:check|visit)|safe and well|concern for (?:safety|welfare))\b/i,
  },
  {
    name: 'a wound or pressure ulcer',
    event: false,
    says: /\b(?:pressure (?:ulcer|sore|area|damage|injury)s?|ulcer\w*|sore has|wound\w*|sacr\w+|category [1-4]|grade [1-4]|cellulitis)\b/i,
  },
  {
    name: 'a death',
    event: true,
    says: /\b(?:died|dies|death|deceased|passed away|coroner\w*|found dead|verified dead)\b/i,
  },
  { name: 'sepsis', event: true, says: /\b(?:sepsis|septic|septicaemia)\b/i },
  {
    name: 'no access or no reply',
    event: false,
    says: /\b(?:no (?:access|reply|answer)|not let in|could not gain (?:entry|access)|card left|left (?:a )?card)\b/i,
  },
  {
    name: 'a missed appointment',
    event: false,
    says: /\b(?:did not attend|was not brought|DNA|failed to attend|missed (?:appointment|screening))\b/i,
  },
  {
    name: 'a safeguarding concern',
    event: false,
    says: /\b(?:safeguarding (?:concern|alert|form|referral|enquiry)|section 42|s\.?42|MASH|VA (?:form|notification)|vulnerable adult notification|raising .{0,12}concern|concern (?:emailed|sent|raised))\b/i,
  },
  {
    name: 'a medication error',
    event: true,
    says: /\b(?:(?:medication|drug) (?:error|incident)|double dose|(?:given|gave|taken|took) .{0,25}twice|extra .{0,20}given|overdos\w*|wrong (?:dose|tablets?|medication))\b/i,
  },
  {
    name: 'medication',
    event: false,
    says: /\b(?:medication|tablets?|prescri\w+|antibiotics?|blister pack|dosette|dose)\b/i,
  },
  {
    name: 'theft or missing money',
    event: true,
    says: /\b(?:theft|thefts|stole\w*|stealing|robbed|taken (?:from|by)|took the|(?:purse|wallet|card|money|cash|phone|watch|radio|ring|jewellery|handbag) (?:is |was |has )?(?:gone|missing))\b/i,
  },
  { name: 'money', event: false, says: /\b(?:money|purse|bank card|pension|arrears|financial|owes|owed)\b/i },
  {
    name: 'heating or the boiler',
    event: false,
    says: /\b(?:heating|boiler|heater|thermostat|gas (?:service|engineer))\b/i,
  },
  {
    name: 'a fire',
    event: true,
    says: /\b(?:fires?|fire (?:service|crew|brigade)|smoke inhalation|smelt smoke|scald\w*|burns?|burnt|alight)\b/i,
  },
  {
    name: 'a mental capacity question',
    event: false,
    says: /\b(?:capacity|MCA|best interests?|deprivation of liberty|DoLS)\b/i,
  },
  {
    name: 'an assault or threats',
    event: true,
    says: /\b(?:assault\w*|threaten\w*|threats?|hit|hitting|punched|slapped|pushed|domestic (?:abuse|incident))\b/i,
  },
  { name: 'an arrest', event: true, says: /\b(?:arrest\w*|bail(?:ed)?|in custody)\b/i },
  {
    name: 'an argument or disturbance',
    event: true,
    says: /\b(?:argument|quarrel|disturbance|shouting|raised voices|altercation|breach of (?:the )?peace)\b/i,
  },
  {
    name: 'going missing',
    event: true,
    says: /\b(?:(?:been|was|reported|risk|report\w*) missing|missing person|absconded|wander\w* (?:off|outside)|not in at|whereabouts)\b/i,
  },
  {
    name: 'eviction or possession',
    event: true,
    says: /\b(?:evict\w*|bailiffs?|possession (?:order|hearing)|notice seeking possession)\b/i,
  },
  { name: 'a referral', event: false, says: /\b(?:referral|referred|refers?)\b/i },
  {
    name: 'care or hospital being refused',
    event: false,
    says: /\b(?:refus\w+|declin\w+|would not (?:go|travel)|not conveyed)\b/i,
  },
  { name: 'self-harm', event: true, says: /\b(?:self[- ]harm\w*|suicid\w*|ligature|jump(?:ed|ing) from)\b/i },
  { name: 'choking', event: true, says: /\b(?:chok(?:e|ed|ing)|aspirat(?:ed|ion))\b/i },
  {
    name: 'chest pain or a stroke',
    event: true,
    says: /\b(?:chest pain|heart attack|stroke|seizure|fits?)\b/i,
  },
]

/**
 * What went before a visit or call, said in passing: "first visit since discharge", "visit following the notification".
 * Such words do not make the entry an account of that earlier event.
 */
const inPassing =
  /\b(?:since|prior to|ahead of|awaiting|await|pending)\b[^.,;:]*|\b(?:visit\w*|call\w*|rang|review\w*|seen|saw|telephoned)\b[^.,;:]{0,20}\b(?:after|following)\b[^.,;:]*/gi

/** A clause about what is still to come: a plan or an invitation is not an account of what then happened. */
const stillToCome =
  /\b(?:tomorrow|next (?:week|month|\w+day)|invit(?:ed|es?|ations?)\b.{0,30}|(?:planned|booked|target|aim|due) (?:for|on|date)|(?:for|to) review|await(?:s|ing)?|to be (?:arranged|held|set|booked|discharged|admitted|reviewed))\b/i

/** An agency that was rung or wrote: "call from ambulance (Crew 41)", "rang ambulance, spoke with …" is nobody's admission. */
const correspondent =
  /\b(?:rang|telephoned|phoned|emailed|e-mailed|wrote to|(?:call|letter|e-?mail|message|report|enquiry|request) (?:about [^.,;:]{1,40} )?from) (?:the )?(?:ambulance|fire)(?: (?:service|trust|control|crew))?(?=,? spoke|,? and spoke| \(| (?:about|re|regarding|filed|asking|wanting)\b)/gi

/** A capital in the middle makes "N Fell" and "Nadia Fell" a name, not a fall. */
const surname = /\b([A-Z][a-z]*\.?) Fell\b/g

/**
 * What somebody did because of an event, or because they were asked to, is an event of its own: "visited after the fall",
 * "bloods taken at the request of the surgery".
 */
const becauseOf =
  /\b(?:visit\w*|called|rang|seen|saw|review\w*)\b[^.,;:]{0,20}\b(?:after|following|since)\b|\bfollow[- ]?up (?:visit|call)\b|\b(?:at (?:the )?request of|as requested|requested by|as asked|on (?:the )?advice of|as advised)\b/i
export const isFollowUp = (text: string): boolean => becauseOf.test(text.split(/[.;\n]\s/)[0] ?? '')

/** Whoever asked for it was not there: "bloods taken at the request of Dr Vane". */
const askers =
  /\b(?:at (?:the )?request of|requested by|as asked by|on (?:the )?advice of|as advised by)\b[^.,;:]*/gi
export const withoutAskers = (text: string): string => text.replace(askers, ' ')

/** The writer rang, wrote or asked: two agencies that each did so made two contacts. */
const outgoing = /^\W*(?:rang|telephoned|phoned|emailed|e-mailed|wrote|chased|asked)\b/i
export const isOutgoing = (text: string): boolean => outgoing.test(text)

/** A text without the clauses about what is still to come. `isAhead` says of a clause whether it names a day still to come. */
export const withoutPlans = (text: string, isAhead: (clause: string) => boolean): string =>
  text
    .split(/(?<=[.,;:!?]['’”")]?\s|\n)/)
    .filter((clause) => !stillToCome.test(clause) && !isAhead(clause))
    .join('')

/** The concepts a text without plans speaks of, by place in `eventConcepts`; what is mentioned in passing is left out. */
export const conceptsOf = (text: string): ReadonlySet<number> => {
  const told = text.replace(surname, '$1').replace(correspondent, ' ').replace(inPassing, ' ')
  return new Set(eventConcepts.flatMap(({ says }, index) => (says.test(told) ? [index] : [])))
}
