import { type Static, Type } from 'typebox';
import type { OAuthStrategy } from '../../strategies.ts';
import {
  CreatedAndUpdated,
  Flag,
  kind,
  Metadata,
  nullable,
  NullableCount,
  NullableText,
  NullableTimestamp,
  oneOf,
  resource,
  Text,
  textOf,
  Timestamp,
  variants,
} from '../parts.ts';
import { ErrorObject } from './error.ts';

const ExternalOAuthVerification = resource('ExternalAccountVerificationOAuth', {
  object: kind('verification_oauth'),
  status: oneOf(['unverified', 'verified', 'failed', 'expired', 'transferable']),
  strategy: textOf<OAuthStrategy>({ pattern: '^oauth_(?:(?:token_)|(?:custom_))?[a-z0-9_]+$' }),
  external_verification_redirect_url: Type.Optional(Text),
  error: Type.Optional(nullable(ErrorObject)),
  expire_at: Timestamp,
  attempts: NullableCount,
  verified_at_client: Type.Optional(NullableText),
});

const ExternalGoogleOneTapVerification = resource('ExternalAccountVerificationGoogleOneTap', {
  object: kind('verification_google_one_tap'),
  status: oneOf(['unverified', 'verified']),
  strategy: kind('google_one_tap'),
  expire_at: NullableTimestamp,
  attempts: NullableCount,
  verified_at_client: Type.Optional(NullableText),
  error: Type.Optional(nullable(ErrorObject)),
});

/** An account at a social provider. Browsers and servers see the same. */
export const ExternalAccount = resource('ExternalAccount', {
  object: oneOf(['external_account', 'facebook_account', 'google_account']),
  id: Text,
  provider: Text,
  identification_id: Text,
  provider_user_id: Text,
  approved_scopes: Type.String({ description: 'Scopes, separated by spaces.' }),
  email_address: Text,
  email_address_verified: Type.Optional(nullable(Flag)),
  first_name: Text,
  last_name: Text,
  avatar_url: Type.Optional(Text),
  image_url: Type.Optional(NullableText),
  username: NullableText,
  phone_number: NullableText,
  public_metadata: Metadata,
  label: NullableText,
  ...CreatedAndUpdated,
  verification: nullable(variants([ExternalOAuthVerification, ExternalGoogleOneTapVerification])),
});
export type ExternalAccountResource = Static<typeof ExternalAccount>;
