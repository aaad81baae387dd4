import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../platform/clock.ts';
import { isLive, sessionExpiry, sessionStatus, type SessionFacts } from './status.ts';

const START = new Date('2026-01-01T00:00:00Z');
const at = (ms: number) => new Date(START.getTime() + ms);
const FOREVER = { inactivity_timeout_in_minutes: 0 };

const fresh: SessionFacts = {
  removed_at: null,
  revoked_at: null,
  ended_at: null,
  replaced_at: null,
  last_active_at: START,
  expire_at: at(7 * DAY),
  abandon_at: at(37 * DAY),
};

describe('sessionStatus', () => {
  it.each([
    ['active', {}, HOUR, {}],
    ['active', {}, 7 * DAY - 1, {}],
    ['expired', {}, 7 * DAY, {}],
    ['expired', {}, 37 * DAY - 1, {}],
    ['abandoned', {}, 37 * DAY, {}],
    ['active', {}, 30 * MINUTE - 1, { timeout: 30 }],
    ['expired', {}, 30 * MINUTE, { timeout: 30 }],
    ['active', { last_active_at: at(20 * MINUTE) }, 40 * MINUTE, { timeout: 30 }],
    ['expired', { last_active_at: at(7 * DAY - 1) }, 7 * DAY, { timeout: 30 }],
    ['pending', {}, HOUR, { tasks: [{ key: 'choose-organization' }] }],
    ['expired', {}, 8 * DAY, { tasks: [{ key: 'choose-organization' }] }],
    ['ended', { ended_at: at(HOUR) }, 2 * HOUR, {}],
    ['ended', { ended_at: at(HOUR) }, 90 * DAY, {}],
    ['ended', { ended_at: at(HOUR) }, 2 * HOUR, { tasks: [{ key: 'choose-organization' }] }],
    ['replaced', { replaced_at: at(HOUR) }, 2 * HOUR, {}],
    ['revoked', { revoked_at: at(HOUR) }, 2 * HOUR, {}],
    ['removed', { removed_at: at(HOUR) }, 2 * HOUR, {}],
    ['removed', { removed_at: at(HOUR), ended_at: at(HOUR), revoked_at: at(HOUR), replaced_at: at(HOUR) }, 90 * DAY, {}],
    ['revoked', { revoked_at: at(HOUR), ended_at: at(HOUR) }, 2 * HOUR, {}],
    ['ended', { ended_at: at(HOUR), replaced_at: at(HOUR) }, 2 * HOUR, {}],
  ] as const)('%s: %o after %i ms', (expected, facts, elapsed, { timeout = 0, tasks = [] }: { timeout?: number; tasks?: readonly { key: string }[] }) => {
    expect(sessionStatus({ ...fresh, ...facts }, at(elapsed), { inactivity_timeout_in_minutes: timeout }, tasks)).toBe(expected);
  });

  it('a session with a task to do signs its client in', () => {
    expect(isLive(fresh, at(HOUR), FOREVER)).toBe(true);
    expect(isLive({ ...fresh, ended_at: at(1) }, at(HOUR), FOREVER)).toBe(false);
  });
});

describe('sessionExpiry', () => {
  it('is the end of its life, or the end of patience if that comes first', () => {
    expect(sessionExpiry(fresh, FOREVER)).toEqual(at(7 * DAY));
    expect(sessionExpiry(fresh, { inactivity_timeout_in_minutes: 60 })).toEqual(at(HOUR));
    expect(sessionExpiry({ ...fresh, last_active_at: at(7 * DAY - 1) }, { inactivity_timeout_in_minutes: 60 })).toEqual(at(7 * DAY));
  });
});
