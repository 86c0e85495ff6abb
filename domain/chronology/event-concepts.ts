/** Things that happen in a review's chronology, by the words agencies use for them. Stems match the start of a word. */
export const eventConcepts: readonly { readonly name: string; readonly says: RegExp }[] = [
  {
    name: 'a fall or being found on the floor',
    says: /\b(?:fall|falls|fallen|fell|long lie|on (?:the )?(?:\w+ )?floor|collapsed?)\b/i,
  },
  {
    name: 'going into hospital',
    says: /\b(?:admi(?:t|ts|tted|ssion|ssions)|ambulance|pre-alert|resus|conveyed|brought in|(?:taken|removed \w+|went) (?:in|to hospital)|paramedics?|extrication|crew|999)\b|\b(?:a&e|emergency department|casualty)/i,
  },
  {
    name: 'coming home from hospital',
    says: /\b(?:discharg\w*|(?:came|went|brought|sent) home|home today|patient transport)\b/i,
  },
  {
    name: 'a meeting',
    says: /\b(?:meeting|conference|MARAC|MDT|panel|strategy discussion|minutes|dialled in)\b/i,
  },
  {
    name: 'entry being forced',
    says: /\b(?:forced? entry|entry (?:was )?forced|door (?:was )?(?:boarded|forced)|forc\w+ (?:the )?door|assist\w* .{0,20}\bentry)\b/i,
  },
  { name: 'a welfare check', says: /\b(?:welfare (?:check|visit)|safe and well)\b/i },
  {
    name: 'a wound or pressure ulcer',
    says: /\b(?:pressure (?:ulcer|sore|area|damage)s?|ulcer\w*|wound\w*|sacr\w+|category [1-4]|cellulitis|infect\w*)\b/i,
  },
  { name: 'a death', says: /\b(?:died|death|deceased|passed away|coroner\w*|bereave\w*)\b/i },
  { name: 'sepsis', says: /\b(?:sepsis|septic)\b/i },
  {
    name: 'no access or no reply',
    says: /\b(?:no (?:access|reply|answer)|not let in|could not gain (?:entry|access)|card left|left (?:a )?card)\b/i,
  },
  {
    name: 'a missed appointment',
    says: /\b(?:did not attend|was not brought|DNA|failed to attend|missed (?:appointment|screening))\b/i,
  },
  {
    name: 'a safeguarding concern',
    says: /\b(?:safeguarding (?:concern|alert|form|referral|enquiry)|section 42|s\.?42|MASH|VA notification|notification)\b/i,
  },
  {
    name: 'medication',
    says: /\b(?:medication|tablets?|prescri\w+|antibiotics?|blister pack|co-codamol|morphine|dosette)\b/i,
  },
  { name: 'money', says: /\b(?:money|purse|bank card|pension|arrears|theft|stole\w*|financial)\b/i },
  { name: 'heating or the boiler', says: /\b(?:heating|boiler|heater|thermostat|gas)\b/i },
  { name: 'a fire', says: /\b(?:fire (?:service|crew|brigade)|smoke|burn(?:t|s|ed)?|alarms?)\b/i },
  {
    name: 'a mental capacity question',
    says: /\b(?:capacity|MCA|best interests?|deprivation of liberty|DoLS)\b/i,
  },
  { name: 'assault or threats', says: /\b(?:assault\w*|threat\w*|bruis\w*|hit|punched|domestic abuse)\b/i },
]

/** The concepts a text speaks of, by place in `eventConcepts`. */
export const conceptsOf = (text: string): ReadonlySet<number> =>
  new Set(eventConcepts.flatMap(({ says }, index) => (says.test(text) ? [index] : [])))
