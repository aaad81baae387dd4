import type { SignUpInitialValues } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Lazy } from '../../foundation/flow/lazy.tsx';
import { useSignedOutOnly } from '../../foundation/flow/finish.ts';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useScope } from '../../foundation/scope.ts';
import { FactorOne } from './factor-one.tsx';
import { FactorTwo } from './factor-two.tsx';
import { ResetPassword } from './reset-password.tsx';
import { SsoCallback } from './sso-callback.tsx';
import { Start } from './start.tsx';

const loadSignUp = () => import('../sign-up/index.ts').then(chunk => chunk.component);

/** `<SignIn/>`: one step a path segment, so that reloading and the back button work. */
export function SignInView() {
  const { router } = useScope();
  const shown = useSignedOutOnly('signIn');
  const [newcomer, setNewcomer] = useState<SignUpInitialValues>();
  if (!shown) return null;

  switch (router.path.split('/')[0]) {
    case '':
      return (
        <Start
          onNewcomer={values => {
            setNewcomer(values);
            return router.go('create');
          }}
        />
      );
    case 'factor-one':
      return <FactorOne />;
    case 'factor-two':
      return <FactorTwo />;
    case 'reset-password':
      return <ResetPassword />;
    case 'sso-callback':
      return <SsoCallback />;
    case 'create':
      return <Lazy load={loadSignUp} at="create" props={{ initialValues: newcomer, combined: true }} />;
    default:
      return <BackToStart />;
  }
}
