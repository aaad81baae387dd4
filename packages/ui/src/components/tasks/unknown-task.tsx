import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { useScope } from '../../foundation/scope.ts';
import { SignOutAction } from './sign-out-action.tsx';

/** For a task that these components know nothing of: a newer server's. */
export function UnknownTask() {
  const { cl, text } = useScope();
  return (
    <Card flow="task" step="unknown" action={<SignOutAction task="taskSetupMfa" />}>
      <Header title={text('foyer.taskUnknownTitle')} />
      <div class={cl('main')}>
        <Alert tone="warning">{text('foyer.taskUnknown')}</Alert>
      </div>
    </Card>
  );
}
