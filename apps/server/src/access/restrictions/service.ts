import { apiError } from '@foyer/protocol/errors';
import { displayConfig } from '../../instances/environment/display-config.ts';
import { emit, now, transaction, type Context, type Platform } from '../../platform/context.ts';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { refuseRestricted } from './check.ts';
import { readPattern } from './patterns.ts';
import * as store from './store.ts';
import type { List, ListedIdentifierRow } from './tables.ts';

export { listsApplyToSignIn, refuseRestricted, refuseRestrictedAccount, refuseRestrictedSignIn } from './check.ts';

/** What people add to their accounts is held against the same rules as what they sign up with. */
export function restrictNewContacts({ events }: Platform): void {
  events.on('contact.wanted', (ctx, { kind, value }) => refuseRestricted(ctx, { [kind]: value }));
}

/**
 * Puts an identifier on a list.
 *
 * @throws `duplicate_record`, `form_param_nil`, `form_param_format_invalid`
 */
export async function listIdentifier(ctx: RequestContext, list: List, identifier: string): Promise<ListedIdentifierRow> {
  try {
    return await store.insert(ctx.db, newRow(ctx, list, identifier));
  } catch (error) {
    if (isUniqueViolation(error, 'listed_identifiers_pattern')) throw apiError('duplicate_record', { longMessage: 'This identifier is on the list already.', cause: error });
    throw error;
  }
}

/**
 * Puts an address on the allowlist whose owner was invited and has signed up, where there is such a
 * list: it also decides who may sign in. Administrators see it there, and may take it off again.
 */
export async function allowInvited(ctx: Context, emailAddress: string): Promise<void> {
  if (ctx.instance.settings.restrictions.allowlist_enabled) await store.insertIfMissing(ctx.db, newRow(ctx, 'allow', emailAddress));
}

/**
 * Puts an identifier on the allowlist and tells whoever has it where to sign up.
 *
 * @throws as {@link listIdentifier}; `form_conditional_param_value_disallowed` for what nobody can be written to
 */
export function allowAndNotify(ctx: RequestContext, identifier: string): Promise<ListedIdentifierRow> {
  return transaction(ctx, async (ctx) => {
    const row = await listIdentifier(ctx, 'allow', identifier);
    if (row.identifier_type === 'web3_wallet' || row.pattern.startsWith('*')) throw apiError('form_conditional_param_value_disallowed', { param: 'notify' });
    const link = displayConfig(ctx.instance, ctx.http.primaryUrl).sign_up_url;
    const channel = row.identifier_type === 'email_address' ? 'email' : 'sms';
    await emit(ctx, 'message.wanted', { channel, template: 'invitation', to: row.pattern, userId: null, variables: { link } });
    return row;
  });
}

/** @throws `resource_not_found` */
export async function unlistIdentifier(ctx: RequestContext, list: List, id: string): Promise<void> {
  const removed = await store.remove(ctx.db, ctx.instance.id, list, id);
  if (!removed) throw apiError('resource_not_found', { longMessage: 'There is no identifier with this id on the list.' });
}

function newRow(ctx: Context, list: List, identifier: string): ListedIdentifierRow {
  const at = now(ctx);
  const id = newId(ctx, list === 'allow' ? 'allowlist_identifier' : 'blocklist_identifier');
  return { instance_id: ctx.instance.id, id, list, identifier: identifier.trim(), ...readPattern(identifier), created_at: at, updated_at: at };
}
