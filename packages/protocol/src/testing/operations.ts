/** Which of our schemas belong to which documented operation, for the comparison with the official documents. */
import type { TObject, TSchema } from 'typebox';
import * as s from '../schemas.ts';

export interface Operation {
  answer?: TSchema;
  body?: TObject;
  query?: TObject;
  /** First version whose document has the operation. */
  since?: '2025-11-10';
}

const signIn = s.envelope('ClientWrappedSignIn', s.SignIn);
const signUp = s.envelope('ClientWrappedSignUp', s.SignUp);
const session = s.envelope('ClientWrappedSession', s.Session);
const client = s.envelopeWithoutClient('ClientWrappedClient', s.nullable(s.Client));
const user = s.envelope('ClientWrappedUser', s.User);
const email = s.envelope('ClientWrappedEmailAddress', s.EmailAddress);
const phone = s.envelope('ClientWrappedPhoneNumber', s.PhoneNumber);
const deleted = s.envelopeWithoutClient('ClientWrappedDeletedObject', s.DeletedObject);
const reverification = s.envelope('ClientWrappedSessionReverification', s.SessionReverification);

const signIns = '/v1/client/sign_ins';
const signUps = '/v1/client/sign_ups';
const sessions = '/v1/client/sessions';

export const FRONTEND_OPERATIONS: Record<string, Operation> = {
  'GET /.well-known/jwks.json': { answer: s.Jwks },
  'GET /v1/environment': { answer: s.Environment },
  'PATCH /v1/environment': { answer: s.Environment },
  'GET /v1/account_portal': { answer: s.AccountPortal },
  'GET /v1/health': { answer: s.Health },
  'GET /v1/client': { answer: client },
  'PUT /v1/client': { answer: client },
  'POST /v1/client': { answer: client },
  'DELETE /v1/client': { answer: client },
  'GET /v1/client/sync': { query: s.SyncClientQuery },
  'GET /v1/client/link': { query: s.LinkClientQuery },
  'GET /v1/client/handshake': { query: s.HandshakeQuery },
  [`POST ${signIns}`]: { answer: signIn, body: s.CreateSignInParams },
  [`GET ${signIns}/{sign_in_id}`]: { answer: signIn },
  [`POST ${signIns}/{sign_in_id}/reset_password`]: { answer: signIn, body: s.ResetPasswordParams },
  [`POST ${signIns}/{sign_in_id}/prepare_first_factor`]: { answer: signIn, body: s.PrepareFirstFactorParams },
  [`POST ${signIns}/{sign_in_id}/attempt_first_factor`]: { answer: signIn, body: s.AttemptFirstFactorParams },
  [`POST ${signIns}/{sign_in_id}/prepare_second_factor`]: { answer: signIn, body: s.PrepareSecondFactorParams },
  [`POST ${signIns}/{sign_in_id}/attempt_second_factor`]: { answer: signIn, body: s.AttemptSecondFactorParams },
  [`POST ${signUps}`]: { answer: signUp, body: s.CreateSignUpParams },
  [`GET ${signUps}/{sign_up_id}`]: { answer: signUp },
  [`PATCH ${signUps}/{sign_up_id}`]: { answer: signUp, body: s.UpdateSignUpParams },
  [`POST ${signUps}/{sign_up_id}/prepare_verification`]: { answer: signUp, body: s.PrepareSignUpVerificationParams },
  [`POST ${signUps}/{sign_up_id}/attempt_verification`]: { answer: signUp, body: s.AttemptSignUpVerificationParams },
  [`DELETE ${sessions}`]: { answer: client },
  [`GET ${sessions}/{session_id}`]: { answer: session },
  [`POST ${sessions}/{session_id}/touch`]: { answer: session, body: s.TouchSessionParams },
  [`POST ${sessions}/{session_id}/end`]: { answer: session },
  [`POST ${sessions}/{session_id}/remove`]: { answer: session },
  [`POST ${sessions}/{session_id}/tokens`]: { answer: s.Token, body: s.CreateSessionTokenParams },
  [`POST ${sessions}/{session_id}/tokens/{template_name}`]: { answer: s.Token },
  [`POST ${sessions}/{session_id}/verify`]: { answer: reverification, body: s.StartReverificationParams },
  [`POST ${sessions}/{session_id}/verify/prepare_first_factor`]: {
    answer: reverification,
    body: s.PrepareReverificationFirstFactorParams,
  },
  [`POST ${sessions}/{session_id}/verify/attempt_first_factor`]: {
    answer: reverification,
    body: s.AttemptReverificationFirstFactorParams,
  },
  [`POST ${sessions}/{session_id}/verify/prepare_second_factor`]: {
    answer: reverification,
    body: s.PrepareReverificationSecondFactorParams,
  },
  [`POST ${sessions}/{session_id}/verify/attempt_second_factor`]: {
    answer: reverification,
    body: s.AttemptReverificationSecondFactorParams,
  },
  'GET /v1/me': { answer: user },
  'PATCH /v1/me': { answer: user, body: s.UpdateMeParams },
  'DELETE /v1/me': { answer: deleted },
  'PATCH /v1/me/metadata': { answer: user, body: s.UpdateMyMetadataParams },
  'POST /v1/me/change_password': { answer: user, body: s.ChangePasswordParams },
  'POST /v1/me/remove_password': { answer: user, body: s.RemovePasswordParams },
  'POST /v1/me/profile_image': { answer: s.envelope('ClientWrappedImage', s.Image) },
  'DELETE /v1/me/profile_image': { answer: deleted },
  'GET /v1/me/sessions': { answer: s.Sessions, query: s.MeQuery },
  'GET /v1/me/sessions/active': { answer: s.ActiveSessions, query: s.MeQuery },
  'POST /v1/me/sessions/{session_id}/revoke': { answer: session, query: s.MeQuery },
  'GET /v1/me/email_addresses': { answer: s.EmailAddresses },
  'POST /v1/me/email_addresses': { answer: email, body: s.CreateMyEmailAddressParams },
  'GET /v1/me/email_addresses/{email_id}': { answer: email },
  'DELETE /v1/me/email_addresses/{email_id}': { answer: deleted },
  'POST /v1/me/email_addresses/{email_id}/prepare_verification': { answer: email, body: s.PrepareMyEmailAddressParams },
  'POST /v1/me/email_addresses/{email_id}/attempt_verification': { answer: email, body: s.AttemptMyVerificationParams },
  'GET /v1/me/phone_numbers': { answer: s.PhoneNumbers },
  'POST /v1/me/phone_numbers': { answer: phone, body: s.CreateMyPhoneNumberParams },
  'GET /v1/me/phone_numbers/{phone_number_id}': { answer: phone },
  'PATCH /v1/me/phone_numbers/{phone_number_id}': { answer: phone, body: s.UpdateMyPhoneNumberParams },
  'DELETE /v1/me/phone_numbers/{phone_number_id}': { answer: deleted },
  'POST /v1/me/phone_numbers/{phone_number_id}/prepare_verification': { answer: phone, body: s.PrepareMyPhoneNumberParams },
  'POST /v1/me/phone_numbers/{phone_number_id}/attempt_verification': { answer: phone, body: s.AttemptMyVerificationParams },
  'POST /v1/me/totp': { answer: s.envelope('ClientWrappedTotp', s.Totp) },
  'POST /v1/me/backup_codes': { answer: s.envelope('ClientWrappedBackupCodes', s.BackupCodes) },
};

export const BACKEND_OPERATIONS: Record<string, Operation> = {
  'GET /jwks': { answer: s.Jwks },
  'GET /users': { answer: s.BackendUsers, query: s.ListUsersQuery },
  'POST /users': { answer: s.BackendUser, body: s.CreateUserParams },
  'GET /users/count': { answer: s.TotalCount, query: s.CountUsersQuery },
  'GET /users/{user_id}': { answer: s.BackendUser },
  'PATCH /users/{user_id}': { answer: s.BackendUser, body: s.UpdateUserParams },
  'DELETE /users/{user_id}': { answer: s.BackendDeletedObject },
  'POST /users/{user_id}/ban': { answer: s.BackendUser },
  'POST /users/{user_id}/unban': { answer: s.BackendUser },
  'POST /users/ban': { answer: s.BackendUsers, body: s.UserIdsParams },
  'POST /users/unban': { answer: s.BackendUsers, body: s.UserIdsParams },
  'POST /users/{user_id}/lock': { answer: s.BackendUser },
  'POST /users/{user_id}/unlock': { answer: s.BackendUser },
  'POST /users/{user_id}/profile_image': { answer: s.BackendUser },
  'DELETE /users/{user_id}/profile_image': { answer: s.BackendUser },
  'PATCH /users/{user_id}/metadata': { answer: s.BackendUser, body: s.UserMetadataParams },
  'PUT /users/{user_id}/metadata': { answer: s.BackendUser, body: s.UserMetadataParams, since: '2025-11-10' },
  'POST /users/{user_id}/remove_password': { answer: s.BackendUser, body: s.RemoveUserPasswordParams, since: '2025-11-10' },
  'POST /users/{user_id}/verify_password': { answer: s.PasswordVerified, body: s.VerifyPasswordParams },
  'POST /users/{user_id}/verify_totp': { answer: s.TotpVerified, body: s.VerifyTotpParams },
  'DELETE /users/{user_id}/mfa': { answer: s.UserReference },
  'DELETE /users/{user_id}/totp': { answer: s.UserReference },
  'DELETE /users/{user_id}/backup_code': { answer: s.UserReference },
  'PUT /users/{user_id}/email_address': { answer: s.BackendEmailAddress, body: s.ReplaceEmailAddressParams, since: '2025-11-10' },
  'PUT /users/{user_id}/phone_number': { answer: s.BackendPhoneNumber, body: s.ReplacePhoneNumberParams, since: '2025-11-10' },
  'POST /users/{user_id}/password/set_compromised': {
    answer: s.BackendUser,
    body: s.SetPasswordCompromisedParams,
    since: '2025-11-10',
  },
  'GET /clients': { answer: s.BackendClients, query: s.ListClientsQuery },
  'GET /clients/{client_id}': { answer: s.BackendClient },
  'POST /clients/verify': { answer: s.BackendClient, body: s.VerifyClientTokenParams },
  'GET /sessions': { answer: s.BackendSessions, query: s.ListSessionsQuery },
  'POST /sessions': { answer: s.BackendSession, body: s.CreateSessionParams },
  'GET /sessions/{session_id}': { answer: s.BackendSession },
  'POST /sessions/{session_id}/refresh': { answer: s.SessionRefresh, body: s.RefreshSessionParams },
  'POST /sessions/{session_id}/revoke': { answer: s.BackendSession },
  'POST /sessions/{session_id}/tokens': { answer: s.Token, body: s.CreateBackendSessionTokenParams },
  'POST /sessions/{session_id}/tokens/{template_name}': { answer: s.Token, body: s.CreateBackendSessionTokenParams },
  'POST /email_addresses': { answer: s.BackendEmailAddress, body: s.CreateEmailAddressParams },
  'GET /email_addresses/{email_address_id}': { answer: s.BackendEmailAddress },
  'PATCH /email_addresses/{email_address_id}': { answer: s.BackendEmailAddress, body: s.UpdateEmailAddressParams },
  'DELETE /email_addresses/{email_address_id}': { answer: s.BackendDeletedObject },
  'POST /email_addresses/{email_address_id}/prepare_verification': { answer: s.PreparedVerification, since: '2025-11-10' },
  'POST /email_addresses/{email_address_id}/attempt_verification': {
    answer: s.PreparedVerification,
    body: s.AttemptVerificationParams,
    since: '2025-11-10',
  },
  'POST /phone_numbers': { answer: s.BackendPhoneNumber, body: s.CreatePhoneNumberParams },
  'GET /phone_numbers/{phone_number_id}': { answer: s.BackendPhoneNumber },
  'PATCH /phone_numbers/{phone_number_id}': { answer: s.BackendPhoneNumber, body: s.UpdatePhoneNumberParams },
  'DELETE /phone_numbers/{phone_number_id}': { answer: s.BackendDeletedObject },
  'POST /phone_numbers/{phone_number_id}/prepare_verification': { answer: s.PreparedVerification, since: '2025-11-10' },
  'POST /phone_numbers/{phone_number_id}/attempt_verification': {
    answer: s.PreparedVerification,
    body: s.AttemptVerificationParams,
    since: '2025-11-10',
  },
  'POST /sign_in_tokens': { answer: s.SignInToken, body: s.CreateSignInTokenParams },
  'POST /sign_in_tokens/{sign_in_token_id}/revoke': { answer: s.SignInToken },
  'GET /sign_ups/{id}': { answer: s.BackendSignUp },
  'PATCH /sign_ups/{id}': { answer: s.BackendSignUp, body: s.UpdateBackendSignUpParams },
  'POST /testing_tokens': { answer: s.TestingToken },
  'GET /jwt_templates': { answer: s.JwtTemplates, query: s.ListJwtTemplatesQuery },
  'POST /jwt_templates': { answer: s.JwtTemplate, body: s.JwtTemplateParams },
  'GET /jwt_templates/{template_id}': { answer: s.JwtTemplate },
  'PATCH /jwt_templates/{template_id}': { answer: s.JwtTemplate, body: s.JwtTemplateParams },
  'DELETE /jwt_templates/{template_id}': { answer: s.BackendDeletedObject },
  'GET /redirect_urls': { answer: s.RedirectUrls, query: s.ListRedirectUrlsQuery },
  'POST /redirect_urls': { answer: s.RedirectUrl, body: s.CreateRedirectUrlParams },
  'GET /redirect_urls/{id}': { answer: s.RedirectUrl },
  'DELETE /redirect_urls/{id}': { answer: s.BackendDeletedObject },
  'GET /allowlist_identifiers': { answer: s.AllowlistIdentifiers, query: s.ListAllowlistIdentifiersQuery },
  'POST /allowlist_identifiers': { answer: s.AllowlistIdentifier, body: s.CreateAllowlistIdentifierParams },
  'DELETE /allowlist_identifiers/{identifier_id}': { answer: s.BackendDeletedObject },
  'GET /blocklist_identifiers': { answer: s.BlocklistIdentifiers },
  'POST /blocklist_identifiers': { answer: s.BlocklistIdentifier, body: s.CreateBlocklistIdentifierParams },
  'DELETE /blocklist_identifiers/{identifier_id}': { answer: s.BackendDeletedObject },
};
