import { createServer as createHttpServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';

/** The internet as a browser sees it through a proxy: every host over TLS, and where each of them really is. */
export interface TlsFront {
  /** For Playwright: with it, and certificates ignored, all hosts below are reached. */
  proxy: { server: string };
  stop(): Promise<void>;
}

/**
 * Shows local servers under host names of their own, over TLS, as a load balancer in front of them
 * would: it ends the encryption and says so in `X-Forwarded-Proto`.
 * @param targets origin of the local server behind each host name; other hosts cannot be reached
 */
export async function startTlsFront(targets: Record<string, string>): Promise<TlsFront> {
  const { private: key, cert } = generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
  const balancer = createHttpsServer({ key, cert }, (request, response) => forward(request, response, targets));
  const balancerPort = await listen(balancer);

  const tunnels = new Set<Duplex>();
  const proxy = createHttpServer((_request, response) => void response.writeHead(502).end());
  proxy.on('connect', (request: IncomingMessage, client) => {
    const [host = ''] = (request.url ?? '').split(':');
    if (!(host in targets)) return void client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const server = connect(balancerPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    for (const [end, other] of [[server, client], [client, server]] as const) {
      tunnels.add(end);
      // A browser that closes midway is no news.
      end.on('error', () => other.destroy()).on('close', () => tunnels.delete(end));
    }
  });
  const port = await listen(proxy);

  return {
    proxy: { server: `http://127.0.0.1:${port}` },
    async stop() {
      for (const end of tunnels) end.destroy();
      for (const server of [proxy, balancer]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

function forward(request: IncomingMessage, response: ServerResponse, targets: Record<string, string>): void {
  const target = targets[request.headers.host ?? ''];
  if (!target) return void response.writeHead(502).end();
  const { hostname, port } = new URL(target);
  const headers = { ...request.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': request.socket.remoteAddress };
  const inner = httpRequest({ hostname, port, method: request.method, path: request.url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  inner.on('error', () => response.destroy());
  request.pipe(inner);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
