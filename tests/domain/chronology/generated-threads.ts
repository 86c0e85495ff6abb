import type { Dice } from './dice.ts'
import { agencies, staff, type Agency } from './generated-events.ts'

/** One entry of a thread; entries of one `call` are two sides of one telephone call, and so one event. */
export type ThreadEntry = {
  readonly agency: Agency
  readonly after: number
  readonly contact: string
  readonly text: string
  readonly by: string
  readonly call: number | null
}

const things = (
  'commode mattress cooker boiler hoist ramp stairlift pendant blister-pack carpet mice freezer catheter referral-form ' +
  'hearing-aid wheelchair deputyship rent-statement skip scaffolding damp keypad meter prescription-chart photographs ' +
  'log-book rota invoice passport spectacles dentures budgie allotment allowance tenancy shed washing-machine fuse-box ' +
  'laundry slippers bedrail oxygen nebuliser thermometer scales logbook timesheet care-plan notebook'
).split(' ')
const traders = [
  'Hobday',
  'Lightfoot',
  'Quill',
  'Ransome',
  'Sandiford',
  'Tebbutt',
  'Umpleby',
  'Veitch',
  'Yarwood',
]

/**
 * A matter that goes on for days: several agencies write of the same few things, each about a step of its own. The
 * words are shared and the events are not, except for calls that both ends wrote down.
 */
export const thread = (dice: Dice): readonly ThreadEntry[] => {
  const matters = [dice.pick(things), dice.pick(things), dice.pick(things)]
  const trader = dice.pick(traders)
  const entries: ThreadEntry[] = []
  let after = 0
  const said = new Set<number>()
  const steps = 3 + Math.floor(dice.next() * 5)
  for (let step = 0; step < steps; step++) {
    const [from = 'council', to = 'housing'] = dice.shuffle(agencies)
    after += dice.pick([0, 0, 1, 1, 2, 4])
    const [thing = '', other = ''] = dice.shuffle(matters)
    const [writer, answerer] = [dice.pick(staff[from]), dice.pick(staff[to])]
    if (dice.chance(0.25)) {
      const call = step
      const who = (name: string): string => name.split(',')[0] ?? name
      entries.push(
        {
          agency: from,
          after,
          contact: 'Telephone',
          by: writer,
          call,
          text: `Rang ${to}, spoke with ${who(answerer)} about ${thing} and ${other}.`,
        },
        {
          agency: to,
          after: after + (dice.chance(0.15) ? 1 : 0),
          contact: 'Telephone',
          by: answerer,
          call,
          text: dice.pick([
            `${who(writer)} rang about ${thing}. ${other} also asked for.`,
            `Call from ${from} (${who(writer)}): wants answer on ${thing}.`,
          ]),
        },
      )
      continue
    }
    const written = [
      ['Email out', `Chased ${trader} about ${thing}. No reply yet.`],
      ['Record', `${thing} not funded by us. ${to} should pay. ${trader} told.`],
      ['Visit', `${thing} still not there. ${other} left in hall by ${trader}.`],
      ['Telephone', `Family asked again for ${thing}. ${trader} due on Friday.`],
      ['Email in', `${trader} writes that ${thing} is with ${to}. ${other} on order.`],
      ['Decision', `${thing} agreed for six weeks, ${other} refused.`],
      ['Home visit', `Without ${thing} he manages badly. ${other} no use to him.`],
      ['Letter', `Letter about ${thing} from ${to} filed.`],
      ['Visit', `Delivered ${thing} today, ${to} to fit ${other} tomorrow.`],
    ] as const
    const left = written.filter((_, at) => !said.has(at))
    const [contact, text] = dice.pick(left)
    said.add(written.findIndex(([, each]) => each === text))
    entries.push({ agency: from, after, contact, text, by: writer, call: null })
  }
  return entries
}
