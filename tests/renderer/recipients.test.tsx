import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible, showSampleCase } from './window.tsx'

const rail = () => within(screen.getByRole('navigation', { name: 'Places' }))

describe('people and organisations', () => {
  it('begins with the agencies of the reviews, takes an address and a successor, and names what is wrong', async () => {
    const { user } = await showSampleCase()
    await user.click(rail().getByRole('button', { name: 'People and organisations' }))
    await screen.findByRole('heading', { name: 'The register is empty' })
    await expectAccessible()
    await user.click(screen.getByRole('button', { name: 'Add Wharfstone Homes to the register' }))
    await user.click(await screen.findByRole('button', { name: 'Edit Wharfstone Homes' }))
    await user.type(await screen.findByLabelText(/^Postal address/), '1 Canal Street')
    await user.type(screen.getByLabelText(/^Secure email/), 'not an address')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Enter an email address')
    await user.clear(screen.getByLabelText(/^Secure email/))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('1 Canal Street')

    await user.click(screen.getByRole('button', { name: 'Add a person or organisation' }))
    await user.type(await screen.findByLabelText('Name'), 'Calder Valley Housing')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByRole('row', { name: /^Calder Valley Housing/ })
    await user.click(screen.getByRole('button', { name: 'Edit Wharfstone Homes' }))
    await user.selectOptions(
      await screen.findByLabelText(/^Now stands in its place/),
      'Calder Valley Housing',
    )
    await user.type(screen.getByLabelText('Since'), '1 April 2026')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Since 1 April 2026: Calder Valley Housing')
    await screen.findByText('In the place of Wharfstone Homes')
    await expectAccessible()
  })

  it('keeps a person’s name and address hidden while names are', async () => {
    const { user, workspace } = await showSampleCase()
    const [one] = await workspace.act('case.list', {})
    await workspace.act('recipient.add', {
      ...{ kind: 'family', name: 'Joan Hargreave', address: '2 Elm Row', contactRole: 'Sister' },
      caseId: one?.id ?? '',
    })
    await user.click(rail().getByRole('button', { name: 'People and organisations' }))
    await screen.findByRole('row', { name: /^Family member or friend/ })
    expect(screen.queryByText('Joan Hargreave')).toBeNull()
    expect(screen.queryByText('2 Elm Row')).toBeNull()
    await user.keyboard('{Control>}{Shift>}H{/Shift}{/Control}')
    await waitFor(() => expect(screen.queryByText('2 Elm Row')).not.toBeNull())
    await screen.findByRole('row', { name: /^Joan Hargreave/ })
  })
})
