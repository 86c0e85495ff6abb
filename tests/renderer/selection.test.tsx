import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { selectionKey } from '../../renderer/features/chronology/selection-keys.ts'
import { useStore } from '../../renderer/store.ts'
import { openTab, showSampleCase } from './window.tsx'

const key = (key: string, held: readonly string[] = [], singles = true) =>
  selectionKey(
    {
      key,
      ctrlKey: held.includes('ctrl'),
      metaKey: false,
      altKey: held.includes('alt'),
      shiftKey: held.includes('shift'),
    },
    singles,
  )

describe('the keys of selecting', () => {
  it('are Space and x, Shift with a key that moves, Ctrl+A and Ctrl+Shift+A', () => {
    expect([key(' '), key('x'), key('x', [], false)]).toEqual(['toggle', 'toggle', null])
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'End'].map((one) => key(one, ['shift']))).toEqual(
      Array.from({ length: 4 }, () => 'extend'),
    )
    expect([key('a', ['ctrl']), key('A', ['ctrl', 'shift'])]).toEqual(['all', 'clear'])
    expect([key('ArrowDown'), key('a'), key('a', ['ctrl', 'alt']), key('X', ['shift'])]).toEqual(
      Array.from({ length: 4 }, () => null),
    )
  })
})

describe('a selection', () => {
  it('is of records: one by one, a stretch that grows and shrinks, everything that matches', async () => {
    const shown = await showSampleCase()
    await openTab(shown, 'Chronology')
    await screen.findByRole('grid', { name: 'Combined chronology' })
    const { act } = shown.workspace
    const [first] = await act('case.list', {})
    const { entries } = await act('chronology.list', { caseId: first?.id ?? '', limit: 300 })
    const records = entries.map(({ recordId }) => recordId)
    expect(new Set(records).size).toBe(228)
    const state = useStore.getState
    const selected = () => records.flatMap((record, at) => (state().selected.has(record) ? [at] : []))

    state().toggleSelected(2)
    state().toggleSelected(9)
    state().toggleSelected(2)
    expect(selected()).toEqual([9])
    // A stretch is on top of what was selected, and gives up what it shrinks from.
    await state().extendSelection(4, 5)
    await state().extendSelection(5, 6)
    expect(selected()).toEqual([4, 5, 6, 9])
    await state().extendSelection(6, 3)
    expect(selected()).toEqual([3, 4, 9])
    // Where the row in hand has moved in between, another stretch begins there.
    await state().extendSelection(20, 21)
    expect(selected()).toEqual([3, 4, 9, 20, 21])
    // Beyond the rows that are here: asked for by place.
    await state().extendSelection(21, 227)
    expect(selected()).toEqual([3, 4, 9, ...Array.from({ length: 208 }, (_, n) => 20 + n)])

    const police = screen.getByRole('button', { name: 'Only Calderwick Constabulary' })
    await shown.user.click(police)
    // scripts/sample-case/README.md: the police file has 35 entries.
    await waitFor(() => expect(state().entryTotal).toBe(35))
    await state().selectMatching()
    expect(state().selected.size).toBe(35)
    await shown.user.click(police)
    await waitFor(() => expect(state().entryTotal).toBe(228))
    expect(state().selected.size).toBe(35)
    state().clearSelection()
    expect(state().selected.size).toBe(0)
  })
})
