import type { Details, Agency, Telling } from './generated-events.ts'

const tell = (contact: string, text: string): Telling => ({ kind: 'own', contact, text })

/** What each agency writes on ordinary days: things that only it has a record of. */
export const routine: Readonly<Record<Agency, (d: Details) => readonly Telling[]>> = {
  council: (d) => [
    tell('Home visit', `Saw ${d.who}. ${d.place} untidy. Declined ${d.topic}. Said '${d.quote}'.`),
    tell('Telephone', `Rang ${d.who}, no answer. Message left about ${d.topic}.`),
    tell('Telephone', `${d.finder} rang, unhappy with carers. Passed to contracts.`),
    tell('Decision', `Request for ${d.topic} deferred. Panel wants costs.`),
    tell('Email out', `Asked provider for ${d.number} weeks of logs. Chased ${d.topic}.`),
    tell('Supervision', `Discussed in supervision. Plan: review ${d.topic}. Worker has ${d.number} cases.`),
    tell('Home visit', `Review of care plan. ${d.number} calls missed last month. ${d.who} content.`),
    tell('Information received', `Provider invoice queried, ${d.number} calls. Finance to check.`),
  ],
  police: (d) => [
    tell('Telephone', `Call from ${d.finder} about youths in street. ${d.number} youths, moved on.`),
    tell('Face to face', `Reassurance visit. ${d.who} well. Window in ${d.place} insecure, advice given.`),
    tell('Intelligence', `Kyle seen near address with ${d.item}. No offences.`),
    tell('Telephone', `Silent 999 call traced. ${d.who} pressed by mistake, '${d.quote}'.`),
    tell('Record', `Crime filed. No further lines of enquiry about ${d.item}.`),
    tell('Face to face', `Beat officer called, no reply. Card left.`),
  ],
  hospital: (d) => [
    tell('Home visit', `Dressing to ${d.site} changed. ${d.number} cm, granulating.`),
    tell('Home visit', `Insulin given. Blood sugar ${d.number}. No concerns.`),
    tell(
      'Outpatient',
      `Clinic. ${d.drug} reviewed. Blood pressure ${100 + d.number}. Did not want ${d.topic}.`,
    ),
    tell('Outpatient', `Did not attend memory clinic. Letter to surgery.`),
    tell('Telephone', `Equipment for ${d.place} ordered, ${d.topic} raised with team.`),
    tell('Home visit', `No access. Card left, to retry.`),
    tell('Ward', `Therapy on ward. ${d.number} metres with frame. '${d.quote}'.`),
  ],
  surgery: (d) => [
    tell('Telephone', `${d.who} asks for ${d.drug}. Issued. Feels low.`),
    tell('Administration', `Flu invitation sent, no reply.`),
    tell('Home visit', `Chest clear. ${d.drug} stopped. ${d.site} looked at. '${d.quote}'.`),
    tell('Result', `Bloods: potassium ${d.number / 4}. Repeat in ${d.number} weeks.`),
    tell('Letter', `Clinic letter: ${d.drug} to be increased. Actioned.`),
    tell('Administration', `Prescription for ${d.drug} collected by ${d.finder}.`),
    tell('Nurse clinic', `Was not brought for review. Rebook.`),
    tell('Telephone', `${d.finder} worried about memory. Advised to book.`),
  ],
  housing: (d) => [
    tell('Repair', `Leak in ${d.place} fixed. ${d.finder} let us in.`),
    tell('Letter', `Arrears £${d.number}7. Letter ${d.number % 4} sent.`),
    tell('Visit', `Tenancy visit. ${d.place} cluttered. Tenant said '${d.quote}'.`),
    tell('No access', `Gas service, no access. Card left.`),
    tell('Telephone', `${d.finder} complained of smell from flat.`),
    tell('Repair', `Light in ${d.place} replaced. ${d.number} days late.`),
  ],
  ambulance: (d) => [
    tell('Telephone', `Hear and treat. Caller worried about ${d.site}. Advice given.`),
    tell('Face to face', `Catheter problem. Referred to community nurse. Not conveyed.`),
    tell('Telephone', `Call cancelled by ${d.finder} before dispatch.`),
    tell('Face to face', `Lift only. Slid off chair, no injury. '${d.quote}'.`),
  ],
  provider: (d) => [
    tell('Visit', `Morning call. Washed, dressed, ate toast. ${d.drug} given.`),
    tell('Visit', `Tea call ${d.number} minutes. Client in ${d.place}. All well.`),
    tell('Note', `Carer ${d.number} minutes late. Client said '${d.quote}'.`),
    tell('Telephone', `${d.finder} rang about missed call. Apology.`),
    tell('Visit', `Refused wash. ${d.site} creamed. Pad changed.`),
    tell('Note', `Rota changed, new carer on ${d.topic} days.`),
  ],
}

/** Two of these on neighbouring days are two visits: the same words, and not the same event. */
export const visits: Readonly<Partial<Record<Agency, readonly string[]>>> = {
  council: [
    'Home visit. Seen in chair in lounge, cheerful, kettle on. No concerns.',
    'Welfare visit. Seen in chair, thin, eating biscuits.',
  ],
  hospital: [
    'Home visit. Seen in chair in lounge, cheerful. Legs dressed.',
    'Visit, seen in chair, thin. Weight taken.',
  ],
  police: [
    'Welfare visit. Seen in chair in lounge. All in order.',
    'Welfare visit, seen at door, thin but cheerful.',
  ],
  surgery: [
    'Home visit. Seen in chair. Thin. No concerns for now.',
    'Home visit, in chair, cheerful, kettle on.',
  ],
  housing: [
    'Visit. Seen in chair in lounge, kettle on, no concerns.',
    'Welfare visit. Tenant in chair, eating biscuits, cheerful.',
  ],
}

/** Visits and reviews on the day after an event by somebody who saw only what it left behind. */
export const aftermath: Readonly<Partial<Record<Agency, (d: Details) => readonly Telling[]>>> = {
  council: (d) => [
    tell(
      'Home visit',
      `Visit following police notification. ${d.who} tired, ${d.injury} healing. Talked about ${d.topic}. Wants to stay.`,
    ),
    tell(
      'Home visit',
      `Visited after fall. ${d.injury} seen. ${d.place} hazards noted. Asked for ${d.topic}.`,
    ),
    tell('Decision', `Section 42 decision. Enquiry to be made about ${d.site} wound. Terms sent.`),
    tell('Email out', `Invitations sent for ${d.meeting} meeting next week. Nobody yet for ${d.topic}.`),
    tell('Telephone', `Ward rang, discharge planned for tomorrow if ${d.topic} is ready.`),
  ],
  hospital: (d) => [
    tell('Ward', `Ward round. ${d.injury} improving. ${d.drug} held. Therapy to see.`),
    tell('Home visit', `First visit since discharge. ${d.site} dressed. ${d.drug} unopened.`),
  ],
  housing: (d) => [
    tell('Repair', `Boarding removed and new front door fitted. ${d.place} lock eased.`),
    tell('Repair', `Scorched wall in ${d.place} painted. Fire service leaflet left.`),
  ],
  police: (d) => [
    tell('Record', `Supervisor review of notification. ${d.item} still outstanding. No further action.`),
    tell('Face to face', `Visited victim about Kyle. Statement declined. ${d.injury} photographed.`),
  ],
  surgery: (d) => [
    tell('Home visit', `Visit after discharge. ${d.injury}. ${d.drug} explained. '${d.quote}'.`),
  ],
}
