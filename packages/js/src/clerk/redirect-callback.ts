/** What to do when the browser is back from a social or enterprise provider. */
import { is4xxError, isClerkAPIResponseError } from '../core/error-guards.ts';
import type { HandleOAuthCallbackParams, SetActive } from '../types/navigation.ts';
import type { SignInResource } from '../types/sign-in.ts';
import type { SignUpResource } from '../types/sign-up.ts';
import { signInStepUrl, signUpStepUrl, type StepPages } from './step-pages.ts';

/** What the callback may use of the Clerk object. */
export interface CallbackContext {
  params: HandleOAuthCallbackParams;
  /** The attempts as the server has them now. */
  signIn: SignInResource;
  signUp: SignUpResource;
  setActive: SetActive;
  navigate: (to: string) => unknown;
  pages: StepPages;
  afterUrl: (flow: 'signIn' | 'signUp') => string;
  pendingTaskUrl: () => string | undefined;
}

/** Errors of a sign-up at a provider that the sign-up page explains. */
const SIGN_UP_ERRORS = new Set([
  'oauth_access_denied', 'not_allowed_to_sign_up', 'not_allowed_access', 'sign_up_mode_restricted', 'sign_up_restricted_waitlist',
  'saml_user_attribute_missing', 'saml_email_address_domain_mismatch', 'enterprise_sso_user_attribute_missing',
  'enterprise_sso_email_address_domain_mismatch', 'enterprise_sso_hosted_domain_mismatch',
  'oauth_email_domain_reserved_by_saml', 'organization_membership_quota_exceeded_for_sso', 'captcha_invalid', 'device_blocked',
  'action_blocked', 'user_banned', 'signup_rate_limit_exceeded',
]);

/** Decides by what has become of the attempts; the first case that applies wins. */
export async function handleRedirectCallback(context: CallbackContext): Promise<unknown> {
  const { signIn, signUp, params, navigate, pages } = context;
  const { signInUrl, signUpUrl } = pages;
  const first = signIn.firstFactorVerification;
  const external = signUp.verifications.externalAccount;
  const transferable = params.transferable ?? true;

  if (signIn.status === 'complete') return activate(context, 'signIn', signIn.createdSessionId);
  if (external.status === 'transferable' && external.error?.code === 'external_account_exists') {
    return transferToSignIn(context);
  }
  if (first.error?.code === 'user_locked') return navigate(signInUrl);
  if (external.error?.code === 'user_locked') return navigate(signUpUrl);
  // Only an enterprise provider can answer for an enterprise account, so there is no choice to offer.
  const offered = signIn.supportedFirstFactors ?? [];
  const hasChoice = offered.some(({ strategy }) => strategy !== 'enterprise_sso');
  const step = signInStepUrl(signIn, pages);
  if (step && signIn.status === 'needs_first_factor' && first.status !== 'transferable' && hasChoice) return navigate(step);
  if (step && signIn.status === 'needs_new_password') return navigate(step);
  if (first.status === 'transferable') return transferable ? transferToSignUp(context) : navigate(signInUrl);
  if (signUp.status === 'complete') return activate(context, 'signUp', signUp.createdSessionId);
  if (step && signIn.status !== 'needs_first_factor') return navigate(step);

  const existing = [first.error, external.error].find((error) => error?.code === 'identifier_already_signed_in');
  if (existing?.meta?.sessionId) return activate(context, first.error === existing ? 'signIn' : 'signUp', existing.meta.sessionId);
  if (external.error && SIGN_UP_ERRORS.has(external.error.code)) return navigate(signUpUrl);
  if (external.status === 'verified' && signUp.status === 'missing_requirements') return navigate(signUpStepUrl(signUp, pages));
  return navigate(context.pendingTaskUrl() ?? signInUrl);
}

/** The provider's account belongs to somebody already: signs in as them. */
async function transferToSignIn(context: CallbackContext): Promise<unknown> {
  const signIn = await attempt(() => context.signIn.create({ transfer: true }), context.signIn);
  if (signIn.status === 'complete') return activate(context, 'signIn', signIn.createdSessionId);
  return context.navigate(signInStepUrl(signIn, context.pages) ?? context.pages.signInUrl);
}

/** Nobody has the provider's account yet: signs up with it. */
async function transferToSignUp(context: CallbackContext): Promise<unknown> {
  const { unsafeMetadata } = context.params;
  const signUp = await attempt(() => context.signUp.create({ transfer: true, unsafeMetadata }), context.signUp);
  if (signUp.status === 'complete') return activate(context, 'signUp', signUp.createdSessionId);
  if (signUp.status === 'missing_requirements' && signUp.id) return context.navigate(signUpStepUrl(signUp, context.pages));
  return context.navigate(context.pages.signUpUrl);
}

/** A refusal stays on the attempt, where the page that comes next finds and explains it. */
async function attempt<Attempt>(action: () => Promise<Attempt>, otherwise: Attempt): Promise<Attempt> {
  try {
    return await action();
  } catch (error) {
    if (isClerkAPIResponseError(error) && is4xxError(error)) return otherwise;
    throw error;
  }
}

function activate({ setActive, afterUrl }: CallbackContext, flow: 'signIn' | 'signUp', session: string | null): Promise<void> {
  return setActive({ session, redirectUrl: afterUrl(flow) });
}
