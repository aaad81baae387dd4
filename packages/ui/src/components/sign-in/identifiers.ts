import type { EnvironmentResource } from '@foyer/js/types';

/** What the first field asks for. Email and username share one field; a phone number has its own. */
export type IdentifierMode = 'email_address' | 'username' | 'email_address_username' | 'phone_number';

type Attributes = EnvironmentResource['userSettings']['attributes'];

/** The modes an instance offers, the one to start with first. */
export function identifierModes(attributes: Attributes): IdentifierMode[] {
  const identifies = (name: 'email_address' | 'username' | 'phone_number') =>
    Boolean(attributes[name]?.enabled && attributes[name]?.used_for_first_factor);
  const email = identifies('email_address');
  const username = identifies('username');
  const modes: IdentifierMode[] = [];
  if (email && username) modes.push('email_address_username');
  else if (email) modes.push('email_address');
  else if (username) modes.push('username');
  if (identifies('phone_number')) modes.push('phone_number');
  return modes;
}

const emailStrategies = ['email_address', 'email_code', 'email_link'];
const strategiesOf: Record<IdentifierMode, readonly string[]> = {
  email_address: emailStrategies,
  username: ['username'],
  email_address_username: [...emailStrategies, 'username'],
  phone_number: ['phone_code'],
};

/** Whether this browser signed in last with an identifier that the mode asks for; a password goes with any. */
export const isLastUsed = (mode: IdentifierMode, strategy: string | null) =>
  strategy !== null && (strategy === 'password' || strategiesOf[mode].includes(strategy));

/** Keys of the texts for each mode: the field's label and placeholder, and the link that changes to it. */
export const identifierTexts = {
  email_address: {
    label: 'formFieldLabel__emailAddress',
    placeholder: 'formFieldInputPlaceholder__emailAddress',
    switchTo: 'signIn.start.actionLink__use_email',
  },
  email_address_username: {
    label: 'formFieldLabel__emailAddress_username',
    placeholder: 'formFieldInputPlaceholder__emailAddress_username',
    switchTo: 'signIn.start.actionLink__use_email_username',
  },
  username: {
    label: 'formFieldLabel__username',
    placeholder: 'formFieldInputPlaceholder__username',
    switchTo: 'signIn.start.actionLink__use_username',
  },
  phone_number: {
    label: 'formFieldLabel__phoneNumber',
    placeholder: 'formFieldInputPlaceholder__phoneNumber',
    switchTo: 'signIn.start.actionLink__use_phone',
  },
} as const;
