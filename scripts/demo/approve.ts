import type { Output } from '../../workspace/contract.ts'
import type { Host } from '../../workspace/host.ts'
import { act } from './act.ts'

/** Approves a pack as its approver does: every part of the sample is opened first. */
export const approve = async (host: Host, packId: string): Promise<Output<'pack.approve'>> => {
  const { items } = await act(host, 'pack.sample', { packId })
  await act(host, 'pack.open-sample', { packId, items: items.map(({ id }) => id) })
  return act(host, 'pack.approve', { packId })
}
