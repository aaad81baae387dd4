import { useState } from 'preact/hooks';
import { Spinner } from '../../foundation/controls/button.tsx';
import { Icon, type IconName } from '../../foundation/controls/icon.tsx';
import { useScope } from '../../foundation/scope.ts';

/** One of the menu's own actions. The menu closes once it is done. */
export function ActionButton({ id, icon, label, run, close }: {
  id: 'manageAccount' | 'signOut' | 'addAccount' | 'signOutAll';
  icon: IconName;
  label: string;
  run: () => Promise<unknown> | unknown;
  close: () => void;
}) {
  const { cl } = useScope();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await run();
      close();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button
      type="button"
      class={cl('button', 'userButtonPopoverActionButton', `userButtonPopoverActionButton__${id}`, { loading: busy })}
      disabled={busy}
      onClick={act}
    >
      <span class={cl('userButtonPopoverActionButtonIconBox', `userButtonPopoverActionButtonIconBox__${id}`)}>
        {busy ? <Spinner /> : <Icon name={icon} class={cl('userButtonPopoverActionButtonIcon', `userButtonPopoverActionButtonIcon__${id}`)} />}
      </span>
      {label}
    </button>
  );
}
