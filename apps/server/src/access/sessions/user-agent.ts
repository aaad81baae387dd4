import bowser from 'bowser';
import { LRUCache } from 'lru-cache';
import type { SessionRow } from './tables.ts';

type Device = Readonly<Pick<SessionRow, 'browser_name' | 'browser_version' | 'device_type' | 'is_mobile'>>;

/** Longer ones than browsers have are not worth remembering. */
const LONGEST_REMEMBERED = 512;

/** Devices by their `User-Agent`: many browsers send the same one, and it takes some hundred patterns to read. */
const known = new LRUCache<string, Device>({ max: 1000 });

/** The device that a `User-Agent` header names, as far as it does. */
export function readUserAgent(userAgent: string): Device {
  let device = known.get(userAgent);
  if (!device) {
    device = read(userAgent);
    if (userAgent.length <= LONGEST_REMEMBERED) known.set(userAgent, device);
  }
  return device;
}

function read(userAgent: string): Device {
  const agent = userAgent === '' ? null : bowser.parse(userAgent);
  const kind = agent?.platform.type ?? null;
  return {
    browser_name: agent?.browser.name ?? null,
    browser_version: agent?.browser.version ?? null,
    device_type: agent?.os.name ?? agent?.platform.model ?? null,
    is_mobile: kind === 'mobile' || kind === 'tablet',
  };
}
