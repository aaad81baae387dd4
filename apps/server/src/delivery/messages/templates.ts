import type { MessageWanted } from '../../people/verifications/events.ts';

/** A message as it will be read. Text messages have no subject. */
export interface Content {
  subject: string;
  text: string;
  /** The code or link by itself, for the development inbox. */
  code?: string;
  link?: string;
  /** What following the link does. */
  action?: string;
  /** The name of the application that it is from. */
  application?: string;
  /** The page, the text message and the sender's names where the instance has its own. */
  html?: string;
  short?: string;
  from?: string;
  replyTo?: string;
}

type Variables = Record<string, string>;
type Template = (v: Variables & { app: string }) => { subject: string; lines: string[]; action?: string };

const IGNORE = 'If this was not you, you can ignore this message.';

/** What each message says. Subjects of code mails hold the code, so that it can be read from a notification. */
const TEMPLATES: Record<MessageWanted['template'], Template> = {
  verification_code: (v) => ({
    subject: `${v['code']} is your ${v.app} verification code`,
    lines: [`Your verification code for ${v.app}:`, v['code'] ?? '', 'It is good for 10 minutes. Never share it with anyone.', IGNORE],
  }),
  reset_password_code: (v) => ({
    subject: `${v['code']} is your ${v.app} password reset code`,
    lines: [`Your code to set a new password for ${v.app}:`, v['code'] ?? '', 'It is good for 10 minutes. Never share it with anyone.', IGNORE],
  }),
  verification_link: (v) => ({
    subject: `Your ${v.app} verification link`,
    action: `Continue to ${v.app}`,
    lines: [`Open this link to continue to ${v.app}:`, v['link'] ?? '', 'It is good for 10 minutes and works once.', IGNORE],
  }),
  password_changed: (v) => ({
    subject: `Your ${v.app} password was changed`,
    lines: [`The password of your ${v.app} account was changed.`, 'If this was not you, reset your password at once and contact support.'],
  }),
  password_removed: (v) => ({
    subject: `Your ${v.app} password was removed`,
    lines: [`The password of your ${v.app} account was removed.`, 'If this was not you, secure your account at once and contact support.'],
  }),
  primary_email_address_changed: (v) => ({
    subject: `Your ${v.app} email address was changed`,
    lines: [`The primary email address of your ${v.app} account is another one now.`, 'If this was not you, secure your account at once and contact support.'],
  }),
  passkey_added: (v) => ({
    subject: `A passkey was added to your ${v.app} account`,
    lines: [`You can now sign in to ${v.app} with the passkey “${v['name']}”.`, 'If this was not you, remove it in your profile at once and contact support.'],
  }),
  passkey_removed: (v) => ({
    subject: `A passkey was removed from your ${v.app} account`,
    lines: [`The passkey “${v['name']}” does not sign in to ${v.app} any more.`, 'If this was not you, secure your account at once and contact support.'],
  }),
  phone_factor_added: (v) => ({
    subject: `Codes by text message now protect your ${v.app} account`,
    lines: [
      `Signing in to ${v.app} can now ask for a code that is sent to your number ending in ${v['last_digits']}.`,
      'Text messages can be read by whoever takes over your number or your phone company’s account. An authenticator app or a passkey is safer, where your profile offers one. Never share a code with anyone.',
      'If this was not you, secure your account at once and contact support.',
    ],
  }),
  account_locked: (v) => ({
    subject: `Your ${v.app} account is locked`,
    lines: [`There were too many wrong attempts to sign in to your ${v.app} account, so it is locked for now.`, 'Try again later, or contact support.'],
  }),
  new_device_sign_in: (v) => ({
    subject: `New sign-in to ${v.app}`,
    action: 'Sign that device out',
    lines: [
      `Someone signed in to your ${v.app} account from a device that is new to us.`,
      `Device: ${v['device']}, IP address: ${v['ip_address']}, location: ${v['location']}, sign-in method: ${v['method']}`,
      'If this was you, there is nothing to do. If it was not, sign that device out with this link, and change your password:',
      v['link'] ?? '',
      ...(v['support_email'] ? [`If you need help, write to ${v['support_email']}.`] : []),
    ],
  }),
  invitation: (v) => ({ subject: `You are invited to ${v.app}`, action: 'Accept the invitation', lines: [`You are invited to join ${v.app}. Open this link to accept:`, v['link'] ?? ''] }),
  waitlist_confirmation: (v) => ({ subject: `You are on the ${v.app} waitlist`, lines: [`Thank you for your interest in ${v.app}. We will write to you when there is a place.`] }),
  waitlist_invitation: (v) => ({ subject: `Your place at ${v.app} is ready`, action: `Join ${v.app}`, lines: [`You are off the waitlist. Open this link to join ${v.app}:`, v['link'] ?? ''] }),
};

/** Every message there is. */
export const MESSAGE_NAMES = Object.keys(TEMPLATES) as MessageWanted['template'][];

/**
 * A message with placeholders where the values go, and the names of the values that it uses.
 *
 * @param placeholder what to write for a value
 */
export function renderWithPlaceholders(template: MessageWanted['template'], placeholder: (name: string) => string): { content: Content; used: string[] } {
  const used = new Set<string>();
  const values = new Proxy({} as Variables & { app: string }, {
    get: (_, name) => {
      used.add(String(name));
      return placeholder(String(name));
    },
  });
  const { subject, lines, action } = TEMPLATES[template](values);
  return {
    content: {
      subject,
      text: lines.join('\n\n'),
      application: placeholder('app'),
      ...(used.has('code') ? { code: placeholder('code') } : {}),
      ...(used.has('link') ? { link: placeholder('link') } : {}),
      ...(action ? { action } : {}),
    },
    used: [...used],
  };
}

/** Writes a message for an application. */
export function renderMessage(message: Pick<MessageWanted, 'template' | 'variables'>, applicationName: string): Content {
  const { subject, lines, action } = TEMPLATES[message.template]({ ...message.variables, app: applicationName });
  const { code, link } = message.variables;
  return { subject, text: lines.join('\n\n'), application: applicationName, ...(code ? { code } : {}), ...(link ? { link } : {}), ...(action ? { action } : {}) };
}

/** The same message for a phone: one line, the code first, and the domain-bound form that browsers fill in. */
export function renderShort(content: Content, applicationName: string): string {
  if (content.short) return content.short;
  if (content.code) return `${content.code} is your ${applicationName} code. Never share it with anyone.`;
  return content.text.replaceAll('\n\n', ' ');
}
