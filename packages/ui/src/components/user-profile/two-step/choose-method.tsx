import { Button } from '../../../foundation/controls/button.tsx';
import { Icon, type IconName } from '../../../foundation/controls/icon.tsx';
import { ActionCard } from '../../../foundation/profile/action-card.tsx';
import { useScope } from '../../../foundation/scope.ts';
import type { Method } from './methods.ts';

const looks = {
  totp: { icon: 'mobile', label: 'userProfile.start.mfaSection.totp.headerTitle' },
  phone_code: { icon: 'phone', label: 'foyer.phoneCode' },
  backup_code: { icon: 'key', label: 'userProfile.start.mfaSection.backupCodes.headerTitle' },
} as const satisfies Record<Method, { icon: IconName; label: string }>;

/** Asks which kind of second factor to set up. */
export function ChooseMethod({ methods, onSelect, onCancel }: { methods: readonly Method[]; onSelect: (method: Method) => void; onCancel: () => void }) {
  const { text } = useScope();
  return (
    <ActionCard title={text('userProfile.mfaPage.title')} subtitle={text('userProfile.mfaPage.formHint')}>
      <div class="f-choices">
        {methods.map(method => (
          <Button key={method} element={`button__${method}`} look="outlined" wide onClick={() => onSelect(method)}>
            <Icon name={looks[method].icon} />
            {text(looks[method].label)}
          </Button>
        ))}
      </div>
      <div class="f-formButtons">
        <Button element="formButtonReset" look="bare" onClick={onCancel}>
          {text('userProfile.formButtonReset')}
        </Button>
      </div>
    </ActionCard>
  );
}
