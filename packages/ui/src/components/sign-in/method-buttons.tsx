import { Button } from '../../foundation/controls/button.tsx';
import { Icon, type IconName } from '../../foundation/controls/icon.tsx';
import { useScope } from '../../foundation/scope.ts';
import { factorKey, type Factor } from './factors.ts';
import type { Proof } from './proof.ts';

const looks: Record<string, { icon: IconName; label: string }> = {
  password: { icon: 'key', label: 'password' },
  passkey: { icon: 'user', label: 'passkey' },
  email_link: { icon: 'link', label: 'emailLink' },
  email_code: { icon: 'mail', label: 'emailCode' },
  phone_code: { icon: 'phone', label: 'phoneCode' },
  totp: { icon: 'mobile', label: 'totp' },
  backup_code: { icon: 'shield', label: 'backupCode' },
};

/** A button for each factor. */
export function MethodButtons({ flow, factors, onSelect }: { flow: Proof['flow']; factors: readonly Factor[]; onSelect: (factor: Factor) => void }) {
  const { cl, text } = useScope();
  return (
    <>
      {factors.map(factor => {
        const { icon, label } = looks[factor.strategy] ?? { icon: 'shield', label: factor.strategy };
        return (
          <Button key={factorKey(factor)} element="alternativeMethodsBlockButton" look="outlined" wide onClick={() => onSelect(factor)}>
            <Icon name={icon} />
            <span class={cl('alternativeMethodsBlockButtonText')}>
              {text.find(`${flow}.alternativeMethods.blockButton__${label}`, { identifier: factor.safeIdentifier })}
            </span>
          </Button>
        );
      })}
    </>
  );
}
