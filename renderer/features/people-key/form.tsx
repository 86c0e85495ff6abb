import { zodResolver } from '@hookform/resolvers/zod'
import { useFieldArray } from 'react-hook-form'
import type { PeopleKeyEntry } from '../../../workspace/views.ts'
import { DraftForm, useDraftForm } from '../../draft-form.tsx'
import { useStore } from '../../store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Choice, ChoiceGroup, TextField } from '../../ui/field.tsx'
import { blank, entryOf, formSchema, type FormValues, valuesOf } from './form-values.ts'

export const PeopleKeyForm = ({
  caseId,
  entry,
  onDone,
}: {
  readonly caseId: string
  readonly entry: PeopleKeyEntry | null
  readonly onDone: () => void
}) => {
  const savePerson = useStore((state) => state.savePerson)
  const loadPeopleKey = useStore((state) => state.loadPeopleKey)
  const { form, errorOf, state } = useDraftForm<FormValues>({
    resolver: zodResolver(formSchema),
    defaults: entry ? valuesOf(entry) : blank,
    draftKey: `people-key/${caseId}/${entry?.id ?? 'new'}`,
    idOf: (path) => path.replace(/^entry\./, ''),
    save: (values) =>
      savePerson({
        caseId,
        version: entry?.version ?? 0,
        entry: entryOf(entry?.id ?? crypto.randomUUID(), values),
      }),
    onDone,
    reload: { what: 'this entry', load: () => void loadPeopleKey(caseId) },
  })
  const aliases = useFieldArray({ control: form.control, name: 'aliases' })
  const identifiers = useFieldArray({ control: form.control, name: 'identifiers' })
  const watched = form.watch('aliases')
  return (
    <DraftForm
      state={state}
      className="people-form"
      heading={
        <h2 data-page-title tabIndex={-1}>
          {entry ? `Edit ${entry.pseudonym}` : 'Add to the people key'}
        </h2>
      }
      send="Save"
      onCancel={onDone}
    >
      <ChoiceGroup id="kind" legend="What is it?" inline>
        {(['person', 'place', 'organisation'] as const).map((kind) => (
          <Choice
            key={kind}
            type="radio"
            value={kind}
            label={kind.charAt(0).toUpperCase() + kind.slice(1)}
            {...form.register('kind')}
          />
        ))}
      </ChoiceGroup>
      <div className="form-pair">
        <TextField
          id="name"
          label="Name"
          autoComplete="off"
          error={errorOf('name')}
          {...form.register('name')}
        />
        <TextField
          id="pseudonym"
          label="Pseudonym"
          hint="Unique in this case, no real initials"
          autoComplete="off"
          error={errorOf('pseudonym')}
          {...form.register('pseudonym')}
        />
      </div>
      <TextField id="role" label="Role" optional autoComplete="off" {...form.register('role')} />
      <fieldset className="field" id="aliases" tabIndex={-1}>
        <legend className="field-label">Other names in the files</legend>
        <p className="field-hint">
          Nicknames, maiden names, initials, misspellings. A name needs care if it is also an ordinary word or
          part of another name: it is then asked about rather than replaced.
        </p>
        <ul className="people-rows">
          {aliases.fields.map((field, index) => (
            <li key={field.id} className="people-row">
              <TextField
                id={`aliases.${index}.name`}
                label={`Other name ${index + 1}`}
                autoComplete="off"
                error={errorOf(`aliases.${index}.name`)}
                {...form.register(`aliases.${index}.name`)}
              />
              <Choice type="checkbox" label="Needs care" {...form.register(`aliases.${index}.care`)} />
              <IconButton
                icon="close"
                label={`Remove other name ${index + 1}`}
                onPress={() => {
                  aliases.remove(index)
                  document.getElementById('add-alias')?.focus()
                }}
              />
              {watched[index]?.care && (
                <div className="people-why">
                  <TextField
                    id={`aliases.${index}.why`}
                    label="Why it needs care"
                    error={errorOf(`aliases.${index}.why`)}
                    {...form.register(`aliases.${index}.why`)}
                  />
                </div>
              )}
            </li>
          ))}
        </ul>
        <div>
          <Button
            id="add-alias"
            kind="quiet"
            icon="plus"
            onPress={() => aliases.append({ name: '', care: false, why: '' })}
          >
            Another name
          </Button>
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="field-label">Identifiers</legend>
        <ul className="people-rows">
          {identifiers.fields.map((field, index) => (
            <li key={field.id} className="people-row people-identifier">
              <TextField
                id={`identifiers.${index}.type`}
                label="Kind"
                placeholder="nhs_number"
                autoComplete="off"
                error={errorOf(`identifiers.${index}.type`)}
                {...form.register(`identifiers.${index}.type`)}
              />
              <TextField
                id={`identifiers.${index}.value`}
                label="Value"
                autoComplete="off"
                {...form.register(`identifiers.${index}.value`)}
              />
              <IconButton
                icon="close"
                label={`Remove identifier ${index + 1}`}
                onPress={() => {
                  identifiers.remove(index)
                  document.getElementById('add-identifier')?.focus()
                }}
              />
            </li>
          ))}
        </ul>
        <div>
          <Button
            id="add-identifier"
            kind="quiet"
            icon="plus"
            onPress={() => identifiers.append({ type: '', value: '' })}
          >
            An identifier
          </Button>
        </div>
      </fieldset>
      <ChoiceGroup id="replace_in" legend="Replaced by its pseudonym in">
        <Choice type="radio" value="every" label="Every pack" {...form.register('replace_in')} />
        <Choice
          type="radio"
          value="public"
          label="Only packs that leave the agencies"
          hint="For organisations the agencies know by name."
          {...form.register('replace_in')}
        />
      </ChoiceGroup>
    </DraftForm>
  )
}
