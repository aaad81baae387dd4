import { apiError } from '@foyer/protocol/errors';
import type { CreateInvitationParams } from '@foyer/protocol/schemas/requests/invitations';
import { signJwt } from '../../instances/keys/signing-keys.ts';
import { requireUrl } from '../../instances/redirect-urls/service.ts';
import { after, DAY, toSeconds } from '../../platform/clock.ts';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { hashSecret } from '../../platform/crypto.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { requireEmailAddress } from '../../people/identifiers.ts';
import { requireMetadata } from '../../people/metadata/check.ts';
import { findByIdentifier } from '../../people/users/service.ts';
import * as store from './store.ts';
import type { InvitationRow } from './tables.ts';

/** Days that an invitation is good for. Source: users/inviting. */
const DEFAULT_DAYS = 30;

/** A new invitation with its link, which is readable only now. */
export interface NewInvitation {
  row: InvitationRow;
  url: string;
}

/**
 * Invites an email address, and writes to it unless told not to.
 *
 * @throws ApiError `form_param_format_invalid`, `form_identifier_exists` when there is an account with the address,
 *   `duplicate_record` when it is invited already, the errors of a redirect URL and of metadata
 */
export function createInvitation(ctx: RequestContext, params: CreateInvitationParams): Promise<NewInvitation> {
  return transaction(ctx, async (ctx) => {
    const emailAddress = requireEmailAddress(params.email_address);
    if (!params.ignore_existing) await refuseExisting(ctx, emailAddress);
    const at = now(ctx);
    const id = newId(ctx, 'invitation');
    const expiresAt = after(at, (params.expires_in_days ?? DEFAULT_DAYS) * DAY);
    const token = await signJwt(ctx, { iid: ctx.instance.id, sid: id, st: 'invitation', iat: toSeconds(at), exp: toSeconds(expiresAt) });
    const row = await store.insert(ctx.db, {
      instance_id: ctx.instance.id,
      id,
      email_address: emailAddress,
      public_metadata: requireMetadata('public_metadata', params.public_metadata ?? {}),
      redirect_url: params.redirect_url ? requireUrl(ctx, params.redirect_url, 'redirect_url') : null,
      token_hash: hashSecret(token),
      expires_at: expiresAt,
      accepted_at: null,
      revoked_at: null,
      created_at: at,
      updated_at: at,
    });
    const url = `${ctx.http.baseUrl}/v1/tickets/accept?ticket=${token}`;
    if (params.notify ?? true) await send(ctx, row, params.template_slug ?? 'invitation', url);
    return { row, url };
  });
}

/**
 * Invites several addresses, or none when one of them cannot be.
 *
 * @throws as {@link createInvitation}
 */
export function createInvitations(ctx: RequestContext, list: readonly CreateInvitationParams[]): Promise<NewInvitation[]> {
  return transaction(ctx, async (ctx) => {
    const created: NewInvitation[] = [];
    for (const params of list) {
      // In bulk, people who have an account are never invited (bapi/CreateBulkInvitations).
      await refuseAccount(ctx, requireEmailAddress(params.email_address));
      created.push(await createInvitation(ctx, params));
    }
    return created;
  });
}

async function refuseExisting(ctx: Context, emailAddress: string): Promise<void> {
  await refuseAccount(ctx, emailAddress);
  if (await store.hasPending(ctx.db, ctx.instance.id, emailAddress, now(ctx))) {
    throw apiError('duplicate_record', { longMessage: 'This email address has been invited already. Revoke that invitation first.', meta: { email_addresses: [emailAddress] } });
  }
}

async function refuseAccount(ctx: Context, emailAddress: string): Promise<void> {
  if (await findByIdentifier(ctx, { kind: 'email_address', value: emailAddress })) throw apiError('form_identifier_exists', { param: 'email_address' });
}

function send(ctx: Context, { email_address: to }: InvitationRow, template: 'invitation' | 'waitlist_invitation', link: string): Promise<void> {
  return emit(ctx, 'message.wanted', { channel: 'email', template, to, userId: null, variables: { link } });
}
