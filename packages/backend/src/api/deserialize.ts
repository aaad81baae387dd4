/** Turns the Backend API's answers into resources, by their `object` tag. */
import type {
  InvitationJSON,
  OrganizationInvitationJSON,
  OrganizationJSON,
  OrganizationMembershipJSON,
  UserJSON,
} from '../json/index.ts';
import { DEFAULTS, type Defaults } from '../resources/defaults.ts';
import { Invitation, Organization, OrganizationInvitation, OrganizationMembership, User } from '../resources/index.ts';
import { camelCaseDeep, type Fields } from './names.ts';

/** Answers with any other tag, or none, reach the application as they are on the wire. */
const RESOURCES = new Set([
  'accountless_application',
  'actor_token',
  'allowlist_identifier',
  'api_key',
  'blocklist_identifier',
  'clerk_idp_oauth_access_token',
  'client',
  'commerce_plan',
  'commerce_subscription',
  'commerce_subscription_item',
  'cookies',
  'domain',
  'email',
  'email_address',
  'feature',
  'instance',
  'instance_restrictions',
  'instance_settings',
  'invitation',
  'jwt_template',
  'machine',
  'machine_scope',
  'machine_secret_key',
  'machine_to_machine_token',
  'oauth_access_token',
  'oauth_application',
  'organization',
  'organization_domain',
  'organization_invitation',
  'organization_membership',
  'organization_settings',
  'phone_number',
  'proxy_check',
  'redirect_url',
  'saml_connection',
  'session',
  'sign_in_token',
  'sign_up_attempt',
  'sms_message',
  'testing_token',
  'token',
  'user',
  'waitlist_entry',
]);

/** One answer: a resource, a list of them, a page (`{ data, totalCount }`), a count, or JSON as it is. */
export function deserialize(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(deserialize);
  if (typeof answer !== 'object' || answer === null) return answer;
  const json = answer as Fields;
  if (Array.isArray(json['data'])) return { data: json['data'].map(deserialize), totalCount: json['total_count'] };
  const { object } = json;
  if (typeof object !== 'string') return json;
  if ('deleted' in json) return deletedObject(json);
  if (object === 'total_count') return json['total_count'];
  return RESOURCES.has(object) ? camelCaseDeep(json, revive) : json;
}

/** A machine's removed scope carries `deleted` too, but it is known by its two ends rather than by an ID. */
function deletedObject(json: Fields): unknown {
  if (json['object'] === 'machine_scope') return camelCaseDeep(json);
  const { object, id = null, slug = null, deleted } = json;
  return { object, id, slug, deleted };
}

/** Fills in what the wire leaves out, and gives fields and resources the names and classes by which the documentation knows them. */
function revive(fields: Fields, json: Fields): unknown {
  const type = typeOf(json);
  return finish(type, type in DEFAULTS ? { ...DEFAULTS[type as keyof Defaults], ...fields } : fields, json);
}

/** External accounts and verifications have tags by provider and by strategy: these two are known by their fields. */
function typeOf(json: Fields): string {
  if ('identification_id' in json) return 'external_account';
  if ('strategy' in json && 'expire_at' in json) return 'verification';
  return String(json['object']);
}

function finish(type: string, fields: Fields, json: Fields): unknown {
  switch (type) {
    case 'user':
      return new User(fields, json as unknown as UserJSON);
    case 'organization':
      return new Organization(fields, json as unknown as OrganizationJSON);
    case 'organization_membership':
      return new OrganizationMembership(fields, json as unknown as OrganizationMembershipJSON);
    case 'organization_invitation':
      return new OrganizationInvitation(fields, json as unknown as OrganizationInvitationJSON);
    case 'invitation':
      return new Invitation(fields, json as unknown as InvitationJSON);
    case 'oauth_application':
      return rename('public', 'isPublic', fields);
    case 'oauth_access_token':
      return { ...fields, label: fields['label'] ?? '' };
    case 'organization_domain':
      return { ...fields, verification: fields['verification'] && rename('expiresAt', 'expireAt', fields['verification'] as Fields) };
    case 'external_account':
      return rename('providerUserId', 'externalId', fields);
    case 'verification':
      return withRedirectUrl(fields);
    default:
      return fields;
  }
}

function withRedirectUrl({ externalVerificationRedirectUrl: url, ...fields }: Fields): Fields {
  return { ...fields, externalVerificationRedirectURL: typeof url === 'string' ? new URL(url) : null };
}

function rename(from: string, to: string, { [from]: value, ...others }: Fields): Fields {
  return { ...others, [to]: value };
}
