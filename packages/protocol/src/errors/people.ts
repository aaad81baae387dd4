/** Errors of users and what belongs to them: identifications, passwords, second factors, passkeys, images. */
import type { ErrorTable } from './definition.ts';

export const PEOPLE_ERRORS = {
  aws_cognito_admin_user_password_auth_not_enabled: {
    status: 400,
    message: 'Cognito: ADMIN_USER_PASSWORD_AUTH is off',
    longMessage: 'Allow ADMIN_USER_PASSWORD_AUTH for the Cognito app client, so that imported users can sign in.',
  },
  aws_cognito_user_password_auth_not_enabled: {
    status: 400,
    message: 'Cognito: USER_PASSWORD_AUTH is off',
    longMessage: 'Allow USER_PASSWORD_AUTH for the Cognito app client, so that imported users can sign in.',
  },
  backup_codes_not_available: {
    status: 400,
    message: 'Backup codes not available',
    longMessage: 'Backup codes need another second factor. Add one first.',
  },
  delete_linked_identification_disallowed: {
    status: 400,
    message: 'Connected to an account',
    longMessage: 'This address belongs to a connected account. Remove that account first.',
  },
  identification_claimed: {
    status: 400,
    message: 'In use by someone else',
    longMessage: 'Another account has verified this. Use another one.',
  },
  identification_create_second_factor_unverified: {
    status: 400,
    message: 'Not verified',
    longMessage: 'A phone number must be verified before it can be a second factor.',
  },
  identification_deletion_failed: {
    status: 400,
    message: 'Last identifier',
    longMessage: 'This is your last way to sign in. Add another one before you remove it.',
  },
  identification_update_failed: {
    status: 400,
    message: 'Last identifier',
    longMessage: 'Your last identifier cannot be used as a second factor. Add another one first.',
  },
  identification_update_second_factor_unverified: {
    status: 400,
    message: 'Not verified',
    longMessage: 'A phone number must be verified before it can be a second factor.',
  },
  image_not_found: { status: 404, message: 'Image not found', longMessage: 'There is no image here.' },
  image_too_large: { status: 413, message: 'Image too large', longMessage: 'This image is too large. Choose one of at most {max} MB.' },
  incorrect_password: { status: 422, message: 'Incorrect password', longMessage: 'This password is not the user’s.' },
  invalid_totp_secret_code: { status: 422, message: 'Invalid TOTP secret', longMessage: 'The TOTP secret must be base32 text of a length that authenticator apps accept.' },
  last_required_identification_deletion_failed: {
    status: 400,
    message: 'Required identifier',
    longMessage: 'Every account needs one of these. Add another one before you remove it.',
  },
  no_passkeys_found_for_user: { status: 400, message: 'No passkey', longMessage: 'This account has no passkey. Sign in another way and add one.' },
  no_password_set: { status: 400, message: 'No password', longMessage: 'This account has no password. Sign in another way, or set one.' },
  passkey_authentication_failure: { status: 400, message: 'Passkey not accepted', longMessage: 'This passkey could not be verified. Try again, or sign in another way.' },
  passkey_identification_not_verified: { status: 422, message: 'Passkey not verified', longMessage: 'Finish setting up this passkey first.' },
  passkey_invalid_public_key_credential: {
    status: 422,
    message: 'Unreadable passkey',
    longMessage: 'Your device’s answer could not be read. Please try again.',
  },
  passkey_invalid_verification: { status: 400, message: 'Passkey not prepared', longMessage: 'This passkey request has expired. Please try again.' },
  passkey_not_registered: { status: 404, message: 'Unknown passkey', longMessage: 'This passkey belongs to no account here. Sign in another way.' },
  passkey_quota_exceeded: { status: 403, message: 'Too many passkeys', longMessage: 'You have reached the limit of passkeys. Remove one first.' },
  passkey_registration_failure: { status: 400, message: 'Passkey not added', longMessage: 'Your passkey could not be added. Please try again.' },
  password_required: { status: 400, message: 'Password needed', longMessage: 'This account needs a password, so it cannot be removed.' },
  totp_already_enabled: { status: 400, message: 'Already enabled', longMessage: 'An authenticator app is already set up. Remove it first.' },
  totp_disabled: { status: 400, message: 'Not enabled', longMessage: 'This user has no authenticator app.' },
  totp_incorrect_code: { status: 422, message: 'Incorrect code', longMessage: 'This code is not correct. Check the clock of the device and try again.' },
  totp_invalid_length: { status: 422, message: 'Wrong length', longMessage: 'Codes of authenticator apps have six digits.' },
  updating_user_password_deprecated: { status: 403, message: 'Moved', longMessage: 'Passwords are changed at `/v1/me/change_password`.' },
  user_delete_self_not_enabled: {
    status: 403,
    message: 'Not allowed',
    longMessage: 'People cannot delete their own account here. Contact support.',
  },
  user_quota_exceeded: {
    status: 403,
    message: 'User limit reached',
    longMessage: 'This application has reached its limit of users. Its administrator can raise it.',
  },
  user_settings_invalid: {
    status: 409,
    message: 'Settings changed',
    longMessage: 'The settings of this application do not allow this any more. Reload the page and start again.',
  },
} as const satisfies ErrorTable;
