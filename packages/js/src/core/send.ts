import { ClerkAPIResponseError } from './errors.ts';
import type { FapiCall, FapiClient, FapiPayload } from './fapi.ts';

/** What the sender needs from the Clerk object. */
export interface SendHooks {
  /** The client as the answer brings it; it replaces the one in memory. */
  onClient(client: object): void;
  /** A 401: perhaps this session has ended elsewhere. Runs before the error reaches the caller. */
  onUnauthorized(error: ClerkAPIResponseError): Promise<void>;
  /** The server wants to know that a person is there; then the call is made again. */
  onCaptchaWanted(): Promise<void>;
}

export interface Call extends FapiCall {
  /** Whether the client that comes along with a read is taken over; with a mutation it always is. */
  takesClient?: boolean;
}

export type Send = (call: Call) => Promise<unknown>;

/** How often the same call is answered with a wish for the security check before that counts as a refusal. */
const CAPTCHA_ROUNDS = 3;

/**
 * Makes the function through which resources talk to the Frontend API: it opens the envelope, hands the client
 * that travels along to the Clerk object, and throws what the server refused as `ClerkAPIResponseError`.
 */
export function createSend(fapi: FapiClient, hooks: SendHooks): Send {
  const send = async (call: Call, round: number): Promise<unknown> => {
    const response = await fapi.request(call);
    const { payload, status } = response;
    const isRead = (call.method ?? 'GET') === 'GET';
    const client = payload?.client ?? payload?.meta?.client;
    // A read that races a mutation may carry an older client, so reads say when they want it.
    if (isObject(client) && (!isRead || call.takesClient)) hooks.onClient(client);
    if (response.ok) return payload && 'response' in payload ? payload.response : payload;

    const error = toResponseError(response, payload);
    if (status !== 401) throw error;
    if (!error.errors.some(({ code }) => code === 'requires_captcha')) await hooks.onUnauthorized(error);
    else if (round < CAPTCHA_ROUNDS) {
      await hooks.onCaptchaWanted();
      return send(call, round + 1);
    }
    throw error;
  };
  return (call) => send(call, 0);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function toResponseError(response: Response, payload: FapiPayload | null): ClerkAPIResponseError {
  const errors = payload?.errors ?? [];
  const [first] = errors;
  const message = first?.long_message ?? first?.message ?? `The server answered with HTTP ${response.status}.`;
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return new ClerkAPIResponseError(message, {
    data: errors,
    status: response.status,
    clerkTraceId: payload?.clerk_trace_id,
    retryAfter: Number.isNaN(seconds) ? undefined : seconds,
  });
}
