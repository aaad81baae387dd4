import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server got it; `form` holds a form body's fields. */
export interface RecordedRequest {
  verb: string;
  path: string;
  search: URLSearchParams;
  form: Record<string, string>;
  headers: IncomingMessage['headers'];
}

export interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Answers by `<VERB> <path after /v1>`, e.g. `PATCH /me`; `_method` counts as the verb. */
export type Answers = Record<string, Answer | ((request: RecordedRequest) => Answer)>;

/** A real HTTP server on a free port that plays the Frontend API and remembers what it was asked. */
export async function startFapiServer(answers: Answers) {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    outgoing.setHeader('access-control-allow-origin', incoming.headers.origin ?? '*');
    outgoing.setHeader('access-control-allow-credentials', 'true');
    outgoing.setHeader('access-control-allow-headers', 'content-type');
    outgoing.setHeader('access-control-expose-headers', 'Authorization, Clerk-Db-Jwt, X-Country');
    if (incoming.method === 'OPTIONS') return void outgoing.end();
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const request: RecordedRequest = {
      verb: url.searchParams.get('_method') ?? incoming.method ?? 'GET',
      path: url.pathname.replace(/^\/v1/, ''),
      search: url.searchParams,
      form: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
      headers: incoming.headers,
    };
    requests.push(request);
    const found = answers[`${request.verb} ${request.path}`];
    const missing: Answer = { status: 404, body: { errors: [{ code: 'not_found', message: `no ${request.verb} ${request.path}` }] } };
    const answer = typeof found === 'function' ? found(request) : (found ?? missing);
    outgoing.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    outgoing.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
