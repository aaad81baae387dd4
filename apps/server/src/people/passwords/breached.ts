import { createHash } from 'node:crypto';
import { SECOND } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';

/** Longer than this no one shall wait for a third party to sign up. */
const TIMEOUT = 2 * SECOND;
const PREFIX_LENGTH = 5;

/** Some 49,000 passwords that are in every list of breaches, by zxcvbn-ts, in lower case. Loaded when first needed. */
let common: Promise<ReadonlySet<string>> | undefined;

async function loadCommon(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].map(String));
}

/**
 * Whether a password is known from breaches: to the configured service, or else to the list of
 * common ones that is built in. When the service does not answer, the list decides: nobody is kept
 * out by that.
 */
export async function isBreached(ctx: Context, password: string): Promise<boolean> {
  const url = ctx.platform.config.breachedPasswordsUrl;
  if (url !== undefined) {
    try {
      return await isInRange(url, password);
    } catch (error) {
      ctx.log.warn({ err: error }, 'the service for breached passwords did not answer; the built-in list was used');
    }
  }
  common ??= loadCommon();
  return (await common).has(password.toLowerCase());
}

/**
 * Asks by k-anonymity: the service is told five hex digits of a SHA-1, and answers with the rest of
 * all it knows that begin so. Source: haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange
 */
async function isInRange(url: string, password: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
  const response = await fetch(`${url.replace(/\/$/, '')}/${hash.slice(0, PREFIX_LENGTH)}`, {
    // Padding hides in the length of the answer how many there are; such lines have a count of 0.
    headers: { 'add-padding': 'true', 'user-agent': 'Foyer' },
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (!response.ok) throw new Error(`The service for breached passwords answered ${response.status}.`);
  const found = new RegExp(`^${hash.slice(PREFIX_LENGTH)}:(\\d+)\\r?$`, 'm').exec(await response.text());
  return found !== null && Number(found[1]) > 0;
}
