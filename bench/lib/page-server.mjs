import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css' };

/**
 * A web site whose files travel as gzip: `/<name>/…` is a folder, everything else the page.
 * @param {{ html: string, folders: Record<string, string> }} site
 * @returns {Promise<{ origin: string, sent(): number, stop(): Promise<void> }>} `sent` says how many bytes of files went out since it was last asked
 */
export async function servePage({ html, folders }) {
  const packed = new Map();
  let sent = 0;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const [, first, ...rest] = pathname.split('/');
    if (!folders[first]) return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    try {
      const body = packed.get(pathname) ?? gzipSync(await readFile(join(folders[first], ...rest)), { level: 9 });
      packed.set(pathname, body);
      sent += body.length;
      response.writeHead(200, { 'content-type': TYPES[extname(pathname)] ?? 'application/octet-stream', 'content-encoding': 'gzip', 'content-length': body.length }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    sent() {
      const bytes = sent;
      sent = 0;
      return bytes;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
