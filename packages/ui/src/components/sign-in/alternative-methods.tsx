import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { FooterAction } from '../../foundation/card/card-footer.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { useScope } from '../../foundation/scope.ts';
import { BackLink } from '../../foundation/card/back-link.tsx';
import type { Factor } from './factors.ts';
import { GetHelp } from './get-help.tsx';
import { MethodButtons } from './method-buttons.tsx';
import type { Proof } from './proof.ts';

/** All other ways to prove who one is. */
export function AlternativeMethods({ flow, factors, onSelect, onBack, children }: {
  flow: Proof['flow'];
  factors: readonly Factor[];
  onSelect: (factor: Factor) => void;
  onBack: () => void;
  /** Ways that are not the steps' business. */
  children?: ComponentChildren;
}) {
  const { cl, text } = useScope();
  const [help, setHelp] = useState(false);
  if (help) return <GetHelp flow={flow} onBack={() => setHelp(false)} />;

  return (
    <Card
      flow={flow}
      step="alternativeMethods"
      action={
        <FooterAction
          element="footerAction__havingTrouble"
          label={text(`${flow}.alternativeMethods.actionText`)}
          link={text(`${flow}.alternativeMethods.actionLink`)}
          onClick={() => setHelp(true)}
        />
      }
    >
      <Header title={text(`${flow}.alternativeMethods.title`)} subtitle={text(`${flow}.alternativeMethods.subtitle`)} />
      <div class={cl('main')}>
        <div class={cl('alternativeMethods')}>
          <MethodButtons flow={flow} factors={factors} onSelect={onSelect} />
        </div>
        {children}
        <BackLink onClick={onBack} />
      </div>
    </Card>
  );
}
