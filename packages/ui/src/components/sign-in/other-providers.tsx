import { Alert } from '../../foundation/controls/alert.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { providersOf } from '../../foundation/social/providers.tsx';
import { SocialButtons } from '../../foundation/social/social-buttons.tsx';
import { useLinks } from './links.ts';

/** The accounts elsewhere that one can sign in with, among the other ways. */
export function OtherProviders() {
  const { clerk, environment } = useScope();
  const links = useLinks();
  const form = useForm({});
  const providers = providersOf(environment.userSettings.social);
  if (providers.length === 0) return null;
  return (
    <>
      <Alert>{form.error}</Alert>
      <SocialButtons
        providers={providers}
        onSelect={provider =>
          form.run(() => clerk.client.signIn.authenticateWithRedirect({ strategy: provider.strategy, ...links.oauthReturn() }))
        }
      />
    </>
  );
}
