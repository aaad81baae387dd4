import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { useScope } from '../../foundation/scope.ts';
import { BackLink } from '../../foundation/card/back-link.tsx';
import type { Proof } from './proof.ts';

/** Shown when an account has no factor that can be used here. */
export function NoMethods({ proof: { flow, restart } }: { proof: Proof }) {
  const { cl, text } = useScope();
  return (
    <Card flow={flow} step="noAvailableMethods">
      <Header title={text(`${flow}.noAvailableMethods.title`)} subtitle={text(`${flow}.noAvailableMethods.subtitle`)} />
      <div class={cl('main')}>
        <Alert tone="warning">{text(`${flow}.noAvailableMethods.message`)}</Alert>
        {restart && <BackLink onClick={restart} />}
      </div>
    </Card>
  );
}
