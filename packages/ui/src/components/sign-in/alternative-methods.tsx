import { useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { FooterAction } from '../../foundation/card/card-footer.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { providersOf } from '../../foundation/social/providers.tsx';
import { SocialButtons } from '../../foundation/social/social-buttons.tsx';
import { BackLink } from '../../foundation/card/back-link.tsx';
import type { Factor } from './factors.ts';
import { GetHelp } from './get-help.tsx';
import { useLinks } from './links.ts';
import { MethodButtons } from './method-buttons.tsx';

/** All other ways to prove who one is. */
export function AlternativeMethods({ factors, secondStage, onSelect, onBack }: {
  factors: readonly Factor[];
  secondStage?: boolean;
  onSelect: (factor: Factor) => void;
  onBack: () => void;
}) {
  const { cl, text, clerk, environment } = useScope();
  const links = useLinks();
  const form = useForm({});
  const [help, setHelp] = useState(false);
  if (help) return <GetHelp onBack={() => setHelp(false)} />;

  const providers = secondStage ? [] : providersOf(environment.userSettings.social);
  return (
    <Card
      flow="signIn"
      step="alternativeMethods"
      action={
        <FooterAction
          element="footerAction__havingTrouble"
          label={text('signIn.alternativeMethods.actionText')}
          link={text('signIn.alternativeMethods.actionLink')}
          onClick={() => setHelp(true)}
        />
      }
    >
      <Header title={text('signIn.alternativeMethods.title')} subtitle={text('signIn.alternativeMethods.subtitle')} />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <div class={cl('alternativeMethods')}>
          <MethodButtons factors={factors} onSelect={onSelect} />
        </div>
        {providers.length > 0 && (
          <SocialButtons
            providers={providers}
            onSelect={provider =>
              form.run(() => clerk.client.signIn.authenticateWithRedirect({ strategy: provider.strategy, ...links.oauthReturn() }))
            }
          />
        )}
        <BackLink onClick={onBack} />
      </div>
    </Card>
  );
}
