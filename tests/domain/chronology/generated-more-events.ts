import { signed } from './generated-events.ts'
import type { EventKind, Telling } from './generated-events.ts'

const own = (contact: string, text: string): Telling => ({ kind: 'own', contact, text })
const report = (contact: string, text: string): Telling => ({ kind: 'report', contact, text })

export const moreEventKinds: readonly EventKind[] = [
  {
    name: 'fire',
    told: {
      housing: (d) => [
        own(
          'Visit',
          `Small fire in ${d.place}, ${d.finder} smelt smoke. Walls scorched. Fire service had left.`,
        ),
        report(
          'Record',
          `Fire service report: chip pan alight ${d.when}, ${d.place} damaged. ${d.finder} raised alarm.`,
        ),
      ],
      police: (d) => [
        own(
          'Face to face',
          `Assisted fire service at address, fire in ${d.place} out on arrival. Occupant said '${d.quote}'.`,
        ),
      ],
      ambulance: (d) => [
        own(
          'Face to face',
          `Standby for fire service. Male checked for smoke inhalation, ${d.injury}. Not conveyed.`,
        ),
      ],
      council: (d) => [
        report(
          'Information received',
          `Fire service referral: fire in ${d.place} ${d.when}, put out by crew. ${d.who} smokes in bed.`,
        ),
      ],
    },
  },
  {
    name: 'theft',
    told: {
      police: (d) => [
        own(
          'Face to face',
          `Theft of ${d.item} reported by ${d.finder}. Grandson Kyle named. Victim declines to support. '${d.quote}'.`,
        ),
        own('Telephone', `Crime recorded, ${d.item} taken by family member. £${d.number}0 missing too.`),
      ],
      council: (d) => [
        report(
          'Information received',
          `Police referral: ${d.item} stolen ${d.when}, grandson Kyle suspected. ${d.who} will not press charges.`,
        ),
        report('Telephone', `${d.finder} alleges Kyle took the ${d.item}, police were called ${d.when}.`),
      ],
      provider: (d) => [
        own(
          'Visit',
          `Client upset, ${d.item} gone and £${d.number}0. Says Kyle was here. Police called by ${d.finder}.`,
        ),
      ],
      housing: (d) => [
        report(
          'Telephone',
          `${d.finder} rang: ${d.item} stolen from tenant, police have been. Wants locks changed.`,
        ),
      ],
    },
  },
  {
    name: 'missing',
    told: {
      police: (d) => [
        own(
          'Face to face',
          `Reported missing by carers. Located at bus station in slippers at ${d.clock}. '${d.quote}'. Returned.`,
        ),
        own('Telephone', `High risk missing, ${d.who}. Found by ${d.finder} near the canal, safe and well.`),
      ],
      provider: (d) => [
        own(
          'Visit',
          `Client not in at call. Searched, rang police. Brought back by officers, ${d.injury}, in slippers.`,
        ),
      ],
      council: (d) => [
        report(
          'Information received',
          `Missing person report from police ${d.when}. Found at bus station, in slippers, returned home. Asks for assessment.`,
        ),
      ],
      hospital: (d) => [
        own(
          'Face to face',
          `Brought by police, had been missing. Cold, ${d.injury}. Slippers wet. Discharged to carers.`,
        ),
      ],
    },
  },
  {
    name: 'assault',
    told: {
      police: (d) => [
        own(
          'Face to face',
          `Assault by grandson Kyle in ${d.place}. ${d.injury}. Arrested at ${d.clock}. Victim said '${d.quote}'.`,
        ),
      ],
      council: (d) => [
        report(
          'Information received',
          `Police: Kyle arrested ${d.when} for hitting ${d.who}. ${d.injury}. Bail conditions.`,
        ),
      ],
      hospital: (d) => [
        own(
          'Face to face',
          `ED with police. Alleged assault by relative, ${d.injury}. Photographed. '${d.quote}'.`,
        ),
      ],
      surgery: (d) => [
        report('Letter', `ED letter: alleged assault ${d.when}. ${d.injury}. Police involved.`),
      ],
    },
  },
  {
    name: 'medication error',
    told: {
      provider: (d) => [
        own(
          'Incident',
          `Double dose of ${d.drug} given by carer at ${d.clock}. Rang 111. Incident form done.`,
        ),
      ],
      council: (d) => [
        report(
          'Information received',
          `Provider notified medication error ${d.when}: ${d.drug} given twice. No harm reported.`,
        ),
      ],
      surgery: (d) => [
        report('Telephone', `Carers gave ${d.drug} twice ${d.when}. Advised observe, omit next dose.`),
        report('Telephone', `111 report, double dose ${d.drug}. Patient well.`),
      ],
      hospital: (d) => [
        own(
          'Home visit',
          `Extra ${d.drug} given by carers. Pulse and pressure checked, normal. Told coordinator.`,
        ),
      ],
    },
  },
  {
    name: 'referral',
    told: {
      housing: (d) => [
        signed(
          'Petra Holm',
          own(
            'Referral',
            `Referred to adult social care for ${d.topic}. ${d.place} unusable, ${d.number} bags of waste. Tenant consents.`,
          ),
        ),
      ],
      council: (d) => [
        report(
          'Referral',
          `Referral received from housing, Petra Holm. ${d.place} cannot be used, bags of waste, asks for ${d.topic}.`,
        ),
      ],
      surgery: (d) => [
        report('Letter', `Copy of housing referral to social services about waste and ${d.topic}. Filed.`),
      ],
    },
  },
  {
    name: 'joint visit',
    told: {
      council: (d) => [
        signed(
          'Ruth Ashby, social worker',
          own(
            'Home visit',
            `Joint visit with Dr Vane to assess capacity about ${d.topic}. ${d.who} said '${d.quote}'. Lacks capacity on this.`,
          ),
        ),
      ],
      surgery: (d) => [
        signed(
          'Dr S Vane',
          own(
            'Home visit',
            `Visit with social worker R Ashby at ${d.clock}. Capacity for ${d.topic}: could not weigh it. '${d.quote}'.`,
          ),
        ),
      ],
      provider: (d) => [
        own(
          'Visit',
          `Doctor and social worker here when carer called, asking about ${d.topic}. Client cross.`,
        ),
      ],
    },
  },
  {
    name: 'refused hospital',
    told: {
      ambulance: (d) => [
        own(
          'Face to face',
          `Chest pain. ECG done. Refused conveyance, '${d.quote}'. Has capacity. GP informed.`,
        ),
      ],
      surgery: () => [
        report('Telephone', `Ambulance rang: chest pain, ECG normal, refused to go in. Visit requested.`),
      ],
      provider: (d) => [
        own(
          'Visit',
          `Client had chest pain, 999 called at ${d.clock}. He would not go with crew, said '${d.quote}'.`,
        ),
      ],
      council: (d) => [
        report(
          'Telephone',
          `Coordinator reports chest pain ${d.when}, ambulance attended, ${d.who} refused hospital.`,
        ),
      ],
    },
  },
  {
    name: 'message passed on',
    told: {
      council: (d) => [
        signed(
          'Ruth Ashby, social worker',
          own(
            'Home visit',
            `${d.who} grey and breathless, ${d.site} sore. Rang surgery, spoke to Dr Okoro, asked for visit.`,
          ),
        ),
      ],
      surgery: (d) => [
        signed(
          'Dr L Okoro',
          report(
            'Telephone',
            `Call from R Ashby, social worker: ${d.who} grey, breathless. Visit added to list.`,
          ),
        ),
      ],
    },
  },
  {
    name: 'admission',
    told: {
      ambulance: (d) => [
        own(
          'Face to face',
          `Called ${d.clock}. Drowsy, temp 39.${d.number % 10}, ${d.site} wound smells. Blue light, pre-alert for sepsis.`,
        ),
      ],
      hospital: (d) => [
        own(
          'Face to face',
          `Resus. Septic, GCS ${8 + (d.number % 6)}. Source ${d.site}. Admitted to high care.`,
        ),
      ],
      council: (d) => [
        report('Information received', `Hospital: ${d.who} admitted ${d.when} with sepsis, very unwell.`),
      ],
      surgery: (d) => [report('Letter', `Admission notice, sepsis from ${d.site}, taken in ${d.when}.`)],
      housing: (d) => [
        report('Telephone', `${d.finder} told us he was taken in by ambulance ${d.when}, looked dreadful.`),
      ],
    },
  },
  {
    name: 'bailiffs',
    told: {
      housing: (d) => [
        own(
          'Visit',
          `Bailiff appointment stopped at door, tenant in tears, '${d.quote}'. £${d.number}40 owed. Social worker rung.`,
        ),
      ],
      council: (d) => [
        report(
          'Telephone',
          `Housing rang: bailiffs at the door ${d.when}, eviction halted. Owes £${d.number}40.`,
        ),
      ],
      police: (d) => [
        own(
          'Face to face',
          `Breach of peace, bailiffs at address. Calmed. Eviction not carried out. '${d.quote}'.`,
        ),
      ],
    },
  },
]
