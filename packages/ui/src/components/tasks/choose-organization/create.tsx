import type { OrganizationResource } from '@foyer/js/types';
import { useRef } from 'preact/hooks';
import { Card } from '../../../foundation/card/card.tsx';
import { Header } from '../../../foundation/card/header.tsx';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { Button } from '../../../foundation/controls/button.tsx';
import { TextField } from '../../../foundation/form/field.tsx';
import { FormElement } from '../../../foundation/form/form.tsx';
import { useForm } from '../../../foundation/form/use-form.ts';
import { useScope } from '../../../foundation/scope.ts';
import { SignOutAction } from '../sign-out-action.tsx';
import { slugOf } from './slug.ts';

/** Makes an organization: a name, and a slug where the instance has them. */
export function Create({ onCreated, onCancel }: {
  onCreated: (organization: OrganizationResource) => Promise<unknown>;
  /** Goes back to the list, where there is one. */
  onCancel: (() => void) | undefined;
}) {
  const { cl, text, clerk, environment } = useScope();
  const form = useForm({ name: '', slug: '' });
  // Made once, though going on from there may take more than one try.
  const created = useRef<OrganizationResource | undefined>(undefined);
  const hasSlug = !environment.organizationSettings.slug.disabled;
  const name = form.values.name.trim();
  // Until one is written by hand, it follows the name.
  const slug = form.values.slug.trim() || slugOf(name);

  const submit = () => {
    if (!name) return form.setError('name', text('foyer.fieldRequired'));
    return form.run(async () => {
      created.current ??= await clerk.createOrganization({ name, ...(hasSlug && slug && { slug }) });
      await onCreated(created.current);
    });
  };
  return (
    <Card flow="taskChooseOrganization" step="createOrganization" action={<SignOutAction task="taskChooseOrganization" />}>
      <Header title={text('taskChooseOrganization.createOrganization.title')} subtitle={text('taskChooseOrganization.createOrganization.subtitle')} />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <FormElement onSubmit={submit} errors={form.errors}>
          <TextField
            form={form}
            name="name"
            label={text('taskChooseOrganization.createOrganization.formFieldLabel__name')}
            placeholder={text('taskChooseOrganization.createOrganization.formFieldInputPlaceholder__name')}
            autoComplete="organization"
          />
          {hasSlug && (
            <TextField
              form={{ ...form, values: { name, slug } }}
              name="slug"
              label={text('taskChooseOrganization.createOrganization.formFieldLabel__slug')}
              placeholder={text('taskChooseOrganization.createOrganization.formFieldInputPlaceholder__slug')}
              autoComplete="off"
            />
          )}
          <Button element="formButtonPrimary" type="submit" wide loading={form.busy}>
            {text('taskChooseOrganization.createOrganization.formButtonSubmit')}
          </Button>
          {onCancel && (
            <Button element="formButtonReset" look="bare" wide disabled={form.busy} onClick={onCancel}>
              {text('taskChooseOrganization.createOrganization.formButtonReset')}
            </Button>
          )}
        </FormElement>
      </div>
    </Card>
  );
}
