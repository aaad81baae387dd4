import { useEffect, useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Waiting } from '../../foundation/card/waiting.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useSignedOutOnly } from '../../foundation/flow/finish.ts';
import { Lazy } from '../../foundation/flow/lazy.tsx';
import { Tasks } from '../../foundation/flow/tasks.tsx';
import { useChunk } from '../../foundation/flow/use-chunk.ts';
import { MoreTexts } from '../../foundation/localization/more-texts.tsx';
import { useScope } from '../../foundation/scope.ts';
import { Start, type Newcomer } from './start.tsx';

const loadSteps = () => import('./steps.ts');
const loadSignUp = () => import('../sign-up/index.ts').then(chunk => chunk.component);
const loadSwitcher = () => import('../account-switcher/index.ts').then(chunk => chunk.component);
const NO_PROPS = {};

/** `<SignIn/>`: one step a path segment, so that reloading and the back button work. */
export function SignInView() {
  const { router } = useScope();
  const shown = useSignedOutOnly('signIn');
  const [step] = router.path.split('/');
  // What comes next is fetched while the person is writing, and not before: most who see a form do not fill it in.
  const isFilledIn = useIsFilledIn();
  const steps = useChunk(step !== '' || isFilledIn ? loadSteps : undefined);
  const [newcomer, setNewcomer] = useState<Newcomer>();
  if (!shown) return null;

  if (step === '') {
    const onNewcomer = (known: Newcomer) => {
      setNewcomer(known);
      return router.go('create');
    };
    return <Start onNewcomer={onNewcomer} />;
  }
  if (step === 'create') return <Lazy load={loadSignUp} at="create" props={{ ...newcomer, combined: true }} />;
  if (step === 'choose') return <Lazy load={loadSwitcher} at="" props={NO_PROPS} />;
  if (step === 'tasks') return <Tasks flow="signIn" />;
  if (!steps) {
    return (
      <Card flow="signIn" step="loading">
        <Waiting />
      </Card>
    );
  }
  return (
    <MoreTexts texts={steps.texts}>
      <Step name={step} steps={steps} />
    </MoreTexts>
  );
}

/** Whether anything on the page has been written or sent. */
function useIsFilledIn(): boolean {
  const [isFilledIn, setFilledIn] = useState(false);
  useEffect(() => {
    const events = ['input', 'submit'];
    const note = () => setFilledIn(true);
    for (const event of events) document.addEventListener(event, note, { once: true });
    return () => events.forEach(event => document.removeEventListener(event, note));
  }, []);
  return isFilledIn;
}

function Step({ name, steps }: { name: string | undefined; steps: typeof import('./steps.ts') }) {
  switch (name) {
    case 'factor-one':
      return <steps.FactorOne />;
    case 'factor-two':
      return <steps.FactorTwo />;
    case 'reset-password':
      return <steps.ResetPassword />;
    case 'sso-callback':
      return <steps.SsoCallback />;
    case 'verify':
      return <steps.Verify />;
    default:
      return <BackToStart />;
  }
}
