import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useStore } from '../../renderer/store.ts'
import { type AppWindow, expectAccessible, openTab, showSampleCase } from './window.tsx'

const main = () => within(document.getElementById('main') ?? document.body)

const openView = async (name: string): Promise<AppWindow> => {
  const shown = await showSampleCase()
  await openTab(shown, 'Chronology')
  await shown.user.click(await screen.findByRole('button', { name }))
  await screen.findByRole('heading', { level: 2, name })
  return shown
}

describe('the glossary', () => {
  it('lists, takes what is offered, explains what nobody has, refuses a name, and undoes', async () => {
    const shown = await openView('Glossary')
    const table = await main().findByRole('region', { name: 'The glossary' })
    // case.json explains nine abbreviations.
    expect(table.querySelectorAll('tbody tr')).toHaveLength(9)
    await main().findByRole('region', { name: 'Not explained yet' })
    await expectAccessible()
    await shown.user.click(main().getByRole('button', { name: 'Take GCS, Glasgow coma scale' }))
    await waitFor(() => expect(table.querySelectorAll('tbody tr')).toHaveLength(10))
    await waitFor(() => expect(main().queryByRole('button', { name: 'Explain GCS' })).toBeNull())
    await shown.user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(table.querySelectorAll('tbody tr')).toHaveLength(9))

    await shown.user.click(await main().findByRole('button', { name: 'Explain LOG' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an abbreviation' }))
    expect(dialog.getByLabelText<HTMLInputElement>('Abbreviation').value).toBe('LOG')
    await shown.user.click(dialog.getByRole('button', { name: 'Save' }))
    expect((await dialog.findByRole('alert')).textContent).toContain('Enter what it means')
    await shown.user.type(dialog.getByLabelText('Meaning'), 'kept by Dorothy Hargreave')
    await shown.user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(dialog.getByRole('alert').textContent).toContain('Use a pseudonym'))
    await shown.user.clear(dialog.getByLabelText('Meaning'))
    await shown.user.type(dialog.getByLabelText('Meaning'), 'police log number')
    await shown.user.click(dialog.getByRole('button', { name: 'Save' }))
    await main().findByText('police log number')
    expect(useStore.getState().drafts).toEqual({})

    await shown.user.click(
      await main().findByRole('button', { name: 'Put aside BP, which is no abbreviation' }),
    )
    await main().findByText('1 word put aside as no abbreviation')
    await waitFor(() => expect(main().queryByRole('button', { name: 'Explain BP' })).toBeNull())
    // What is next has the focus, so that a long list is gone through without looking for one’s place.
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Put aside /)
  })

  it('explains an abbreviation where an entry is read, to the keyboard too', async () => {
    const shown = await showSampleCase()
    const [one] = await shown.workspace.act('case.list', {})
    const { entries } = await shown.workspace.act('chronology.list', {
      caseId: one?.id ?? '',
      search: 'MARAC',
    })
    await openTab(shown, 'Chronology')
    await screen.findByRole('grid', { name: 'Combined chronology' })
    await useStore.getState().showEntry(entries[0]?.id ?? '', true)
    const article = within(await screen.findByRole('article', { name: 'Entry' }))
    const [word] = await article.findAllByRole('button', { name: 'MARAC' })
    await shown.user.tab()
    word?.focus()
    expect((await screen.findByRole('tooltip')).textContent).toBe('multi-agency risk assessment conference')
    expect(word?.getAttribute('aria-describedby')).toBe(screen.getByRole('tooltip').id)
  })
})

describe('columns and wording', () => {
  it('are changed for the case, used at once, refused where two are alike, and undone', async () => {
    const shown = await openView('Columns and wording')
    await main().findByRole('form', { name: 'Columns and wording' })
    await expectAccessible()
    const good = main().getByLabelText<HTMLInputElement>('Good practice')
    await shown.user.clear(good)
    await shown.user.type(good, 'Unclear')
    await shown.user.click(main().getByRole('button', { name: 'Save' }))
    expect((await main().findByRole('alert')).textContent).toContain('Another judgement is called this')
    await shown.user.clear(good)
    await shown.user.type(good, 'Strength')
    const kloe = main().getByLabelText<HTMLInputElement>('Line 3')
    await shown.user.clear(kloe)
    await shown.user.type(kloe, 'Home care')
    await shown.user.click(main().getByRole('checkbox', { name: 'Outcome in: List' }))
    expect(main().getByRole('checkbox', { name: 'Date in: List' }).hasAttribute('disabled')).toBe(true)
    await shown.user.click(main().getByRole('button', { name: 'Move Time up' }))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Time up')
    await shown.user.click(main().getByRole('button', { name: 'Save' }))
    await screen.findByText('The columns and wording of this case are saved.')
    await waitFor(() => expect(document.activeElement).toBe(main().getByRole('button', { name: 'Save' })))
    const [one] = await shown.workspace.act('case.list', {})
    const kept = await shown.workspace.act('wording.show', { caseId: one?.id ?? '' })
    expect(kept.wording.judgements['good-practice']).toBe('Strength')
    expect(kept.wording.kloes[3]).toBe('Home care')
    expect(kept.wording.columns.find(({ id }) => id === 'outcome')?.places).toContain('grid')
    const order = kept.wording.columns.map(({ id }) => id)
    expect(order.indexOf('time')).toBe(order.indexOf('endDate') - 1)

    await shown.user.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() =>
      expect(main().getByLabelText<HTMLInputElement>('Good practice').value).toBe('Good practice'),
    )
  })
})
