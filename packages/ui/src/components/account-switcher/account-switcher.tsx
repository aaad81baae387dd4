import { useMemo, useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button, Spinner } from '../../foundation/controls/button.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useFinish } from '../../foundation/flow/finish.ts';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import choices from '../../foundation/styles/choices.css' with { type: 'text' };
import menu from '../../foundation/styles/menu.css' with { type: 'text' };
import { UserPreview } from '../../foundation/user/user-preview.tsx';

/**
 * The accounts that are signed in in this browser, to go on with one of them: where people come after they have signed
 * out of another. Docs: guides/secure/session-options.
 */
export function AccountSwitcherView() {
  const { cl, text, clerk, router, adoptStyles } = useScope();
  useMemo(() => adoptStyles([menu, choices]), [adoptStyles]);
  const finish = useFinish('signIn');
  const [sessions] = useState(clerk.client.signedInSessions);
  const [busy, setBusy] = useState<string>();
  const form = useForm({});
  if (sessions.length === 0) return <BackToStart />;

  const run = async (what: string, action: () => Promise<unknown>) => {
    setBusy(what);
    await form.run(action);
    setBusy(undefined);
  };
  const signOutAll = () => run('signOutAll', () => clerk.signOut());

  return (
    <Card flow="signIn" step="accountSwitcher">
      <Header title={text('signIn.accountSwitcher.title')} subtitle={text('signIn.accountSwitcher.subtitle')} />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <ul class="f-choices">
          {sessions.map(session => (
            <li key={session.id}>
              <button type="button" disabled={busy !== undefined} aria-busy={busy === session.id || undefined} onClick={() => run(session.id, () => finish(session.id))}>
                <UserPreview user={session.user} id="accountSwitcher" />
                {busy === session.id ? <Spinner /> : <Icon name="arrow" />}
              </button>
            </li>
          ))}
        </ul>
        <Button element="accountSwitcherActionButton" look="outlined" wide disabled={busy !== undefined} onClick={() => router.go('')}>
          <Icon name="plus" class={cl('accountSwitcherActionButtonIcon')} />
          {text('signIn.accountSwitcher.action__addAccount')}
        </Button>
        <Button element="accountSwitcherActionButton" look="bare" wide disabled={busy !== undefined} loading={busy === 'signOutAll'} onClick={signOutAll}>
          <Icon name="signOut" class={cl('accountSwitcherActionButtonIcon')} />
          {text('signIn.accountSwitcher.action__signOutAll')}
        </Button>
      </div>
    </Card>
  );
}
