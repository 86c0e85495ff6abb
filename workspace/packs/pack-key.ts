import { createHmac, randomBytes } from 'node:crypto'
import type { PackChoices } from '../../domain/packs/choices.ts'
import type { Draw } from '../../domain/packs/draw.ts'
import { packRoster } from '../../domain/packs/pack-roster.ts'
import { profiles, type ProfileId } from '../../domain/packs/profile.ts'
import type { Roster } from '../../domain/people/roster.ts'
import { prepareRoster, type PreparedRoster } from '../../domain/redaction/prepare-roster.ts'

/** The people key as one pack uses it: for redacting it, and for searching its files. */
export type PackKey = {
  readonly roster: Roster
  readonly prepared: PreparedRoster
  readonly draw: Draw
}

export const newPackSecret = (): Buffer => randomBytes(32)

const drawFrom =
  (secret: Buffer): Draw =>
  (what) =>
    createHmac('sha256', secret).update(what).digest('hex')

export const packKey = (
  wholeKey: Roster,
  order: { readonly profile: ProfileId; readonly choices: PackChoices; readonly secret: Buffer },
): PackKey => {
  const draw = drawFrom(order.secret)
  const roster = packRoster(wholeKey, profiles[order.profile], order.choices, draw)
  return { roster, prepared: prepareRoster(roster), draw }
}
