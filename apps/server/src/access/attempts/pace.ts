import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';

/** Longer than looking someone up, putting a message into the outbox or checking a password take; milliseconds. */
const PACE_MS = 200;

/**
 * Under enumeration protection: answers no sooner than after a fixed time, whether there was someone
 * to send a message to or not, and whatever system their password was hashed by.
 */
export async function evenly<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  if (!ctx.instance.settings.attack_protection.enumeration_protection) return work();
  const [result] = await Promise.allSettled([work(), sleep(PACE_MS)]);
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
