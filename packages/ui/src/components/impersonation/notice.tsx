import { useState } from 'preact/hooks';
import { Spinner } from '../../foundation/controls/button.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { nameOf } from '../../foundation/user/names.ts';

/**
 * Says, on every page, that one acts as somebody else, and ends it. Docs: guides/users/impersonation. It cannot be sent
 * away, as nobody should forget it; where it covers something it folds up to its icon.
 */
export function ImpersonationNotice() {
  const { cl, text, clerk } = useScope();
  const [folded, setFolded] = useState(false);
  const form = useForm({});
  const { session, user } = clerk;
  if (!session?.actor || !user) return null;

  const title = text('impersonationFab.title', { identifier: nameOf(user) });
  const end = () => form.run(() => clerk.signOut({ sessionId: session.id }));
  return (
    <aside class={cl('impersonationFab')} aria-label={title}>
      <button
        type="button"
        class={cl('impersonationFabIconContainer')}
        aria-expanded={!folded}
        aria-label={title}
        title={title}
        onClick={() => setFolded(!folded)}
      >
        <Icon name="eye" class={cl('impersonationFabIcon')} />
      </button>
      {!folded && (
        <div class="f-fabText">
          <p class={cl('impersonationFabTitle')}>{title}</p>
          <button type="button" class={cl('impersonationFabActionLink', { loading: form.busy })} disabled={form.busy} onClick={end}>
            {text('impersonationFab.action__signOut')}
            {form.busy && <Spinner />}
          </button>
          {form.error && <p role="alert">{form.error}</p>}
        </div>
      )}
    </aside>
  );
}
