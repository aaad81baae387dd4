import { Alert } from '../../foundation/controls/alert.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { entrancesOf } from '../../foundation/social/providers.ts';
import { SocialButtons } from '../../foundation/social/social-buttons.tsx';
import { useEnter } from './use-enter.ts';

/** The accounts elsewhere and the wallets that one can sign in with, among the other ways. */
export function OtherProviders() {
  const { clerk, environment } = useScope();
  const enter = useEnter();
  const form = useForm({});
  const providers = entrancesOf(environment.userSettings);
  if (providers.length === 0) return null;
  return (
    <>
      <Alert>{form.error}</Alert>
      <SocialButtons
        providers={providers}
        lastUsed={clerk.client.lastAuthenticationStrategy}
        onSelect={provider => form.run(() => enter(provider))}
      />
    </>
  );
}
