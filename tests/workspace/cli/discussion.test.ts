import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { deriveArgon2id, kdfFloor } from '../../../db/vault/key-derivation.ts'
import type { ActionName, Input, Output } from '../../../workspace/contract.ts'
import { dispatch } from '../../../workspace/dispatch.ts'
import { createHost } from '../../../workspace/host.ts'
import { nodeEnvironment } from '../../../workspace/node-environment.ts'
import { smallCase, smallRoster, writeSmallFiles } from '../small-case.ts'
import { failureOf, folderForAll, sar, type Ran } from './run-sar.ts'

const folder = folderForAll()
const vault = path.join(folder, 'vault')
const phrases = { 'A Author': 'gravel thimble orbit lantern', 'P Panel': 'walrus copper inkwell meadow' }

const as = (user: keyof typeof phrases, ...args: string[]): Promise<Ran> =>
  sar([...args, '--vault', vault, '--user', user, '--json'], { env: { SAR_PASSPHRASE: phrases[user] } })

let caseId = ''
beforeAll(async () => {
  // At the least cost that the product accepts.
  const derivation = {
    ...{ calibrate: () => Promise.resolve(kdfFloor), accepts: () => true, derive: deriveArgon2id },
  }
  const host = createHost({ ...nodeEnvironment(), derivation })
  const act = async <Name extends ActionName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const result = await dispatch(host, name, input)
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  const [author, panel] = ['A Author', 'P Panel'] as const
  await act('vault.create', { dir: vault, name: 'Larkmere', user: author, passphrase: phrases[author] })
  const { id } = await act('vault.add-user', {
    ...{ user: panel, role: 'panel-member', passphrase: phrases[panel] },
  })
  caseId = (await act('case.add', { case: smallCase, roster: smallRoster, team: [id] })).caseId
  const { chronology } = writeSmallFiles(path.join(folder, 'files'))
  await act('chronology.import', { caseId, agencyId: 'a1', path: chronology })
  const [first] = (await act('chronology.list', { caseId })).entries
  const recordId = first?.recordId ?? ''
  await act('finding.add', {
    caseId,
    title: 'Mrs Quillfeather was not asked',
    recordIds: [recordId],
    note: 'Why',
  })
  await act('comment.open-thread', {
    ...{ caseId, subject: { recordId }, text: `@[${id}], was Mrs Quillfeather there?` },
  })
  await act('vault.lock', {})
})

describe('sar finding list', () => {
  it('prints each finding with the entries it rests on, and the gaps', async () => {
    const ran = await as('A Author', 'finding', 'list', '--case', caseId)
    expect([ran.code, ran.stderr]).toEqual([0, ''])
    expect(ran.json()).toMatchObject({
      findings: [
        {
          ...{ number: 1, title: 'Mrs Quillfeather was not asked', status: 'draft', kind: 'finding' },
          evidence: [{ note: 'Why', entry: { agencyId: 'a1', date: { original: '03/04/2023' } } }],
        },
      ],
      gaps: { kloes: [{ n: 1 }], missed: { total: 0 } },
    })
  })
})

describe('sar comment list', () => {
  it('prints threads with who is mentioned by name, and pseudonyms to whom may not read the key', async () => {
    const said = async (user: keyof typeof phrases) => {
      const ran = await as(user, 'comment', 'list', '--case', caseId)
      const { threads } = ran.json() as { threads: { comments: { text: string }[] }[] }
      return threads.flatMap(({ comments }) => comments.map(({ text }) => text))
    }
    expect(await said('A Author')).toEqual(['@P Panel, was Mrs Quillfeather there?'])
    expect(await said('P Panel')).toEqual(['@P Panel, was Adult B there?'])
  })

  it('says that there is no such case', async () => {
    const ran = await as('A Author', 'comment', 'list', '--case', 'nope')
    expect(failureOf(ran)).toMatchObject({ code: 'not-found', exit: 2, stderrIsTheMessage: true })
  })
})
