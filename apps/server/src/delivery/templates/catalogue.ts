import { apiError } from '@foyer/protocol/errors';
import type { MessageWanted } from '../../people/verifications/events.ts';
import { asHtml } from '../messages/email-html.ts';
import { MESSAGE_NAMES, renderShort, renderWithPlaceholders } from '../messages/templates.ts';
import type { TemplateType } from './tables.ts';

/** A message as it comes, in the words in which applications change it. */
export interface BuiltIn {
  type: TemplateType;
  slug: MessageWanted['template'];
  name: string;
  position: number;
  subject: string | null;
  body: string;
  variables: { available: string[]; required: string[] };
}

/** What every message may speak of. */
export const COMMON_VARIABLES = ['app.name', 'app.url', 'app.logo_image_url'];

/** What makes a message worth sending, by the name that the sender of the message gives it. */
const PUBLIC_NAMES: Record<string, string> = { code: 'otp_code', link: 'action_url' };
const NEEDED = ['code', 'link'];
/** Messages that say enough without it: their link is an offer. */
const WORTH_WITHOUT: readonly string[] = ['new_device_sign_in'];
/** Messages that also go to phones. */
const BY_SMS: readonly string[] = [
  'verification_code',
  'reset_password_code',
  'invitation',
  'password_changed',
  'password_removed',
  'passkey_added',
  'passkey_removed',
  'phone_factor_added',
  'account_locked',
  'new_device_sign_in',
];

/** The name of a value in templates. */
export function publicName(name: string): string {
  return PUBLIC_NAMES[name] ?? name;
}

/** Every message of a kind. */
export function builtIns(type: TemplateType): BuiltIn[] {
  return MESSAGE_NAMES.filter((slug) => type === 'email' || BY_SMS.includes(slug)).map((slug, position) => describe(type, slug, position));
}

/**
 * One message as it comes.
 *
 * @throws `template_type_unsupported`, `resource_not_found`
 */
export function requireBuiltIn(type: string, slug: string): BuiltIn {
  const found = builtIns(requireType(type)).find((one) => one.slug === slug);
  if (!found) throw apiError('resource_not_found', { longMessage: `There is no ${type} template named "${slug}".` });
  return found;
}

/** @throws `template_type_unsupported` */
export function requireType(type: string): TemplateType {
  if (type !== 'email' && type !== 'sms') throw apiError('template_type_unsupported');
  return type;
}

function describe(type: TemplateType, slug: MessageWanted['template'], position: number): BuiltIn {
  const { content, used } = renderWithPlaceholders(slug, (name) => `{{${name === 'app' ? 'app.name' : publicName(name)}}}`);
  const own = used.filter((name) => name !== 'app');
  return {
    type,
    slug,
    name: slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('_', ' '),
    position,
    subject: type === 'email' ? content.subject : null,
    body: type === 'email' ? asHtml(content) : renderShort(content, '{{app.name}}'),
    variables: { available: [...COMMON_VARIABLES, ...own.map(publicName)], required: WORTH_WITHOUT.includes(slug) ? [] : own.filter((name) => NEEDED.includes(name)).map(publicName) },
  };
}
