import { Card } from '../../../foundation/card/card.tsx';
import { Header } from '../../../foundation/card/header.tsx';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { SignOutAction } from '../sign-out-action.tsx';

/** For whoever is in no organization, and may not make one. */
export function NoOrganization() {
  const { cl, text } = useScope();
  return (
    <Card flow="taskChooseOrganization" step="noOrganization" action={<SignOutAction task="taskChooseOrganization" />}>
      <Header title={text('taskChooseOrganization.chooseOrganization.title')} />
      <div class={cl('main')}>
        <Alert tone="warning">{text('foyer.noOrganization')}</Alert>
      </div>
    </Card>
  );
}
