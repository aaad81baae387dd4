import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { identifierKind, type Identifier } from '../../people/identifiers.ts';
import { assertMaySignIn, findByIdentifier, type UserAggregate } from '../../people/users/service.ts';
import { refuseSameUser } from '../attempts/sessions.ts';
import { listsApplyToSignIn, refuseRestrictedSignIn } from '../restrictions/service.ts';

const IDENTIFIERS = ['email_address', 'phone_number', 'web3_wallet', 'username'] as const;

/** The kinds of identifier with which people can sign in to an instance. */
export function supportedIdentifiers({ instance }: Context): Identifier['kind'][] {
  const { attributes } = instance.settings;
  return IDENTIFIERS.filter((kind) => attributes[kind].enabled && (kind === 'web3_wallet' || attributes[kind].used_for_first_factor));
}

/**
 * Whom an identifier signs in. Under enumeration protection an unknown one is nobody (`null`), and
 * the sign-in goes on as if it were somebody.
 *
 * @throws ApiError `form_param_format_invalid` for a kind of identifier that is not used here,
 *   `form_identifier_not_found`, `user_banned`, `user_locked`, `not_allowed_access`, `identifier_already_signed_in`
 */
export async function identify(ctx: RequestContext, text: string): Promise<UserAggregate | null> {
  const identifier = identifierKind(text);
  if (!supportedIdentifiers(ctx).includes(identifier.kind)) throw apiError('form_param_format_invalid', { param: 'identifier' });
  const person = await findByIdentifier(ctx, identifier);
  const hides = ctx.instance.settings.attack_protection.enumeration_protection;
  if (!person) {
    if (hides) return null;
    throw apiError('form_identifier_not_found', { param: 'identifier' });
  }
  // Who is banned, locked or not let in exists: under enumeration protection that is said with the proof only.
  if (!hides) {
    assertMaySignIn(ctx, person.user);
    if (listsApplyToSignIn(ctx)) await refuseRestrictedSignIn(ctx, person);
  }
  await refuseSameUser(ctx, person.user.id);
  return person;
}
