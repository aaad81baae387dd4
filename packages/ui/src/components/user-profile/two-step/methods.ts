import type { EnvironmentResource, PhoneNumberResource, UserResource } from '@foyer/js/types';

/** A kind of second factor that the profile can set up. */
export type Method = 'totp' | 'phone_code' | 'backup_code';

type Attributes = EnvironmentResource['userSettings']['attributes'];

/** Whether the instance has any second factor to set up; backup codes alone are none. */
export const hasSecondFactors = (attributes: Attributes) =>
  (['authenticator_app', 'phone_number'] as const).some(name => attributes[name]?.enabled && attributes[name].used_for_second_factor);

/** What can still be set up: an app and backup codes once, phone numbers as many as one likes. */
export function addableMethods(attributes: Attributes, user: UserResource): Method[] {
  const methods: Method[] = [];
  if (attributes.authenticator_app?.enabled && attributes.authenticator_app.used_for_second_factor && !user.totpEnabled) methods.push('totp');
  if (attributes.phone_number?.enabled && attributes.phone_number.used_for_second_factor) methods.push('phone_code');
  // Backup codes stand in for another second factor, and are of no use without one.
  if (attributes.backup_code?.enabled && user.twoFactorEnabled && !user.backupCodeEnabled) methods.push('backup_code');
  return methods;
}

const verified = (phone: PhoneNumberResource) => phone.verification.status === 'verified';

/** The phone numbers that get codes as a second factor, the default one first. */
export const secondFactorPhones = (user: UserResource): PhoneNumberResource[] =>
  user.phoneNumbers
    .filter(phone => phone.reservedForSecondFactor && verified(phone))
    .sort((a, b) => Number(b.defaultSecondFactor) - Number(a.defaultSecondFactor));

/** The verified phone numbers that could get codes too. */
export const otherPhones = (user: UserResource): PhoneNumberResource[] =>
  user.phoneNumbers.filter(phone => !phone.reservedForSecondFactor && verified(phone));
