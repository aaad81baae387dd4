import { apiError } from '@foyer/protocol/errors';
import { now, transaction, type Context } from '../../platform/context.ts';
import type { ContactKind, ContactRow } from '../../people/contacts.ts';
import { emailAddresses } from '../../people/email-addresses/service.ts';
import type { EmailAddressRow } from '../../people/email-addresses/tables.ts';
import { phoneNumbers } from '../../people/phone-numbers/service.ts';
import type { PhoneNumberRow } from '../../people/phone-numbers/tables.ts';
import { getContact, loadUser, verifyContact } from '../../people/users/service.ts';
import { checkCode, find, verificationStatus } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { sendCode } from '../strategies/by-code.ts';

/** Contacts that codes can be sent to, and how. */
interface Way<Row extends ContactRow> {
  kind: ContactKind<Row>;
  strategy: 'email_code' | 'phone_code';
}

export const BY_EMAIL: Way<EmailAddressRow> = { kind: emailAddresses, strategy: 'email_code' };
export const BY_PHONE: Way<PhoneNumberRow> = { kind: phoneNumbers, strategy: 'phone_code' };

/**
 * Sends a code to a contact for a server, which asks its owner for it on pages of its own. The code stands
 * by itself: what the contact's owner is proving in a browser is left alone, and it may be proved already.
 *
 * @throws ApiError `resource_not_found`, `verification_code_rate_limit_exceeded`
 */
export function prepareByServer<Row extends ContactRow>(ctx: Context, { kind, strategy }: Way<Row>, id: string): Promise<VerificationRow> {
  return transaction(ctx, async (ctx) => {
    const row = await getContact(ctx, kind, id);
    const subject = {
      person: await loadUser(ctx, row.user_id),
      contact: { kind: kind.name, id, value: kind.value(row), primary: false, forSecondFactor: false, defaultSecondFactor: false },
      verification: null,
      clientId: null,
      decoy: false,
    };
    return sendCode(ctx, subject, {}, { strategy, template: 'verification_code' });
  });
}

/**
 * Checks a code that a server sent. A guess that is wrong or late is no error: the verification says so.
 * The right one also proves the contact, if nothing did before.
 *
 * @throws ApiError `resource_not_found`, `verification_already_verified`, `identification_claimed` when
 *   somebody else proved the contact first
 */
export async function attemptByServer<Row extends ContactRow>(
  ctx: Context,
  way: Way<Row>,
  id: string,
  { verification_id: verificationId, code }: { verification_id: string; code: string },
): Promise<VerificationRow> {
  const { kind } = way;
  return transaction(ctx, async (ctx) => {
    const row = await getContact(ctx, kind, id);
    await requireOwn(ctx, way, row, verificationId);
    const outcome = await checkCode(ctx, verificationId, code, { target: kind.value(row) });
    if (!('refusal' in outcome)) {
      if (row.verified_at === null) await verifyContact(ctx, kind, id, verificationId);
      return outcome.verification;
    }
    const verification = await requireOwn(ctx, way, row, verificationId);
    if (verificationStatus(verification, now(ctx)) === 'verified') throw outcome.refusal;
    return verification;
  });
}

/** A verification of this contact that a server began: codes that browsers asked for are theirs to use. */
async function requireOwn<Row extends ContactRow>(ctx: Context, { kind, strategy }: Way<Row>, row: Row, verificationId: string): Promise<VerificationRow> {
  const found = await find(ctx, verificationId);
  if (found && found.client_id === null && found.strategy === strategy && found.target === kind.value(row)) return found;
  throw apiError('resource_not_found', { param: 'verification_id', longMessage: 'There is no such verification. Send the id that prepare_verification answered.' });
}
