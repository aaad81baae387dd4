/** The pages of the steps that an attempt may still need. */
import type { HandleOAuthCallbackParams } from '../types/navigation.ts';
import type { SignInResource } from '../types/sign-in.ts';
import type { SignUpResource } from '../types/sign-up.ts';
import { toUrl } from './urls.ts';

/** Where the sign-in and the sign-up live, and single steps that live elsewhere. */
export type StepPages = { signInUrl: string; signUpUrl: string } & Pick<
  HandleOAuthCallbackParams,
  'firstFactorUrl' | 'secondFactorUrl' | 'resetPasswordUrl' | 'continueSignUpUrl' | 'verifyEmailAddressUrl' | 'verifyPhoneNumberUrl'
>;

/** @returns `undefined` when the sign-in stands at none of its later steps */
export function signInStepUrl({ status }: SignInResource, pages: StepPages): string | undefined {
  switch (status) {
    case 'needs_first_factor':
      return pages.firstFactorUrl ?? page(pages.signInUrl, 'factor-one');
    case 'needs_second_factor':
    case 'needs_client_trust':
      return pages.secondFactorUrl ?? page(pages.signInUrl, 'factor-two');
    case 'needs_new_password':
      return pages.resetPasswordUrl ?? page(pages.signInUrl, 'reset-password');
    default:
      return undefined;
  }
}

/** For a sign-up that lacks something: first what is to be told, then what is to be verified. */
export function signUpStepUrl({ missingFields, unverifiedFields }: SignUpResource, pages: StepPages): string {
  if (missingFields.length === 0 && unverifiedFields.includes('email_address')) {
    return pages.verifyEmailAddressUrl ?? page(pages.signUpUrl, 'verify-email-address');
  }
  if (missingFields.length === 0 && unverifiedFields.includes('phone_number')) {
    return pages.verifyPhoneNumberUrl ?? page(pages.signUpUrl, 'verify-phone-number');
  }
  return pages.continueSignUpUrl ?? page(pages.signUpUrl, 'continue');
}

/** A page of the component that lives at `base`; it routes behind the `#`, where the base may already stand. */
function page(base: string, step: string): string {
  const url = toUrl(base);
  const [path = '', query] = url.hash.replace(/^#?\/?/, '').split('?');
  url.hash = `/${[path, step].filter(Boolean).join('/')}${query ? `?${query}` : ''}`;
  return url.href;
}
