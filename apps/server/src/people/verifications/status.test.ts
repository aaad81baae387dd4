import { describe, expect, it } from 'vitest';
import { verificationStatus } from './status.ts';

const now = new Date('2025-11-23T12:00:00Z');
const past = new Date('2025-11-23T11:59:59Z');
const future = new Date('2025-11-23T12:00:01Z');

describe('status of a verification', () => {
  for (const verified_at of [null, past])
    for (const failed_at of [null, past])
      for (const expires_at of [null, past, now, future])
        for (const transferable of [false, true]) {
          const open = transferable ? 'transferable' : 'unverified';
          const expected = verified_at ? 'verified' : failed_at ? 'failed' : expires_at && expires_at <= now ? 'expired' : open;
          it(`${JSON.stringify({ verified_at, failed_at, expires_at, transferable })} → ${expected}`, () => {
            expect(verificationStatus({ verified_at, failed_at, expires_at, transferable }, now)).toBe(expected);
          });
        }
});
