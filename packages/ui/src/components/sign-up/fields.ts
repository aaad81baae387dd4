import type { EnvironmentResource } from '@foyer/js/types';

/** The fields a sign-up form can have, by their documented ids. */
export const fieldNames = ['firstName', 'lastName', 'username', 'emailAddress', 'phoneNumber', 'password', 'legalAccepted'] as const;
export type FieldName = (typeof fieldNames)[number];

export interface SignUpField {
  name: FieldName;
  required: boolean;
}

/** Which of email and phone is asked for where either will do. */
export type Contact = 'emailAddress' | 'phoneNumber';

type UserSettings = Pick<EnvironmentResource['userSettings'], 'attributes' | 'signUp'>;

const attributeOf = {
  firstName: 'first_name',
  lastName: 'last_name',
  username: 'username',
  emailAddress: 'email_address',
  phoneNumber: 'phone_number',
  password: 'password',
} as const;

/** True when the instance takes an email address or a phone number and requires neither in particular. */
export function eitherContact({ attributes }: UserSettings): boolean {
  const { email_address: email, phone_number: phone } = attributes;
  return Boolean(email?.enabled && phone?.enabled && !email.required && !phone.required);
}

/**
 * The fields of the first form, in reading order.
 *
 * @param contact the one to ask for where either will do.
 * @param showOptional `layout.showOptionalFields`.
 */
export function startFields(settings: UserSettings, contact: Contact, showOptional: boolean): SignUpField[] {
  const either = eitherContact(settings);
  return fieldNames.flatMap((name): SignUpField[] => {
    if (name === 'legalAccepted') return settings.signUp.legal_consent_enabled ? [{ name, required: true }] : [];
    const attribute = settings.attributes[attributeOf[name]];
    if (!attribute?.enabled) return [];
    if (name === 'password') return attribute.required ? [{ name, required: true }] : [];
    if (either && (name === 'emailAddress' || name === 'phoneNumber')) return name === contact ? [{ name, required: true }] : [];
    return attribute.required || showOptional ? [{ name, required: attribute.required }] : [];
  });
}

/** The fields that a sign-up still misses, from the server's list (`email_address`, `legal_accepted`, …). */
export function missingFields(missing: readonly string[]): SignUpField[] {
  return fieldNames
    .filter(name => missing.includes(name === 'legalAccepted' ? 'legal_accepted' : attributeOf[name]))
    .map(name => ({ name, required: true }));
}
