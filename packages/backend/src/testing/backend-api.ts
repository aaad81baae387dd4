/** A Backend API that answers as a test says, in place of the network. */
import { vi } from 'vitest';

export interface RecordedCall {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

export type Answer = Response | object;

/** Replaces `fetch`; `respond` gets each call and returns JSON (status 200) or a Response. Undo with `vi.unstubAllGlobals()`. */
export function stubBackendApi(respond: (call: RecordedCall) => Answer): RecordedCall[] {
  const calls: RecordedCall[] = [];
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input);
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : init.body;
    const call = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(init.headers),
      body,
    };
    calls.push(call);
    const answer = respond(call);
    return answer instanceof Response ? answer : Response.json(answer);
  });
  return calls;
}

/** An error answer as the Backend API gives it. */
export function errorAnswer(status: number, code: string, headers: Record<string, string> = {}): Response {
  const error = { code, message: `message of ${code}`, long_message: `long message of ${code}`, meta: { param_name: 'user_id' } };
  return Response.json({ errors: [error], clerk_trace_id: 'trace_1' }, { status, headers });
}
