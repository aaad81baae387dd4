import { hasErrorCode } from '../core/error-guards.ts';
import { connectWallet, signWithWallet, web3Strategy } from '../core/wallets.ts';
import type { Web3RedirectParams } from '../types/clerk.ts';
import type { SetActive } from '../types/navigation.ts';
import type { SignInResource } from '../types/sign-in.ts';
import type { SignUpResource } from '../types/sign-up.ts';
import type { Web3Provider } from '../types/strategies.ts';
import { signInStepUrl, signUpStepUrl, type StepPages } from './step-pages.ts';

/** What signing in with a wallet may use of the Clerk object. */
export interface WalletContext {
  signIn: SignInResource;
  signUp: SignUpResource;
  pages: StepPages;
  setActive: SetActive;
  navigate: (to: string) => unknown;
  afterUrl: (flow: 'signIn' | 'signUp') => string;
}

/**
 * Signs in with a wallet, or up, for somebody new, and goes on to the step that is still missing.
 * @throws {ClerkRuntimeError} `web3_wallet_not_found` without that wallet in this browser
 */
export async function enterWithWallet(provider: Web3Provider, params: Web3RedirectParams, context: WalletContext): Promise<void> {
  const { redirectUrl, unsafeMetadata, legalAccepted } = params;
  const { pages, setActive, navigate, afterUrl } = context;
  const wallet = {
    identifier: await connectWallet(provider),
    generateSignature: ({ identifier, nonce }: { identifier: string; nonce: string }) => signWithWallet(provider, identifier, nonce),
    strategy: web3Strategy(provider),
  };
  const signIn = await context.signIn.authenticateWithWeb3(wallet).catch((error: unknown) => {
    if (!hasErrorCode(error, 'form_identifier_not_found')) throw error;
    return undefined;
  });
  if (signIn) {
    if (signIn.status === 'complete') return setActive({ session: signIn.createdSessionId, redirectUrl: redirectUrl ?? afterUrl('signIn') });
    await navigate(signInStepUrl(signIn, pages) ?? pages.signInUrl);
    return;
  }
  const signUp = await context.signUp.authenticateWithWeb3({ ...wallet, unsafeMetadata, legalAccepted });
  if (signUp.status === 'complete') return setActive({ session: signUp.createdSessionId, redirectUrl: redirectUrl ?? afterUrl('signUp') });
  await navigate(signUpStepUrl(signUp, pages));
}
