import { PreparedVerification, type PreparedVerificationResource } from '@foyer/protocol/schemas/backend/verification';
import { AttemptVerificationParams } from '@foyer/protocol/schemas/requests/identifications';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { now, type Context } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { verificationStatus } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { attemptByServer, BY_EMAIL, BY_PHONE, prepareByServer } from './by-server.ts';

/** Verifying addresses and numbers from servers that have pages of their own. */
export function profileVerificationBackendRoutes(routes: BackendRoutes): void {
  const email = { tag: 'Email addresses', params: pathParams('email_address_id'), response: PreparedVerification };
  const phone = { tag: 'Phone numbers', params: pathParams('phone_number_id'), response: PreparedVerification };

  routes.post(
    '/v1/email_addresses/:email_address_id/prepare_verification',
    { ...email, summary: 'Send a code to an email address' },
    async (ctx, { params }) => resource(ctx, await prepareByServer(ctx, BY_EMAIL, params.email_address_id)),
  );

  routes.post(
    '/v1/email_addresses/:email_address_id/attempt_verification',
    { ...email, summary: 'Check a code that was sent to an email address', body: AttemptVerificationParams },
    async (ctx, { params, body }) => resource(ctx, await attemptByServer(ctx, BY_EMAIL, params.email_address_id, body)),
  );

  routes.post(
    '/v1/phone_numbers/:phone_number_id/prepare_verification',
    { ...phone, summary: 'Send a code to a phone number' },
    async (ctx, { params }) => resource(ctx, await prepareByServer(ctx, BY_PHONE, params.phone_number_id)),
  );

  routes.post(
    '/v1/phone_numbers/:phone_number_id/attempt_verification',
    { ...phone, summary: 'Check a code that was sent to a phone number', body: AttemptVerificationParams },
    async (ctx, { params, body }) => resource(ctx, await attemptByServer(ctx, BY_PHONE, params.phone_number_id, body)),
  );
}

function resource(ctx: Context, row: VerificationRow): PreparedVerificationResource {
  const status = verificationStatus(row, now(ctx));
  return {
    object: 'verification_otp',
    id: row.id,
    // Codes are never carried over to another kind of attempt.
    status: status === 'transferable' ? 'unverified' : status,
    strategy: row.strategy,
    attempts: row.attempts,
    expire_at: row.expires_at?.getTime() ?? null,
    ...(row.strategy === 'phone_code' ? { channel: row.channel } : {}),
  };
}
