import { type Static, Type } from 'typebox';
import { kind, nullable, NullableText, oneOf, resource, Text, Timestamp } from '../parts.ts';
import { page } from './lists.ts';

/** A phone or tablet whose key signs its owner in to a native app. */
export const TrustedDevice = resource('TrustedDevice', {
  object: kind('trusted_device'),
  id: Text,
  platform: oneOf(['ios', 'android']),
  app_identifier: Text,
  name: Type.Optional(NullableText),
  algorithm: oneOf(['ES256']),
  status: oneOf(['active', 'revoked']),
  created_at: Timestamp,
  updated_at: Timestamp,
  last_used_at: Type.Optional(nullable(Timestamp)),
  revoked_at: Type.Optional(nullable(Timestamp)),
});
export type TrustedDeviceResource = Static<typeof TrustedDevice>;

export const TrustedDevices = page('TrustedDevices', TrustedDevice);
