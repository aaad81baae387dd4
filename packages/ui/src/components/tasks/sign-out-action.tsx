import { FooterAction } from '../../foundation/card/card-footer.tsx';
import { useScope } from '../../foundation/scope.ts';
import { nameOf } from '../../foundation/user/names.ts';

/** “Signed in as … · Sign out”: the way out for whoever cannot or will not do the task now. */
export function SignOutAction({ task }: { task: 'taskChooseOrganization' | 'taskResetPassword' | 'taskSetupMfa' }) {
  const { text, clerk, close } = useScope();
  const { user } = clerk;
  const signOut = async () => {
    close();
    await clerk.signOut({ sessionId: clerk.session?.id });
  };
  return (
    <FooterAction
      element="footerAction__signOut"
      label={text(`${task}.signOut.actionText`, { identifier: user && (user.primaryEmailAddress?.emailAddress ?? nameOf(user)) })}
      link={text(`${task}.signOut.actionLink`)}
      onClick={signOut}
    />
  );
}
