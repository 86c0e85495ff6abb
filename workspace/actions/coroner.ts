import { insertPackPower } from '../../db/pack-powers.ts'
import { insertPack } from '../../db/packs.ts'
import { legalPowerTitles } from '../../domain/packs/legal-power.ts'
import { ExpectedError } from '../../domain/result.ts'
import type { Handlers } from '../host.ts'
import { contentOf, filesOf } from '../packs/built-pack.ts'
import { readCaseMaterial } from '../packs/material.ts'
import { newPackSecret } from '../packs/pack-key.ts'
import { buildReport } from '../packs/pack-views.ts'
import { findRecipient } from '../packs/recipient.ts'
import { makeUnredacted, projectUnredacted, warningsIn } from '../packs/unredacted.ts'

export const coronerActions: Handlers<'coroner.look' | 'coroner.build'> = {
  'coroner.look':
    ({ session, env }, { caseId, ...chosen }) =>
    () => {
      const source = readCaseMaterial(session.vault.db, caseId, 'agencies')
      const { passages } = projectUnredacted(source, chosen, '', env.now())
      return { value: { warnings: warningsIn(source.roster, passages) }, record: caseId }
    },

  'coroner.build': async (
    { session, env },
    { caseId, recipient: recipientId, power, basis, formats, answers, ...chosen },
  ) => {
    const { db } = session.vault
    const recipient = findRecipient(db, caseId, recipientId)
    if (recipient.kind !== 'coroner' && recipient.kind !== 'court')
      throw new ExpectedError('invalid', 'Unredacted records go to a coroner or a court only.', [
        { path: 'recipient', message: 'Choose a coroner or a court of the register' },
      ])
    if (power.dated > env.now().slice(0, 10))
      throw new ExpectedError('invalid', 'The notice or order cannot be of a day to come.', [
        { path: 'power.dated', message: 'Enter the day the notice or order bears' },
      ])
    const source = readCaseMaterial(db, caseId, 'agencies')
    const held = new Set(source.material.contributions.map(({ id }) => id))
    if (chosen.contributions.some((id) => !held.has(id)))
      throw new ExpectedError('not-found', 'The case has no such contribution.')
    const order = { recipient: recipient.name, formats: [...new Set(formats)], timestamp: env.now() }
    const made = await makeUnredacted(source, chosen, order)
    const warnings = warningsIn(source.roster, made.passages)
    const open = warnings.filter(({ id }) => (answers[id] ?? '') === '')
    if (open.length > 0)
      throw new ExpectedError(
        'refused',
        'The people key says that somebody in this pack must not be disclosed to some. Answer for each.',
        open.map(({ id, about }) => ({
          path: `answers.${id}`,
          message: `Say why ${about} is named to this recipient nevertheless`,
        })),
      )
    return () => {
      const packId = env.newId()
      const built = {
        source,
        order: {
          ...{ recipient, profile: 'coroner' as const, choices: made.choices, secret: newPackSecret() },
          ...{ formats: order.formats, timestamp: order.timestamp },
        },
        made,
      }
      const content = contentOf(built, [session.user.id], 0)
      insertPack(
        db,
        {
          ...{ id: packId, caseId, recipient: recipientId, profile: 'coroner' },
          ...{ builtBy: session.user.id, builtAt: order.timestamp },
          basis: {
            ...basis,
            power: `${legalPowerTitles[power.kind]}, reference ${power.reference}, dated ${power.dated}`,
          },
          ...content,
        },
        built.order.secret,
        filesOf(built),
      )
      insertPackPower(db, {
        ...{ packId, ...power, ...chosen },
        answers: warnings.map(({ id, about, what }) => ({
          ...{ warning: `${about}: ${what}`, answer: answers[id] ?? '', by: session.user.name },
        })),
      })
      return {
        value: buildReport(packId, content.state, made, []),
        record: packId,
        version: 1,
        detail: { profile: 'coroner', power: power.kind, warnings: warnings.length },
      }
    }
  },
}
