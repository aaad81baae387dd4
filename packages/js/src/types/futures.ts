import type { SignInFirstFactor, SignInSecondFactor } from './factors.ts';
import type { OAuthStrategy, PhoneCodeChannel, Web3Strategy } from './strategies.ts';
import type { SetActiveNavigate } from './navigation.ts';
import type { SignInStatus, UserData } from './sign-in.ts';
import type { SignUpField, SignUpIdentificationField, SignUpStatus } from './sign-up.ts';
import type { VerificationResource } from './verification.ts';

/** What the methods of the newer sign-in and sign-up objects resolve to: they never reject for an expected error. */
export interface FutureResult {
  error: Error | null;
}
type Act<Params = void> = Params extends void ? () => Promise<FutureResult> : (params: Params) => Promise<FutureResult>;
type MaybeAct<Params> = (params?: Params) => Promise<FutureResult>;

interface Code {
  code: string;
}
interface Finalize {
  navigate?: SetActiveNavigate;
}

export interface SignInFutureResource {
  readonly id?: string;
  readonly supportedFirstFactors: SignInFirstFactor[];
  readonly supportedSecondFactors: SignInSecondFactor[];
  readonly status: SignInStatus;
  readonly isTransferable: boolean;
  readonly existingSession?: { sessionId: string };
  readonly firstFactorVerification: VerificationResource;
  readonly secondFactorVerification: VerificationResource;
  readonly identifier: string | null;
  readonly createdSessionId: string | null;
  readonly userData: UserData;
  create: Act<{ identifier?: string; strategy?: string; redirectUrl?: string; actionCompleteRedirectUrl?: string; transfer?: boolean; ticket?: string }>;
  password: Act<{ password: string; identifier?: string; emailAddress?: string; phoneNumber?: string }>;
  emailCode: { sendCode: MaybeAct<{ emailAddress?: string; emailAddressId?: string }>; verifyCode: Act<Code> };
  emailLink: {
    sendLink: Act<{ emailAddress?: string; emailAddressId?: string; verificationUrl: string }>;
    waitForVerification: Act;
    verification: { status: 'verified' | 'expired' | 'failed' | 'client_mismatch'; createdSessionId: string; verifiedFromTheSameClient: boolean } | null;
  };
  phoneCode: { sendCode: MaybeAct<{ phoneNumber?: string; phoneNumberId?: string; channel?: PhoneCodeChannel }>; verifyCode: Act<Code> };
  resetPasswordEmailCode: { sendCode: Act; verifyCode: Act<Code>; submitPassword: Act<{ password: string; signOutOfOtherSessions?: boolean }> };
  sso: Act<{ strategy: OAuthStrategy | 'saml' | 'enterprise_sso'; redirectUrl: string; redirectCallbackUrl: string; popup?: Window; oidcPrompt?: string; identifier?: string }>;
  mfa: { sendPhoneCode: Act; verifyPhoneCode: Act<Code>; verifyTOTP: Act<Code>; verifyBackupCode: Act<Code> };
  ticket: MaybeAct<{ ticket: string }>;
  web3: Act<{ strategy: Web3Strategy }>;
  passkey: MaybeAct<{ flow?: 'autofill' | 'discoverable' }>;
  finalize: MaybeAct<Finalize>;
}

interface SignUpFields {
  firstName?: string;
  lastName?: string;
  unsafeMetadata?: SignUpUnsafeMetadata;
  legalAccepted?: boolean;
  locale?: string;
}

export interface SignUpFutureResource {
  readonly id?: string;
  readonly status: SignUpStatus;
  readonly requiredFields: SignUpField[];
  readonly optionalFields: SignUpField[];
  readonly missingFields: SignUpField[];
  readonly unverifiedFields: SignUpIdentificationField[];
  readonly isTransferable: boolean;
  readonly existingSession?: { sessionId: string };
  readonly username: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly emailAddress: string | null;
  readonly phoneNumber: string | null;
  readonly web3Wallet: string | null;
  readonly hasPassword: boolean;
  readonly unsafeMetadata: SignUpUnsafeMetadata;
  readonly createdSessionId: string | null;
  readonly createdUserId: string | null;
  readonly abandonAt: number | null;
  readonly legalAcceptedAt: number | null;
  readonly locale: string | null;
  create: Act<SignUpFields & { emailAddress?: string; phoneNumber?: string; username?: string; transfer?: boolean; ticket?: string; web3Wallet?: string }>;
  update: Act<SignUpFields>;
  verifications: {
    sendEmailCode: Act;
    verifyEmailCode: Act<Code>;
    sendPhoneCode: MaybeAct<{ phoneNumber?: string; channel?: PhoneCodeChannel }>;
    verifyPhoneCode: Act<Code>;
  };
  password: Act<SignUpFields & { password: string; emailAddress?: string; phoneNumber?: string; username?: string }>;
  sso: Act<SignUpFields & { strategy: string; redirectUrl: string; redirectCallbackUrl: string; popup?: Window; oidcPrompt?: string }>;
  ticket: MaybeAct<SignUpFields & { ticket: string }>;
  web3: Act<{ strategy: Web3Strategy; unsafeMetadata?: SignUpUnsafeMetadata; legalAccepted?: boolean }>;
  finalize: MaybeAct<Finalize>;
}
