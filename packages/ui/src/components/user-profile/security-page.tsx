import { useScope } from '../../foundation/scope.ts';
import { ActiveDevicesSection } from './active-devices-section.tsx';
import { DangerSection } from './danger-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { hasSecondFactors } from './two-step/methods.ts';
import { TwoStepSection } from './two-step/section.tsx';
import { useUser } from './use-user.ts';

/** How one signs in, where one is signed in, and the way out. */
export function SecurityPage() {
  const { attributes, actions } = useScope().environment.userSettings;
  const user = useUser();
  return (
    <>
      {attributes.password?.enabled && <PasswordSection />}
      {attributes.passkey?.enabled && <PasskeysSection />}
      {hasSecondFactors(attributes) && <TwoStepSection />}
      <ActiveDevicesSection />
      {actions.delete_self && user.deleteSelfEnabled && <DangerSection />}
    </>
  );
}
