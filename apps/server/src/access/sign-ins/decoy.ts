import { createHmac } from 'node:crypto';
import { createId } from '@foyer/protocol/ids';
import type { Context } from '../../platform/context.ts';
import { identifierKind } from '../../people/identifiers.ts';
import type { Contact, Identity } from '../strategies/index.ts';

/**
 * What anyone with this identifier would have to prove themselves with, whether there is such an
 * account or not. Under enumeration protection every sign-in shows this until the first factor is
 * proved, so that what is shown cannot depend on who exists. The same identifier always gives the same.
 */
export function decoyIdentity(ctx: Context, identifier: string): Identity {
  const { kind, value } = identifierKind(identifier);
  const hasPassword = ctx.instance.settings.attributes.password.enabled;
  const unproved = { hasPassword, hasTotp: false, hasBackupCodes: false, hasPasskey: ctx.instance.settings.attributes.passkey.enabled };
  if (kind === 'username') return { ...unproved, contacts: [], opening: [] };
  const contact = { kind, id: decoyId(ctx, kind, value), value, primary: true, forSecondFactor: false, defaultSecondFactor: false };
  return { ...unproved, contacts: [contact], opening: [contact] };
}

function decoyId(ctx: Context, kind: Contact['kind'], value: string): string {
  const bytes = createHmac('sha256', ctx.platform.vault.signingKey('decoy-identity')).update(`${ctx.instance.id}:${value}`).digest();
  return createId(kind, bytes, ctx.instance.createdAt.getTime());
}
