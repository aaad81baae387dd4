import { useState } from 'preact/hooks';
import { Alert } from '../../foundation/controls/alert.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useSignInProof } from './proof.ts';
import { SecondFactor } from './second-factor.tsx';

/** The second proof of a sign-in; also asked of somebody who signs in from a device that is new to the account. */
export function FactorTwo() {
  const { clerk, text } = useScope();
  const [signIn] = useState(clerk.client.signIn);
  const proof = useSignInProof(signIn, 'second');
  const { status, clientTrustState } = signIn;
  if (status !== 'needs_second_factor' && status !== 'needs_client_trust') return <BackToStart />;

  const isNewDevice = status === 'needs_client_trust' || clientTrustState === 'new';
  const notice = signIn.firstFactorVerification.strategy?.startsWith('reset_password') ? (
    <Alert tone="info">{text('signIn.resetPasswordMfa.detailsLabel')}</Alert>
  ) : (
    isNewDevice && <Alert tone="info">{text('signIn.newDeviceVerificationNotice')}</Alert>
  );
  return <SecondFactor proof={proof} factors={signIn.supportedSecondFactors ?? []} notice={notice} />;
}
