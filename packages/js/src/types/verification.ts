import type { ClerkAPIError, ClerkResource } from './common.ts';
import type { PhoneCodeChannel } from './strategies.ts';

export type VerificationStatus = 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired';

/** One proof: of an identification, or inside an attempt. */
export interface VerificationResource extends ClerkResource {
  attempts: number | null;
  error: ClerkAPIError | null;
  expireAt: Date | null;
  externalVerificationRedirectURL: URL | null;
  nonce: string | null;
  message: string | null;
  status: VerificationStatus | null;
  strategy: string | null;
  /** Client in which the proof was given; differs from ours when an email link was opened elsewhere. */
  verifiedAtClient: string | null;
  verifiedFromTheSameClient: () => boolean;
  channel?: PhoneCodeChannel;
}

export interface SignUpVerificationResource extends VerificationResource {
  supportedStrategies: string[];
  nextAction: SignUpVerificationNextAction;
}
export type SignUpVerificationNextAction = 'needs_prepare' | 'needs_attempt' | '';

export interface SignUpVerificationsResource {
  emailAddress: SignUpVerificationResource;
  phoneNumber: SignUpVerificationResource;
  externalAccount: VerificationResource;
  web3Wallet: VerificationResource;
}

/** Starts an email link and waits until it is opened somewhere. */
export interface CreateEmailLinkFlowReturn<Params, Resource> {
  startEmailLinkFlow: (params: Params) => Promise<Resource>;
  cancelEmailLinkFlow: () => void;
}

export interface StartEmailLinkFlowParams {
  redirectUrl: string;
}
