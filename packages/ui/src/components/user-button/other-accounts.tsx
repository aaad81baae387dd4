import { Icon } from '../../foundation/controls/icon.tsx';
import { useScope } from '../../foundation/scope.ts';
import { UserPreview } from '../../foundation/user/user-preview.tsx';
import { ActionButton } from './action-button.tsx';
import type { UserActions } from './use-user-actions.ts';

/** The other accounts signed in here, to switch to, and the way to add one more. */
export function OtherAccounts({ actions, close }: { actions: UserActions; close: () => void }) {
  const { text, clerk } = useScope();
  const others = clerk.client.signedInSessions.filter(session => session.id !== clerk.session?.id);
  return (
    <>
      {others.map(session => (
        <button
          key={session.id}
          type="button"
          class="f-account"
          onClick={async () => {
            await actions.switchTo(session);
            close();
          }}
        >
          <UserPreview user={session.user} />
          <Icon name="switch" />
        </button>
      ))}
      <ActionButton id="addAccount" icon="plus" label={text('userButton.action__addAccount')} close={close} run={actions.addAccount} />
      {others.length > 0 && (
        <ActionButton id="signOutAll" icon="signOut" label={text('userButton.action__signOutAll')} close={close} run={actions.signOutAll} />
      )}
    </>
  );
}
