import type { FutureResult } from './futures.ts';
import type { SignInFirstFactor, SignInSecondFactor } from './factors.ts';
import type { SetActiveNavigate } from './navigation.ts';
import type { SignInStatus, UserData } from './sign-in.ts';
import type { EnterpriseSSOStrategy, OAuthStrategy, PasskeyStrategy, PhoneCodeChannel, SamlStrategy, Web3Strategy } from './strategies.ts';
import type { VerificationResource } from './verification.ts';

/** A code that a person was sent, or reads off an app. */
interface CodeParams {
  code: string;
}

export interface SignInFutureCreateParams {
  identifier?: string;
  strategy?: OAuthStrategy | SamlStrategy | EnterpriseSSOStrategy | PasskeyStrategy;
  redirectUrl?: string;
  actionCompleteRedirectUrl?: string;
  /** Goes on with what a sign-up at a provider found: the account is there already. */
  transfer?: boolean;
  ticket?: string;
}
/** Names at most one identifier; without any, the attempt's own counts. */
export interface SignInFuturePasswordParams {
  password: string;
  identifier?: string;
  emailAddress?: string;
  phoneNumber?: string;
}
/** By address, which also begins an attempt, or by id of one the attempt offers. */
export interface SignInFutureEmailCodeSendParams {
  emailAddress?: string;
  emailAddressId?: string;
}
export interface SignInFutureEmailLinkSendParams extends SignInFutureEmailCodeSendParams {
  /** Page to which the link leads; relative to this one. */
  verificationUrl: string;
}
export interface SignInFuturePhoneCodeSendParams {
  phoneNumber?: string;
  phoneNumberId?: string;
  channel?: PhoneCodeChannel;
}
export type SignInFutureEmailCodeVerifyParams = CodeParams;
export type SignInFuturePhoneCodeVerifyParams = CodeParams;
export type SignInFutureMFAPhoneCodeVerifyParams = CodeParams;
export type SignInFutureMFAEmailCodeVerifyParams = CodeParams;
export type SignInFutureTOTPVerifyParams = CodeParams;
export type SignInFutureBackupCodeVerifyParams = CodeParams;
export interface SignInFutureResetPasswordSubmitParams {
  password: string;
  signOutOfOtherSessions?: boolean;
}
export interface SignInFutureSSOParams {
  strategy: OAuthStrategy | SamlStrategy | EnterpriseSSOStrategy;
  /** Where to end up. */
  redirectUrl: string;
  /** Where to come back to when more is to be done. */
  redirectCallbackUrl: string;
  popup?: Window;
  oidcPrompt?: string;
  enterpriseConnectionId?: string;
  identifier?: string;
}
export interface SignInFutureTicketParams {
  ticket: string;
}
export interface SignInFutureWeb3Params {
  strategy: Web3Strategy;
}
export interface SignInFuturePasskeyParams {
  flow?: 'autofill' | 'discoverable';
}
export interface SignInFutureFinalizeParams {
  navigate?: SetActiveNavigate;
}

type Act<Params = void> = Params extends void ? () => Promise<FutureResult> : (params: Params) => Promise<FutureResult>;
type MaybeAct<Params> = (params?: Params) => Promise<FutureResult>;

/** A sign-in whose methods answer errors. */
export interface SignInFutureResource {
  readonly id?: string;
  readonly status: SignInStatus;
  readonly identifier: string | null;
  readonly createdSessionId: string | null;
  readonly userData: UserData;
  readonly supportedFirstFactors: SignInFirstFactor[];
  readonly supportedSecondFactors: SignInSecondFactor[];
  readonly firstFactorVerification: VerificationResource;
  readonly secondFactorVerification: VerificationResource;
  /** Whether the provider's account is nobody's yet: a sign-up can take it over. */
  readonly isTransferable: boolean;
  readonly existingSession?: { sessionId: string };
  create: Act<SignInFutureCreateParams>;
  password: Act<SignInFuturePasswordParams>;
  emailCode: { sendCode: MaybeAct<SignInFutureEmailCodeSendParams>; verifyCode: Act<SignInFutureEmailCodeVerifyParams> };
  emailLink: {
    sendLink: Act<SignInFutureEmailLinkSendParams>;
    waitForVerification: Act;
    /** What the followed link said, on the page to which it led. */
    verification: { status: 'verified' | 'expired' | 'failed' | 'client_mismatch'; createdSessionId: string; verifiedFromTheSameClient: boolean } | null;
  };
  phoneCode: { sendCode: MaybeAct<SignInFuturePhoneCodeSendParams>; verifyCode: Act<SignInFuturePhoneCodeVerifyParams> };
  resetPasswordEmailCode: { sendCode: Act; verifyCode: Act<SignInFutureEmailCodeVerifyParams>; submitPassword: Act<SignInFutureResetPasswordSubmitParams> };
  resetPasswordPhoneCode: { sendCode: Act; verifyCode: Act<SignInFuturePhoneCodeVerifyParams>; submitPassword: Act<SignInFutureResetPasswordSubmitParams> };
  mfa: {
    sendPhoneCode: Act;
    verifyPhoneCode: Act<SignInFutureMFAPhoneCodeVerifyParams>;
    sendEmailCode: Act;
    verifyEmailCode: Act<SignInFutureMFAEmailCodeVerifyParams>;
    verifyTOTP: Act<SignInFutureTOTPVerifyParams>;
    verifyBackupCode: Act<SignInFutureBackupCodeVerifyParams>;
  };
  sso: Act<SignInFutureSSOParams>;
  ticket: MaybeAct<SignInFutureTicketParams>;
  web3: Act<SignInFutureWeb3Params>;
  passkey: MaybeAct<SignInFuturePasskeyParams>;
  finalize: MaybeAct<SignInFutureFinalizeParams>;
  /** Forgets the attempt here, and its errors; the server is not asked. */
  reset: Act;
}
