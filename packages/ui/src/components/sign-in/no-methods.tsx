import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { useScope } from '../../foundation/scope.ts';
import { BackLink } from '../../foundation/card/back-link.tsx';

/** Shown when an account has no factor that can be used here. */
export function NoMethods() {
  const { cl, text, router } = useScope();
  return (
    <Card flow="signIn" step="noAvailableMethods">
      <Header title={text('signIn.noAvailableMethods.title')} subtitle={text('signIn.noAvailableMethods.subtitle')} />
      <div class={cl('main')}>
        <Alert tone="warning">{text('signIn.noAvailableMethods.message')}</Alert>
        <BackLink onClick={() => router.go('')} />
      </div>
    </Card>
  );
}
