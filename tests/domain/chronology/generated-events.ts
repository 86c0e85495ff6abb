import type { Dice } from './dice.ts'

/** Agencies of the generated case. Every name in it is invented. */
export const agencies = [
  'council',
  'police',
  'hospital',
  'surgery',
  'housing',
  'ambulance',
  'provider',
] as const
export type Agency = (typeof agencies)[number]

export const staff: Readonly<Record<Agency, readonly string[]>> = {
  council: [
    'Ruth Ashby, social worker',
    'Imran Sheikh, duty worker',
    'Contact centre',
    'Olive Tennant, manager',
  ],
  police: ['PC 3380 Wragg', 'PC 6127 Denholm', 'Sgt 1904 Kilbride', 'Call handler'],
  hospital: ['Emergency department', 'Fern Ward', 'G Pascoe, community nurse', 'Discharge team'],
  surgery: ['Dr S Vane', 'Dr L Okoro', 'Reception', 'Nurse T Birtle'],
  housing: ['Petra Holm', 'Repairs team', 'Dean Crowther', 'Income team'],
  ambulance: ['Crew 41', 'Crew 17', 'Control room', 'Clinical desk'],
  provider: ['Care coordinator', 'Shona Reid, carer', 'Marek Nowak, carer', 'Office'],
}

/** What is true of one event; each agency tells some of it. */
export type Details = {
  readonly who: string
  readonly place: string
  readonly finder: string
  readonly quote: string
  readonly injury: string
  readonly item: string
  readonly number: number
  readonly site: string
  readonly meeting: string
  readonly topic: string
  readonly drug: string
  readonly clock: string
  /** "yesterday", "last night", "on 12 July" or nothing: how a report names the day. */
  readonly when: string
}

/** `by` is the writer where the event decides who writes; anybody of the agency otherwise. */
export type Telling = {
  readonly kind: 'own' | 'report'
  readonly contact: string
  readonly text: string
  readonly by?: string
}
type Tell = (d: Details) => readonly Telling[]
const own = (contact: string, text: string): Telling => ({ kind: 'own', contact, text })
const report = (contact: string, text: string): Telling => ({ kind: 'report', contact, text })
export const signed = (by: string, told: Telling): Telling => ({ ...told, by })

/** One sort of event, and what each agency that hears of it writes: one of the variants. */
export type EventKind = { readonly name: string; readonly told: Partial<Readonly<Record<Agency, Tell>>> }

export const drawDetails = (dice: Dice): Omit<Details, 'when' | 'clock'> => ({
  who: dice.pick(['Mr Tasker', 'Edwin', 'Mr Edwin Tasker', 'Ted', 'the tenant', 'patient', 'ET', 'adult']),
  place: dice.pick([
    'bathroom',
    'landing',
    'bedroom',
    'hallway',
    'kitchen',
    'back garden',
    'stairs',
    'front path',
  ]),
  finder: dice.pick([
    'neighbour',
    'postman',
    'granddaughter',
    'window cleaner',
    'warden',
    'nephew',
    'plumber',
  ]),
  quote: dice.pick([
    'I just want my own bed',
    'my legs went from under me',
    'nobody came till dinner',
    'leave me be',
    'he had no right',
    'I thought it was Sunday',
    'them pills make me daft',
    'I was only after the cat',
  ]),
  injury: dice.pick([
    'cut above left eye',
    'swollen wrist',
    'graze to elbow',
    'skin tear to shin',
    'bruised ribs',
  ]),
  item: dice.pick([
    'wallet',
    'bank card',
    'watch',
    'radio',
    'war medals',
    'mobile phone',
    'pension envelope',
  ]),
  number: 2 + Math.floor(dice.next() * 18),
  site: dice.pick(['left heel', 'sacrum', 'right hip', 'buttock', 'right ankle', 'shoulder blade']),
  meeting: dice.pick([
    'risk management',
    'best interests',
    'hoarding panel',
    'professionals',
    'placement review',
  ]),
  topic: dice.pick([
    'night sitting',
    'respite bed',
    'deep clean',
    'rewiring',
    'advocate',
    'key safe',
    'day centre',
  ]),
  drug: dice.pick(['warfarin', 'insulin', 'morphine patch', 'digoxin', 'diazepam', 'furosemide']),
})

export const eventKinds: readonly EventKind[] = [
  {
    name: 'fall',
    told: {
      ambulance: (d) => [
        own(
          'Face to face',
          `Attended at ${d.clock}. Male on ${d.place} floor, ${d.injury}. Lifted with cushion, conveyed to ED.`,
        ),
        own(
          'Face to face',
          `Fallen in ${d.place}, found by ${d.finder}. On floor approx ${d.number} hours. Observations stable. Taken to hospital.`,
        ),
      ],
      hospital: (d) => [
        own(
          'Face to face',
          `Brought in by ambulance after fall in ${d.place}. ${d.injury}. Says '${d.quote}'. Admit for observation.`,
        ),
        own(
          'Face to face',
          `ED attendance, fall, ${d.number} hours on floor. X-ray clear. ${d.injury} dressed.`,
        ),
      ],
      council: (d) => [
        report(
          'Information received',
          `Notified that ${d.who} fell in the ${d.place} ${d.when} and went in by ambulance. Found by ${d.finder}.`,
        ),
        report(
          'Telephone',
          `${d.finder} rang to say ${d.who} was found on the ${d.place} floor ${d.when}. Ambulance took him in.`,
        ),
      ],
      housing: (d) => [
        own(
          'Visit',
          `Called by ${d.finder}, ${d.who} on the floor in the ${d.place}. Rang 999 and waited with him. He said '${d.quote}'.`,
        ),
        report(
          'Telephone',
          `Told by ${d.finder} that tenant had a fall ${d.when}, ambulance came. ${d.place} light not working.`,
        ),
      ],
      provider: (d) => [
        own(
          'Visit',
          `Arrived at ${d.clock}, ${d.who} had fallen in ${d.place}. ${d.injury}. 999 called, office informed.`,
        ),
        report(
          'Note',
          `Carer reports client on floor of ${d.place} ${d.when}, paramedics took him to hospital. Calls suspended.`,
        ),
      ],
      surgery: (d) => [
        report('Letter', `ED letter: fall ${d.when}, ${d.injury}, long lie about ${d.number} hours.`),
        report(
          'Letter',
          `Discharge summary from emergency department. Fell in ${d.place} ${d.when}. ${d.injury}. Bone health to consider.`,
        ),
      ],
    },
  },
  {
    name: 'forced entry',
    told: {
      police: (d) => [
        own(
          'Face to face',
          `Concern for safety from ${d.finder}, no answer at door. Entry forced at ${d.clock}. ${d.who} in ${d.place}, confused but well. '${d.quote}'. Door secured.`,
        ),
        own(
          'Face to face',
          `Attended with ambulance. Door put in. Male located in ${d.place}, ${d.injury}. VA form submitted.`,
        ),
      ],
      council: (d) => [
        report(
          'Information received',
          `Police notification: officers forced the door ${d.when} after ${d.finder} raised the alarm. ${d.who} in ${d.place}, said '${d.quote}'.`,
        ),
        report('Email in', `VA form from police. Entry forced ${d.when}. ${d.injury}. Property made secure.`),
      ],
      housing: (d) => [
        report(
          'Record',
          `Police broke in ${d.when} on a welfare check, tenant in the ${d.place}. New lock needed. Call came from ${d.finder}.`,
        ),
        report(
          'Telephone',
          `${d.finder} says police had to force the front door ${d.when}. Asked repairs to board it.`,
        ),
      ],
      ambulance: (d) => [
        own(
          'Face to face',
          `Police on scene gained entry. Patient in ${d.place}, ${d.injury}, declined to travel. Capacity recorded.`,
        ),
      ],
    },
  },
  {
    name: 'discharge',
    told: {
      hospital: (d) => [
        own(
          'Ward',
          `Discharged home ${d.clock} with ${d.drug} and ${d.topic} outstanding. Transport booked. '${d.quote}'.`,
        ),
        own(
          'Ward',
          `Medically fit, left ward by patient transport. Family not told. ${d.drug} for ${d.number} days.`,
        ),
      ],
      council: (d) => [
        report(
          'Information received',
          `Ward states ${d.who} was discharged ${d.when}. ${d.topic} not arranged.`,
        ),
        report(
          'Telephone',
          `Provider says he came home by patient transport ${d.when}, before they were ready. ${d.topic} not in place.`,
        ),
      ],
      provider: (d) => [
        own(
          'Visit',
          `Client back from hospital. No paperwork with him, ${d.drug} in bag. Said '${d.quote}'. Calls restarted.`,
        ),
        report('Note', `Ward rang late: sent home ${d.when}. Package to restart. Asked about ${d.topic}.`),
      ],
      surgery: (d) => [
        report(
          'Letter',
          `Discharge letter, home ${d.when}. ${d.drug} started for ${d.number} days. Bloods to repeat.`,
        ),
        report('Letter', `Discharged from hospital ${d.when}. ${d.drug} on list twice. Queried with ward.`),
      ],
      housing: (d) => [
        report(
          'Telephone',
          `${d.finder} tells us tenant was brought home from hospital ${d.when}. No heating on.`,
        ),
      ],
    },
  },
  {
    name: 'meeting',
    told: {
      council: (d) => [
        signed(
          'Olive Tennant, manager',
          own(
            'Meeting',
            `${d.meeting} meeting chaired by O Tennant. Present: police, housing, nurse. Agreed ${d.topic} to be pursued. '${d.quote}' read out.`,
          ),
        ),
        own(
          'Meeting',
          `Convened ${d.meeting} meeting. ${d.topic} discussed at length. Actions to all by ${d.number}th.`,
        ),
      ],
      police: (d) => [
        own(
          'Meeting',
          `Attended ${d.meeting} meeting at council offices. No police action. ${d.topic} for others.`,
        ),
        own('Meeting', `Joined ${d.meeting} meeting by telephone, left early.`),
      ],
      housing: (d) => [
        own(
          'Meeting',
          `Went to the ${d.meeting} meeting. We offered to look into ${d.topic}. Minutes awaited.`,
        ),
        own('Meeting', `${d.meeting} meeting. Agreed with social worker about ${d.topic}.`),
      ],
      hospital: (d) => [
        signed(
          'G Pascoe, community nurse',
          own('Meeting', `${d.meeting} meeting attended by G Pascoe. Skin and ${d.topic} raised.`),
        ),
        signed(
          'G Pascoe, community nurse',
          own('Meeting', `Community nurse at ${d.meeting} meeting. I asked who would pay for ${d.topic}.`),
        ),
      ],
      provider: (d) => [
        own('Meeting', `Manager at ${d.meeting} meeting. Told ${d.topic} is not in contract.`),
      ],
    },
  },
  {
    name: 'wound found',
    told: {
      hospital: (d) => [
        signed(
          'G Pascoe, community nurse',
          own(
            'Home visit',
            `Grade ${2 + (d.number % 3)} pressure ulcer to ${d.site}, ${d.number} cm. No turning chart. Safeguarding concern raised.`,
          ),
        ),
        signed(
          'G Pascoe, community nurse',
          own(
            'Home visit',
            `New pressure damage ${d.site}, undermined, ${d.number} x 3 cm. Concern emailed to council. '${d.quote}'.`,
          ),
        ),
      ],
      council: (d) => [
        report(
          'Email in',
          `Email from G Pascoe, community nurse: pressure ulcer ${d.site}, found ${d.when}. Raises safeguarding concern about carers.`,
        ),
        signed(
          'G Pascoe, nurse',
          report(
            'Email in',
            `Ulcer to ${d.site} ${d.when}. 'Please treat this as a safeguarding concern about the carers.'`,
          ),
        ),
        report(
          'Information received',
          `Safeguarding concern from nurse. ${d.site} ulcer ${d.number} cm seen ${d.when}, turning not recorded.`,
        ),
      ],
      surgery: (d) => [
        report('Task', `Nurse reports pressure ulcer ${d.site}. Dressings prescribed. Swab.`),
        report('Task', `Community nurse: ${d.number} cm ulcer at ${d.site}. Antibiotic issued.`),
      ],
      provider: (d) => [
        report(
          'Note',
          `Nurse unhappy ${d.when} with ${d.site}, says sore has opened. Told carers to turn two hourly.`,
        ),
      ],
    },
  },
]
