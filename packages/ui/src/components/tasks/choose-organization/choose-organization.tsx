import type { OrganizationResource } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Card } from '../../../foundation/card/card.tsx';
import { Waiting } from '../../../foundation/card/waiting.tsx';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { useUser } from '../../user-profile/use-user.ts';
import { SignOutAction } from '../sign-out-action.tsx';
import { Choose } from './choose.tsx';
import { Create } from './create.tsx';
import { NoOrganization } from './no-organization.tsx';
import { useMemberships } from './use-memberships.ts';

/** Has the person choose the organization to work in, or make one, where there are no personal accounts. */
export function ChooseOrganization({ onDone }: { onDone: () => Promise<unknown> }) {
  const { clerk } = useScope();
  const user = useUser();
  const memberships = useMemberships();
  const [creating, setCreating] = useState(false);

  const choose = async (organization: OrganizationResource) => {
    await clerk.setActive({ organization });
    await onDone();
  };
  const { list } = memberships;
  if (!list) {
    return (
      <Card flow="taskChooseOrganization" step="loading" action={<SignOutAction task="taskChooseOrganization" />}>
        {memberships.error ? <Alert>{memberships.error}</Alert> : <Waiting />}
      </Card>
    );
  }
  const mayCreate = user.createOrganizationEnabled;
  if (creating || (list.length === 0 && mayCreate)) {
    return <Create onCreated={choose} onCancel={list.length > 0 ? () => setCreating(false) : undefined} />;
  }
  if (list.length === 0) return <NoOrganization />;
  return <Choose list={list} memberships={memberships} onChoose={choose} onCreate={mayCreate ? () => setCreating(true) : undefined} />;
}
