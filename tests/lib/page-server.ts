import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css' };

export interface PageServer {
  origin: string;
  stop(): Promise<void>;
}

interface Site {
  /** What every address that is no file shows. */
  html: string;
  /** Folders by the first part of the address. */
  folders?: Record<string, string>;
  /** Files made on the spot, by address. */
  files?: Record<string, string>;
}

/** A web site on localhost: one page, and the files it loads. On a port of its own unless told which. */
export async function servePage({ html, folders = {}, files = {} }: Site, port = 0): Promise<PageServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [, first = '', ...rest] = pathname.split('/');
    const made = files[pathname];
    const folder = folders[first];
    if (made === undefined && folder === undefined) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    const body = made ?? (await readFile(join(folder ?? '', ...rest)).catch(() => null));
    if (body === null) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream' }).end(body);
  });
  return listening(server, port);
}

/** Has a server listen on localhost, on a port of its own unless told which. */
export async function listening(server: Server, port = 0): Promise<PageServer> {
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
