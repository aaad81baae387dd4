import type { RequestContext } from '../../platform/http/facts.ts';
import { notifyUser } from '../../people/users/notify.ts';
import type { UserRow } from '../../people/users/tables.ts';
import { ownAddress } from '../authority/own-address.ts';
import { isNewClient } from '../clients/new-client.ts';
import { hadSession } from '../sessions/find.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { signOutToken } from './token.ts';

/** Where the link of the message leads. */
export const SIGN_OUT_PATH = '/v1/unauthorized_sign_in';

/**
 * Tells a person by email that somebody signed in to their account on a device that they never used
 * before, with a link that signs it out (guides/secure/best-practices/unauthorized-sign-in). The first
 * device of all is no news, and who acts as somebody else is not on that person's device.
 *
 * @param hasOthers whether they have been signed in on any other device before
 */
export async function tellOfNewDevice(ctx: RequestContext, user: UserRow, session: SessionRow, strategy: string, hasOthers: boolean): Promise<void> {
  if (session.actor !== null || !hasOthers) return;
  const about = { clientId: session.client_id, userId: user.id, except: session.id };
  if (!isNewClient(ctx, session.client_id) && (await hadSession(ctx, about))) return;
  const { support_email: support } = ctx.instance.settings.display;
  await notifyUser(ctx, user, 'new_device_sign_in', {
    device: deviceName(session),
    ip_address: session.ip_address ?? 'unknown',
    location: [session.city, session.country].filter((part) => part !== null).join(', ') || 'unknown',
    method: methodName(strategy),
    link: ownAddress(ctx, SIGN_OUT_PATH, { token: signOutToken(ctx, session.id) }),
    ...(support === null ? {} : { support_email: support }),
  });
}

/** `Chrome 142 on Linux`, as far as the browser tells. */
function deviceName({ browser_name: browser, browser_version: version, device_type: device, is_mobile: isMobile }: SessionRow): string {
  const program = browser === null ? null : [browser, version?.split('.', 1)[0]].filter(Boolean).join(' ');
  const system = [device, isMobile ? '(mobile)' : null].filter((part) => part !== null).join(' ');
  return [program, system === '' ? null : system].filter((part) => part !== null).join(' on ') || 'an unknown device';
}

/** A strategy in a person's words: `email code`, `google`. */
function methodName(strategy: string): string {
  return strategy.replace(/^(?:oauth|web3)_(?:custom_)?/, '').replaceAll('_', ' ');
}
