import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Waiting } from '../../foundation/card/waiting.tsx';
import { useChunk } from '../../foundation/flow/use-chunk.ts';
import { MoreTexts } from '../../foundation/localization/more-texts.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useUser } from '../user-profile/use-user.ts';
import { SignOutAction } from './sign-out-action.tsx';

const loadSteps = () => import('../sign-in/steps.ts');

/** Asks for another password than one that others may know. */
export function ResetPassword({ onDone }: { onDone: () => Promise<unknown> }) {
  const { text } = useScope();
  const user = useUser();
  const steps = useChunk(loadSteps);
  return (
    <Card flow="taskResetPassword" step="start" action={<SignOutAction task="taskResetPassword" />}>
      <Header title={text('taskResetPassword.title')} subtitle={text('taskResetPassword.subtitle')} />
      {steps ? (
        <MoreTexts texts={steps.texts}>
          <steps.NewPasswordForm
            submitLabel={text('taskResetPassword.formButtonPrimary')}
            save={async params => {
              await user.updatePassword(params);
              await onDone();
            }}
          />
        </MoreTexts>
      ) : (
        <Waiting />
      )}
    </Card>
  );
}
