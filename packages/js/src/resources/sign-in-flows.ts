/** Ways to sign in that take several calls. */
import { ClerkRuntimeError } from '../core/errors.ts';
import { getCredential } from '../core/passkeys.ts';
import { createWaiter } from '../core/wait-for.ts';
import { connectWallet, signWithWallet, web3Provider, web3Strategy } from '../core/wallets.ts';
import { parseOptions } from '../core/webauthn.ts';
import type {
  AuthenticateWithPopupParams, AuthenticateWithRedirectParams, AuthenticateWithWeb3Params, SignInResource,
} from '../types/sign-in.ts';
import type { Web3Provider } from '../types/strategies.ts';
import { externalDestination } from './external-redirect.ts';
import type { ResourceHost } from './host.ts';
import type { SignIn } from './sign-in.ts';

export function createEmailLinkFlow(signIn: SignIn): ReturnType<SignInResource['createEmailLinkFlow']> {
  const waiter = createWaiter();
  return {
    async startEmailLinkFlow({ emailAddressId, redirectUrl }) {
      if (!signIn.id) await signIn.create({ strategy: 'email_link', identifier: signIn.identifier ?? '', redirectUrl });
      await signIn.prepareFirstFactor({ strategy: 'email_link', emailAddressId, redirectUrl });
      return waiter.start(async () => {
        await signIn.reload();
        const { status } = signIn.firstFactorVerification;
        return status === 'verified' || status === 'expired' ? signIn : undefined;
      });
    },
    cancelEmailLinkFlow: waiter.stop,
  };
}

export async function authenticateWithRedirect(
  signIn: SignIn,
  host: ResourceHost,
  params: AuthenticateWithRedirectParams,
): Promise<void> {
  host.navigateAway(await startRedirect(signIn, host, params));
}

export async function authenticateWithPopup(
  signIn: SignIn,
  host: ResourceHost,
  { popup, ...params }: AuthenticateWithPopupParams,
): Promise<void> {
  if (!popup) throw new ClerkRuntimeError('authenticateWithPopup() needs an open window.', { code: 'popup_missing' });
  await host.runPopup(popup, params, (redirects) => startRedirect(signIn, host, redirects));
}

/** Tells the server where to come back to, and learns where the provider is asked. */
async function startRedirect(signIn: SignIn, host: ResourceHost, params: AuthenticateWithRedirectParams): Promise<URL> {
  const { strategy, emailAddress, identifier = emailAddress, oidcPrompt, enterpriseConnectionId, continueSignIn } = params;
  const redirectUrl = host.buildUrlWithAuth(params.redirectUrl);
  const actionCompleteRedirectUrl = host.buildUrlWithAuth(params.redirectUrlComplete);
  const redirects = { strategy, redirectUrl, actionCompleteRedirectUrl, oidcPrompt };
  if (!signIn.id || !continueSignIn) await signIn.create({ ...redirects, identifier });
  if (strategy === 'saml' || strategy === 'enterprise_sso') {
    await signIn.prepareFirstFactor({ ...redirects, strategy, enterpriseConnectionId });
  }
  return externalDestination(signIn.firstFactorVerification);
}

export async function authenticateWithPasskey(signIn: SignIn, flow?: 'autofill' | 'discoverable'): Promise<SignIn> {
  const knowsWho = signIn.supportedFirstFactors?.some(({ strategy }) => strategy === 'passkey');
  // Without an identifier the passkey itself says whose it is.
  if (flow || !knowsWho) await signIn.create({ strategy: 'passkey' });
  else await signIn.prepareFirstFactor({ strategy: 'passkey' });
  const options = parseOptions(signIn.firstFactorVerification.nonce);
  const publicKeyCredential = await getCredential(options, flow === 'autofill');
  return signIn.attemptFirstFactor({ strategy: 'passkey', publicKeyCredential });
}

export async function authenticateWithWeb3(signIn: SignIn, params: AuthenticateWithWeb3Params): Promise<SignIn> {
  const { identifier, generateSignature, strategy = 'web3_metamask_signature' } = params;
  await signIn.create({ identifier });
  const factor = signIn.supportedFirstFactors?.find((candidate) => candidate.strategy === strategy);
  if (!factor || !('web3WalletId' in factor)) {
    throw new ClerkRuntimeError('This account cannot be signed in to with this wallet.', { code: 'web3_factor_missing' });
  }
  await signIn.prepareFirstFactor({ strategy, web3WalletId: factor.web3WalletId });
  const nonce = signIn.firstFactorVerification.message ?? '';
  const signature = await generateSignature({ identifier, nonce, provider: web3Provider(strategy) });
  return signIn.attemptFirstFactor({ strategy, signature });
}

export async function authenticateWithWallet(signIn: SignIn, provider: Web3Provider): Promise<SignIn> {
  return authenticateWithWeb3(signIn, {
    identifier: await connectWallet(provider),
    generateSignature: ({ identifier, nonce }) => signWithWallet(provider, identifier, nonce),
    strategy: web3Strategy(provider),
  });
}
