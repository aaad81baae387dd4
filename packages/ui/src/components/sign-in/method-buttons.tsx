import { Button } from '../../foundation/controls/button.tsx';
import { Icon, type IconName } from '../../foundation/controls/icon.tsx';
import { useScope } from '../../foundation/scope.ts';
import { factorKey, type Factor } from './factors.ts';

const icons: Record<string, IconName> = { password: 'key', passkey: 'user', email_link: 'link', email_code: 'mail', phone_code: 'phone', totp: 'mobile', backup_code: 'shield' };

const labels = {
  password: 'signIn.alternativeMethods.blockButton__password',
  passkey: 'signIn.alternativeMethods.blockButton__passkey',
  email_link: 'signIn.alternativeMethods.blockButton__emailLink',
  email_code: 'signIn.alternativeMethods.blockButton__emailCode',
  phone_code: 'signIn.alternativeMethods.blockButton__phoneCode',
  totp: 'signIn.alternativeMethods.blockButton__totp',
  backup_code: 'signIn.alternativeMethods.blockButton__backupCode',
} as const;

/** A button for each factor. */
export function MethodButtons({ factors, onSelect }: { factors: readonly Factor[]; onSelect: (factor: Factor) => void }) {
  const { cl, text } = useScope();
  return (
    <>
      {factors.map(factor => (
        <Button key={factorKey(factor)} element="alternativeMethodsBlockButton" look="outlined" wide onClick={() => onSelect(factor)}>
          <Icon name={icons[factor.strategy] ?? 'shield'} />
          <span class={cl('alternativeMethodsBlockButtonText')}>
            {text(labels[factor.strategy as keyof typeof labels], { identifier: factor.safeIdentifier })}
          </span>
        </Button>
      ))}
    </>
  );
}
