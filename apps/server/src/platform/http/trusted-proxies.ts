import { BlockList, isIP } from 'node:net';
import { LRUCache } from 'lru-cache';
import { ConfigError } from '../config.ts';

/** Ranges that can be called by a name instead of their addresses. */
const NAMED_RANGES: Record<string, readonly string[]> = {
  loopback: ['127.0.0.1/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Addresses whose answer is remembered: each request asks for a few, and they are nearly always the same. */
const REMEMBERED = 1000;

/**
 * Whether what a peer says in `X-Forwarded-*` is believed.
 *
 * @param ranges comma-separated addresses, ranges (`10.0.0.0/8`) and names (`loopback`, `linklocal`, `uniquelocal`)
 * @throws ConfigError naming the entry that is neither
 */
export function trustedProxies(ranges: string): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const entry of ranges.split(',').map((part) => part.trim()).filter((part) => part !== '')) {
    for (const range of NAMED_RANGES[entry] ?? [entry]) addRange(list, range);
  }
  const answers = new LRUCache<string, boolean>({ max: REMEMBERED });
  return (address = '') => {
    let trusted = answers.get(address);
    if (trusted === undefined) {
      const family = isIP(address);
      trusted = family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
      answers.set(address, trusted);
    }
    return trusted;
  };
}

function addRange(list: BlockList, range: string): void {
  const [address = '', bits] = range.split('/', 2);
  const family = isIP(address);
  const longest = family === 6 ? 128 : 32;
  const prefix = bits === undefined ? longest : /^\d+$/.test(bits) ? Number(bits) : NaN;
  if (family === 0 || !(prefix > 0 && prefix <= longest)) {
    throw new ConfigError(`FOYER_TRUSTED_PROXIES: "${range}" is no address or range. Write, for example, loopback or 10.0.0.0/8, separated by commas.`);
  }
  list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4');
}
