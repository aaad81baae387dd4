/** Status values of the wire, in the order in which a thing usually passes through them. */

export const SIGN_IN_STATUSES = [
  'needs_identifier',
  'needs_first_factor',
  'needs_second_factor',
  'needs_client_trust',
  'needs_new_password',
  'needs_protect_check',
  'complete',
  'abandoned',
] as const;
export type SignInStatus = (typeof SIGN_IN_STATUSES)[number];

export const SIGN_UP_STATUSES = ['missing_requirements', 'complete', 'abandoned'] as const;
export type SignUpStatus = (typeof SIGN_UP_STATUSES)[number];

export const VERIFICATION_STATUSES = ['unverified', 'verified', 'transferable', 'failed', 'expired'] as const;
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number];

export const SESSION_STATUSES = [
  'pending',
  'active',
  'ended',
  'removed',
  'replaced',
  'revoked',
  'expired',
  'abandoned',
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Sessions in these states sign a client in; a pending one still has a task to finish. */
export const LIVE_SESSION_STATUSES = ['active', 'pending'] as const satisfies readonly SessionStatus[];

export const SESSION_VERIFICATION_STATUSES = ['needs_first_factor', 'needs_second_factor', 'complete'] as const;
export type SessionVerificationStatus = (typeof SESSION_VERIFICATION_STATUSES)[number];

export const INVITATION_STATUSES = ['pending', 'accepted', 'revoked', 'expired'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

export const WAITLIST_ENTRY_STATUSES = ['pending', 'invited', 'completed', 'rejected'] as const;
export type WaitlistEntryStatus = (typeof WAITLIST_ENTRY_STATUSES)[number];

/** Status of single-use tokens made by a server: sign-in tokens and actor tokens. */
export const TICKET_STATUSES = ['pending', 'accepted', 'revoked'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const ENROLLMENT_MODES = ['manual_invitation', 'automatic_invitation', 'automatic_suggestion'] as const;
export type EnrollmentMode = (typeof ENROLLMENT_MODES)[number];

export const SIGN_UP_MODES = ['public', 'restricted', 'waitlist'] as const;
export type SignUpMode = (typeof SIGN_UP_MODES)[number];

export const REVERIFICATION_LEVELS = ['first_factor', 'second_factor', 'multi_factor'] as const;
export type ReverificationLevel = (typeof REVERIFICATION_LEVELS)[number];
