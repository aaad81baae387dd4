/** Calls whose types are only known once they are made: what ours come to stands in the place of the official result. */
import { createClerkClient as createOfficial } from '@clerk/backend';
import { createClerkClient as createOurs } from '@foyer/backend';

const official = createOfficial({});
const ours = createOurs({});
const request = new Request('http://localhost:3000');

type StatesOf<Call extends () => Promise<unknown>> = Awaited<ReturnType<Call>>;

/** Fails to compile unless ours fits. */
function inTheirPlace<Official extends () => Promise<unknown>>(_official: Official, _ours: () => Promise<StatesOf<Official>>): void {}

export function authenticateRequests(): void {
  inTheirPlace(() => official.authenticateRequest(request), () => ours.authenticateRequest(request));
  inTheirPlace(() => official.authenticateRequest(request, { acceptsToken: 'session_token' }), () => ours.authenticateRequest(request, { acceptsToken: 'session_token' }));
  inTheirPlace(() => official.authenticateRequest(request, { acceptsToken: 'api_key' }), () => ours.authenticateRequest(request, { acceptsToken: 'api_key' }));
  inTheirPlace(() => official.authenticateRequest(request, { acceptsToken: 'm2m_token' }), () => ours.authenticateRequest(request, { acceptsToken: 'm2m_token' }));
  inTheirPlace(() => official.authenticateRequest(request, { acceptsToken: 'oauth_token' }), () => ours.authenticateRequest(request, { acceptsToken: 'oauth_token' }));
  inTheirPlace(() => official.authenticateRequest(request, { acceptsToken: 'any' }), () => ours.authenticateRequest(request, { acceptsToken: 'any' }));
  inTheirPlace(
    () => official.authenticateRequest(request, { acceptsToken: ['session_token', 'api_key'] }),
    () => ours.authenticateRequest(request, { acceptsToken: ['session_token', 'api_key'] }),
  );
}
