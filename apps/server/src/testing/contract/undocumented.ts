import type { ApiName } from '@foyer/protocol/testing/spec';

/** Operations that SDKs use and the official documents leave out (protocol §6, §7, §17, §21). */
export const UNDOCUMENTED: Record<ApiName, readonly string[]> = {
  fapi: [
    'GET /v1/client/touch',
    'POST /v1/client/verify',
    'GET /v1/captcha/challenge',
    'GET /v1/captcha/widget.js',
    'PATCH /v1/client/sign_ups',
    'GET /v1/client/sign_ups/{sign_up_id}/enterprise_connections',
    'GET /v1/verify',
    'GET /v1/tickets/accept',
    'GET /v1/unauthorized_sign_in',
  ],
  bapi: [
    'GET /clients/handshake_payload',
    'POST /accountless_applications',
    'POST /accountless_applications/complete',
    'GET /health',
  ],
};
