/** Errors of sessions, their tokens, handshake and refresh. */
import type { ErrorTable } from './definition.ts';

export const SESSION_ERRORS = {
  action_for_session_not_authorized: {
    status: 401,
    message: 'Not your session',
    longMessage: 'This session is not signed in on this device.',
  },
  expired_session_token_invalid: { status: 401, message: 'The expired session token is not one of this instance.' },
  expired_session_token_missing_azp: { status: 401, message: 'The expired session token names no origin (`azp`).' },
  expired_session_token_missing_sid: { status: 401, message: 'The expired session token names no session (`sid`).' },
  invalid_action_for_session: {
    status: 400,
    message: 'Not possible for this session',
    longMessage: 'This is not possible in the session’s present state.',
  },
  invalid_action_for_session_reverification: {
    status: 400,
    message: 'Not possible for this reverification',
    longMessage: 'This step does not fit the reverification. Please start it again.',
  },
  invalid_handshake: {
    status: 400,
    message: 'Invalid handshake',
    longMessage: 'The handshake could not be completed. Check that the keys belong together, and reload the page.',
  },
  invalid_session_token: { status: 400, message: 'Invalid session token', longMessage: 'The session token is not valid. Get a new one.' },
  jwt_template_reserved_claim: { status: 400, message: 'Reserved claim', longMessage: 'The claim {claim} is reserved. Choose another name.' },
  machine_token_reserved_claim: { status: 400, message: 'Reserved claim', longMessage: 'The claim {claim} is reserved. Choose another name.' },
  refresh_request_origin_azp_mismatch: { status: 401, message: 'The origin of the request is not the one in the session token.' },
  refresh_request_origin_invalid: { status: 401, message: 'The origin of the refresh request is not a valid URL.' },
  refresh_sid_mismatch: { status: 401, message: 'The refresh token is of another session.' },
  refresh_token_not_found: { status: 401, message: 'The refresh token is unknown or has been used.' },
  session_creation_not_allowed: {
    status: 409,
    message: 'Impersonation in progress',
    longMessage: 'Sign out of the impersonated session before you sign in again.',
  },
  session_exists: {
    status: 400,
    message: 'Already signed in',
    longMessage: 'You are already signed in. Sign out first to use another account.',
  },
  session_lifetime_setting_missing: { status: 422, message: 'A session needs at least one limit: a lifetime or an inactivity timeout.' },
  session_refresh_cannot_determine_session_token_age: { status: 401, message: 'The age of the session token could not be told.' },
  session_refresh_expired_session_token_consumed: { status: 401, message: 'The expired session token has been used for a refresh.' },
  session_refresh_expired_session_token_missing_iat: { status: 401, message: 'The expired session token does not say when it was issued (`iat`).' },
  session_refresh_expired_session_token_too_old: { status: 401, message: 'The expired session token is too old for a refresh.' },
  session_refresh_inactive_session: { status: 401, message: 'The session has ended.' },
  session_refresh_session_not_found: { status: 401, message: 'The session does not exist.' },
  session_refresh_session_token_ineligible: { status: 401, message: 'This session token cannot be refreshed.' },
  session_refresh_user_not_found: { status: 401, message: 'The user of the session does not exist any more.' },
  session_reverification_missing: {
    status: 400,
    message: 'No reverification',
    longMessage: 'There is no reverification to continue. Please start one.',
  },
  session_reverification_required: {
    status: 403,
    message: 'Verification needed',
    longMessage: 'Please confirm that it is you to continue.',
  },
  session_token_jwt_template: { status: 403, message: 'The template of the session token cannot be deleted.' },
  signed_out: { status: 401, message: 'Signed out', longMessage: 'You are signed out. Please sign in again.' },
  sync_nonce_already_consumed: { status: 403, message: 'Link already used', longMessage: 'This step has already been done. Reload the page.' },
  url_based_session_syncing_disabled: {
    status: 400,
    message: 'URL-based sessions disabled',
    longMessage: 'URL-based session syncing is disabled for this instance.',
  },
} as const satisfies ErrorTable;
