/** Email addresses and phone numbers that a server manages. */
import { type Static, Type } from 'typebox';
import { oneOf, Text } from '../parts.ts';
import { bodyParams, MaybeFlag } from './parts.ts';

const IdentificationStatus = Type.Optional(oneOf(['verified', 'reserved', 'unverified']));

export const CreateEmailAddressParams = bodyParams('CreateEmailAddressParams', {
  user_id: Text,
  email_address: Text,
  verified: MaybeFlag,
  primary: MaybeFlag,
  notify_primary_email_address_changed: MaybeFlag,
});
export type CreateEmailAddressParams = Static<typeof CreateEmailAddressParams>;

export const UpdateEmailAddressParams = bodyParams('UpdateEmailAddressParams', {
  verified: MaybeFlag,
  primary: MaybeFlag,
  notify_primary_email_address_changed: MaybeFlag,
});
export type UpdateEmailAddressParams = Static<typeof UpdateEmailAddressParams>;

export const ReplaceEmailAddressParams = bodyParams('ReplaceEmailAddressParams', {
  email_address: Text,
  identification_status: IdentificationStatus,
  notify_primary_email_address_changed: MaybeFlag,
});
export type ReplaceEmailAddressParams = Static<typeof ReplaceEmailAddressParams>;

export const CreatePhoneNumberParams = bodyParams('CreatePhoneNumberParams', {
  user_id: Text,
  phone_number: Text,
  verified: MaybeFlag,
  primary: MaybeFlag,
  reserved_for_second_factor: MaybeFlag,
});
export type CreatePhoneNumberParams = Static<typeof CreatePhoneNumberParams>;

export const UpdatePhoneNumberParams = bodyParams('UpdatePhoneNumberParams', {
  verified: MaybeFlag,
  primary: MaybeFlag,
  reserved_for_second_factor: MaybeFlag,
});
export type UpdatePhoneNumberParams = Static<typeof UpdatePhoneNumberParams>;

export const ReplacePhoneNumberParams = bodyParams('ReplacePhoneNumberParams', {
  phone_number: Text,
  identification_status: IdentificationStatus,
});
export type ReplacePhoneNumberParams = Static<typeof ReplacePhoneNumberParams>;

export const AttemptVerificationParams = bodyParams('AttemptVerificationParams', { verification_id: Text, code: Text });
export type AttemptVerificationParams = Static<typeof AttemptVerificationParams>;
