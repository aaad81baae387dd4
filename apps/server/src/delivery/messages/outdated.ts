import { after } from '../../platform/clock.ts';
import type { MessageWanted } from '../../people/verifications/events.ts';
import { CHALLENGE_TTL } from '../../people/verifications/service.ts';
import type { MessageRow } from './tables.ts';

/** What is noted of a message that came too late to be of use. */
export const OUTDATED = 'Not sent: it could not be delivered before its code or link expired.';

const EXPIRING: ReadonlySet<string> = new Set<MessageWanted['template']>(['verification_code', 'reset_password_code', 'verification_link']);

/**
 * Whether what a message is about has expired while it waited for a mail server that was out of order:
 * a burst of dead codes is worse than none.
 */
export function isOutdated({ template, created_at: createdAt }: Pick<MessageRow, 'template' | 'created_at'>, now: Date): boolean {
  return EXPIRING.has(template) && after(createdAt, CHALLENGE_TTL) <= now;
}
