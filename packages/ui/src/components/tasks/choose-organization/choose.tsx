import type { OrganizationMembershipResource, OrganizationResource } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Card } from '../../../foundation/card/card.tsx';
import { Header } from '../../../foundation/card/header.tsx';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { Button, Spinner } from '../../../foundation/controls/button.tsx';
import { Icon } from '../../../foundation/controls/icon.tsx';
import { useForm } from '../../../foundation/form/use-form.ts';
import { OrganizationPreview } from '../../../foundation/organization/organization-preview.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { SignOutAction } from '../sign-out-action.tsx';
import type { Memberships } from './use-memberships.ts';

/** The person's organizations to choose from. */
export function Choose({ list, memberships, onChoose, onCreate }: {
  list: readonly OrganizationMembershipResource[];
  memberships: Memberships;
  onChoose: (organization: OrganizationResource) => Promise<unknown>;
  /** Set for those who may make an organization. */
  onCreate: (() => void) | undefined;
}) {
  const { cl, text } = useScope();
  const form = useForm({});
  const [chosen, setChosen] = useState<string>();
  const choose = async (organization: OrganizationResource) => {
    setChosen(organization.id);
    await form.run(() => onChoose(organization));
    setChosen(undefined);
  };

  return (
    <Card flow="taskChooseOrganization" step="chooseOrganization" action={<SignOutAction task="taskChooseOrganization" />}>
      <Header title={text('taskChooseOrganization.chooseOrganization.title')} subtitle={text('taskChooseOrganization.chooseOrganization.subtitle')} />
      <Alert>{form.error ?? memberships.error}</Alert>
      <div class={cl('main')}>
        <ul class={`${cl('taskChooseOrganizationPreviewItems')} f-choices`}>
          {list.map(({ id, organization, role, roleName }) => (
            <li key={id} class={cl('taskChooseOrganizationPreviewItem')}>
              <button
                type="button"
                class={cl('taskChooseOrganizationPreviewButton')}
                disabled={chosen !== undefined}
                aria-busy={chosen === organization.id || undefined}
                onClick={() => choose(organization)}
              >
                <OrganizationPreview organization={organization} detail={text.find(`roles.${role}`) ?? roleName} />
                {chosen === organization.id ? <Spinner /> : <Icon name="arrow" />}
              </button>
            </li>
          ))}
        </ul>
        {memberships.hasMore && (
          <Button element="button__showMore" look="bare" wide loading={memberships.busy} onClick={memberships.more}>
            {text('foyer.showMore')}
          </Button>
        )}
        {onCreate && (
          <Button element="taskChooseOrganizationCreateOrganizationActionButton" look="outlined" wide disabled={chosen !== undefined} onClick={onCreate}>
            <Icon name="plus" />
            {text('taskChooseOrganization.chooseOrganization.action__createOrganization')}
          </Button>
        )}
      </div>
    </Card>
  );
}
