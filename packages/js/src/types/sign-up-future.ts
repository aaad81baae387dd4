import type { FutureResult } from './futures.ts';
import type { SetActiveNavigate } from './navigation.ts';
import type { SignUpField, SignUpIdentificationField, SignUpStatus } from './sign-up.ts';
import type { PhoneCodeChannel, Web3Strategy } from './strategies.ts';

/** What any step of a sign-up may bring along. */
interface AdditionalParams {
  firstName?: string;
  lastName?: string;
  unsafeMetadata?: SignUpUnsafeMetadata;
  legalAccepted?: boolean;
  /** BCP 47. */
  locale?: string;
}
interface CodeParams {
  code: string;
}

export interface SignUpFutureCreateParams extends AdditionalParams {
  emailAddress?: string;
  phoneNumber?: string;
  username?: string;
  /** Goes on with what a sign-in at a provider found: the account is nobody's yet. */
  transfer?: boolean;
  ticket?: string;
  web3Wallet?: string;
}
export type SignUpFutureUpdateParams = AdditionalParams;
export interface SignUpFuturePasswordParams extends AdditionalParams {
  password: string;
  emailAddress?: string;
  phoneNumber?: string;
  username?: string;
}
export type SignUpFutureEmailCodeVerifyParams = CodeParams;
export interface SignUpFuturePhoneCodeSendParams {
  phoneNumber?: string;
  channel?: PhoneCodeChannel;
}
export type SignUpFuturePhoneCodeVerifyParams = CodeParams;
export interface SignUpFutureSSOParams extends AdditionalParams {
  strategy: string;
  /** Where to end up. */
  redirectUrl: string;
  /** Where to come back to when more is to be done. */
  redirectCallbackUrl: string;
  popup?: Window;
  oidcPrompt?: string;
  enterpriseConnectionId?: string;
  emailAddress?: string;
}
export interface SignUpFutureTicketParams extends AdditionalParams {
  ticket: string;
}
export interface SignUpFutureWeb3Params extends AdditionalParams {
  strategy: Web3Strategy;
}
export interface SignUpFutureFinalizeParams {
  navigate?: SetActiveNavigate;
}

/** A sign-up whose methods answer errors. */
export interface SignUpFutureResource {
  readonly id?: string;
  readonly status: SignUpStatus;
  readonly requiredFields: SignUpField[];
  readonly optionalFields: SignUpField[];
  readonly missingFields: SignUpField[];
  readonly unverifiedFields: SignUpIdentificationField[];
  /** Whether the provider's account is somebody's already: a sign-in can take it over. */
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
  create: (params: SignUpFutureCreateParams) => Promise<FutureResult>;
  update: (params: SignUpFutureUpdateParams) => Promise<FutureResult>;
  verifications: {
    sendEmailCode: () => Promise<FutureResult>;
    verifyEmailCode: (params: SignUpFutureEmailCodeVerifyParams) => Promise<FutureResult>;
    sendPhoneCode: (params?: SignUpFuturePhoneCodeSendParams) => Promise<FutureResult>;
    verifyPhoneCode: (params: SignUpFuturePhoneCodeVerifyParams) => Promise<FutureResult>;
  };
  password: (params: SignUpFuturePasswordParams) => Promise<FutureResult>;
  sso: (params: SignUpFutureSSOParams) => Promise<FutureResult>;
  ticket: (params?: SignUpFutureTicketParams) => Promise<FutureResult>;
  web3: (params: SignUpFutureWeb3Params) => Promise<FutureResult>;
  finalize: (params?: SignUpFutureFinalizeParams) => Promise<FutureResult>;
  /** Forgets the attempt here, and its errors; the server is not asked. */
  reset: () => Promise<FutureResult>;
}
