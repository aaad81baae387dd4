import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { publicKeys } from '../keys/signing-keys.ts';

/** How long a proxy may keep us waiting, in milliseconds. */
const TIMEOUT = 5000;
/** Longest answer that is read, in bytes: the keys of an instance are much shorter. */
const MAX_ANSWER = 65_536;

/**
 * Checks the form of a proxy's address.
 *
 * @throws `form_param_format_invalid`, `insecure_url`
 */
export function requireProxyUrl({ instance }: Context, text: string): string {
  const param = 'proxy_url';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw apiError('form_param_format_invalid', { param });
  }
  if (url.protocol === 'http:' && instance.environmentType === 'production') throw apiError('insecure_url', { param });
  return url.href.replace(/\/+$/, '');
}

/**
 * Whether a proxy leads to the Frontend API of this instance: it must show the keys that only this
 * instance has. Every failure looks the same, so that nothing can be learnt of what else is there.
 */
export async function reachesFrontendApi(ctx: Context, proxyUrl: string): Promise<boolean> {
  const own = new Set((await publicKeys(ctx)).map((key) => key.n));
  try {
    const response = await fetch(`${proxyUrl}/.well-known/jwks.json`, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MAX_ANSWER) return false;
    const shown = moduliIn(JSON.parse(await readShort(response)));
    return shown.length > 0 && shown.every((modulus) => own.has(modulus));
  } catch (error) {
    ctx.log.info({ err: error, proxyUrl }, 'a proxy does not lead here');
    return false;
  }
}

async function readShort(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_ANSWER) throw new Error(`The answer is longer than ${MAX_ANSWER} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function moduliIn(jwks: unknown): string[] {
  const { keys } = (typeof jwks === 'object' && jwks !== null ? jwks : {}) as { keys?: unknown };
  return Array.isArray(keys) ? keys.map((key: { n?: unknown } | null) => String(key?.n)) : [];
}
