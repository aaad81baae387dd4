import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { useScope } from '../../foundation/scope.ts';
import { BackLink } from '../../foundation/card/back-link.tsx';
import type { Proof } from './proof.ts';

/** How to reach a human. */
export function GetHelp({ flow, onBack }: { flow: Proof['flow']; onBack: () => void }) {
  const { cl, text, environment, options } = useScope();
  const email = options.supportEmail ?? environment.displayConfig.supportEmail;
  return (
    <Card flow={flow} step="getHelp">
      <Header title={text(`${flow}.alternativeMethods.getHelp.title`)} subtitle={text(`${flow}.alternativeMethods.getHelp.content`)} />
      <div class={cl('main')}>
        {email && (
          <a class={`${cl('button', 'alternativeMethodsBlockButton')} f-outlined f-wide`} href={`mailto:${email}`}>
            <Icon name="mail" />
            {text(`${flow}.alternativeMethods.getHelp.blockButton__emailSupport`)}
          </a>
        )}
        <BackLink onClick={onBack} />
      </div>
    </Card>
  );
}
