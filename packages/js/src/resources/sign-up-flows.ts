/** Ways to sign up that take several calls. */
import { ClerkRuntimeError } from '../core/errors.ts';
import { createWaiter } from '../core/wait-for.ts';
import { connectWallet, signWithWallet, web3Provider, web3Strategy } from '../core/wallets.ts';
import type { AuthenticateWithPopupParams, AuthenticateWithRedirectParams, AuthenticateWithWeb3Params } from '../types/sign-in.ts';
import type { SignUpAuthenticateWithWeb3Params, SignUpCreateParams, SignUpResource } from '../types/sign-up.ts';
import type { Web3Provider } from '../types/strategies.ts';
import { externalDestination } from './external-redirect.ts';
import type { ResourceHost } from './host.ts';
import type { SignUp } from './sign-up.ts';

/** What the person has told already goes along to the provider and back. */
type Told = Pick<SignUpCreateParams, 'unsafeMetadata' | 'firstName' | 'lastName' | 'locale'>;
type RedirectParams = AuthenticateWithRedirectParams & Told;

export function createEmailLinkFlow(signUp: SignUp): ReturnType<SignUpResource['createEmailLinkFlow']> {
  const waiter = createWaiter();
  return {
    async startEmailLinkFlow({ redirectUrl }) {
      await signUp.prepareEmailAddressVerification({ strategy: 'email_link', redirectUrl });
      return waiter.start(async () => {
        await signUp.reload();
        const { status } = signUp.verifications.emailAddress;
        return status === 'verified' || status === 'expired' ? signUp : undefined;
      });
    },
    cancelEmailLinkFlow: waiter.stop,
  };
}

export async function authenticateWithRedirect(signUp: SignUp, host: ResourceHost, params: RedirectParams): Promise<void> {
  host.navigateAway(await startRedirect(signUp, host, params));
}

export async function authenticateWithPopup(
  signUp: SignUp,
  host: ResourceHost,
  { popup, ...params }: AuthenticateWithPopupParams & Told,
): Promise<void> {
  if (!popup) throw new ClerkRuntimeError('authenticateWithPopup() needs an open window.', { code: 'popup_missing' });
  await host.runPopup(popup, params, (redirects) => startRedirect(signUp, host, redirects));
}

/** Tells the server where to come back to, and learns where the provider is asked. */
async function startRedirect(signUp: SignUp, host: ResourceHost, params: RedirectParams): Promise<URL> {
  const { strategy, emailAddress, legalAccepted, unsafeMetadata, firstName, lastName, locale, oidcPrompt, enterpriseConnectionId } = params;
  const body = {
    strategy,
    redirectUrl: host.buildUrlWithAuth(params.redirectUrl),
    actionCompleteRedirectUrl: host.buildUrlWithAuth(params.redirectUrlComplete),
    emailAddress,
    legalAccepted,
    unsafeMetadata,
    firstName,
    lastName,
    ...(locale ? { locale } : {}),
    oidcPrompt,
    enterpriseConnectionId,
  };
  await (params.continueSignUp && signUp.id ? signUp.update(body) : signUp.create(body));
  return externalDestination(signUp.verifications.externalAccount);
}

export async function authenticateWithWeb3(
  signUp: SignUp,
  params: AuthenticateWithWeb3Params & SignUpAuthenticateWithWeb3Params & Told,
): Promise<SignUp> {
  const { identifier, generateSignature, strategy = 'web3_metamask_signature', ...told } = params;
  await signUp.create({ web3Wallet: identifier, ...told });
  await signUp.prepareWeb3WalletVerification({ strategy });
  const nonce = signUp.verifications.web3Wallet.message ?? '';
  const signature = await generateSignature({ identifier, nonce, provider: web3Provider(strategy) });
  return signUp.attemptWeb3WalletVerification({ signature, strategy });
}

export async function authenticateWithWallet(
  signUp: SignUp,
  provider: Web3Provider,
  params: SignUpAuthenticateWithWeb3Params & Told = {},
): Promise<SignUp> {
  return authenticateWithWeb3(signUp, {
    ...params,
    identifier: await connectWallet(provider),
    generateSignature: ({ identifier, nonce }) => signWithWallet(provider, identifier, nonce),
    strategy: web3Strategy(provider),
  });
}
