import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const TYPES: Record<string, string> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.map': 'application/json' };

/** A version range or tag may mean another file tomorrow; an exact version and a hashed chunk never do. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const REVALIDATED = 'public, max-age=300, stale-while-revalidate=86400';
const SAFE_NAME = /^(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_.-]+\.(?:js|css|map)$/;

interface Served {
  plain: Buffer;
  gzip: Buffer;
  brotli: Buffer;
  etag: string;
}

/**
 * Serves the browser script and its chunks at the paths from which the official framework SDKs load
 * theirs (protocol §1), for whatever version they name, and at our own package's name.
 *
 * @param folder built files; see `scripts/build-browser.mjs`
 */
export function scriptRoutes(app: FastifyInstance, folder: URL): void {
  const served = new Map<string, Promise<Served | null>>();

  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const { '*': name } = request.params as { '*': string };
    const file = SAFE_NAME.test(name) ? await remembered(served, folder, canonicalName(name)) : null;
    if (!file) throw apiError('resource_not_found');
    const hashed = /-[A-Z0-9]{8}\.(js|css)(\.map)?$/.test(name);
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('timing-allow-origin', '*');
    reply.header('cache-control', hashed ? IMMUTABLE : REVALIDATED).header('etag', file.etag).header('vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
    reply.header('content-type', TYPES[extname(name)] ?? 'application/octet-stream').header('x-content-type-options', 'nosniff');
    const accepted = request.headers['accept-encoding'] ?? '';
    if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.brotli);
    if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip);
    return reply.send(file.plain);
  };

  for (const name of ['@clerk/clerk-js', '@foyer/js']) {
    const [scope, bare] = name.split('/');
    app.get(`/npm/${scope}/${bare}@:version/dist/*`, handler);
  }
}

/** The variants of the official script (headless, legacy, …) are one script here. */
function canonicalName(name: string): string {
  return name.replace(/^clerk(?:\.[a-z]+)*\.(?:browser|headless)\.js(\.map)?$/, 'clerk.browser.js$1').replace(/^clerk\.js$/, 'clerk.browser.js');
}

function remembered(served: Map<string, Promise<Served | null>>, folder: URL, name: string): Promise<Served | null> {
  let file = served.get(name);
  if (!file) {
    file = read(folder, name);
    served.set(name, file);
    // A file that is not there now may be built in a moment.
    void file.then((found) => found ?? served.delete(name));
  }
  return file;
}

async function read(folder: URL, name: string): Promise<Served | null> {
  const path = fileURLToPath(new URL(name, folder));
  const plain = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return null;
    throw error;
  });
  if (!plain) return null;
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { plain, gzip: gzipSync(plain, { level: 9 }), brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }), etag };
}
