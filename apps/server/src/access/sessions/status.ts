import type { SessionStatus } from '@foyer/protocol/statuses';
import { MINUTE } from '../../platform/clock.ts';
import type { Settings } from '../../instances/settings/schema.ts';
import type { SessionRow } from './tables.ts';

/** Something the person must do before the session becomes active. */
export interface SessionTask {
  key: string;
}

/** The facts of a session that decide its status. */
export type SessionFacts = Pick<
  SessionRow,
  'removed_at' | 'revoked_at' | 'ended_at' | 'replaced_at' | 'abandon_at' | 'expire_at' | 'last_active_at'
>;

/** The settings that decide how long sessions last. */
export type SessionRules = Pick<Settings['session'], 'inactivity_timeout_in_minutes'>;

/**
 * Status of a session at a moment. What someone did to it comes first, the latest deed above all:
 * an ended session can still be removed from its client. Then time: a session expires at the end of
 * its life or after too long without activity, and counts as abandoned when it stays so.
 *
 * @param tasks what the person still has to do; any makes a live session `pending`
 */
export function sessionStatus(facts: SessionFacts, now: Date, rules: SessionRules, tasks: readonly SessionTask[] = []): SessionStatus {
  if (facts.removed_at !== null) return 'removed';
  if (facts.revoked_at !== null) return 'revoked';
  if (facts.ended_at !== null) return 'ended';
  if (facts.replaced_at !== null) return 'replaced';
  if (facts.abandon_at <= now) return 'abandoned';
  if (sessionExpiry(facts, rules) <= now) return 'expired';
  return tasks.length > 0 ? 'pending' : 'active';
}

/** When a session expires if nobody uses it from now on. */
export function sessionExpiry(facts: Pick<SessionFacts, 'expire_at' | 'last_active_at'>, rules: SessionRules): Date {
  const inactivity = rules.inactivity_timeout_in_minutes * MINUTE;
  if (inactivity === 0) return facts.expire_at;
  return new Date(Math.min(facts.expire_at.getTime(), facts.last_active_at.getTime() + inactivity));
}

/** Whether a session signs its client in: `active` or `pending`. */
export function isLive(facts: SessionFacts, now: Date, rules: SessionRules): boolean {
  // Tasks left to do make no difference here.
  return sessionStatus(facts, now, rules) === 'active';
}
