import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { useScope } from '../../foundation/scope.ts';
import { BackLink } from '../../foundation/card/back-link.tsx';

/** How to reach a human. */
export function GetHelp({ onBack }: { onBack: () => void }) {
  const { cl, text, environment, options } = useScope();
  const email = options.supportEmail ?? environment.displayConfig.supportEmail;
  return (
    <Card flow="signIn" step="getHelp">
      <Header title={text('signIn.alternativeMethods.getHelp.title')} subtitle={text('signIn.alternativeMethods.getHelp.content')} />
      <div class={cl('main')}>
        {email && (
          <a class={`${cl('button', 'alternativeMethodsBlockButton')} f-outlined f-wide`} href={`mailto:${email}`}>
            <Icon name="mail" />
            {text('signIn.alternativeMethods.getHelp.blockButton__emailSupport')}
          </a>
        )}
        <BackLink onClick={onBack} />
      </div>
    </Card>
  );
}
