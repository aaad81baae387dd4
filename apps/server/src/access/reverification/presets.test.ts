import { checkAuthorization, type ReverificationPreset } from '@foyer/protocol/authorization';
import type { FactorVerificationAge } from '@foyer/protocol/claims';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../platform/clock.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Browser } from '../../testing/browser.ts';
import { addAuthenticatorApp, reverificationOf, shownBy } from '../testing/reverification.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const PRESETS: readonly ReverificationPreset[] = ['strict_mfa', 'strict', 'moderate', 'lax'];

/** The presets that `has({ reverification })` of a server answers with yes, for the session token of this moment. */
async function satisfied(browser: Browser): Promise<ReverificationPreset[]> {
  const { jwt } = (await browser.post(`/v1/client/sessions/${browser.sessionId}/tokens`)).body;
  const { sub, fva } = decodeJwt<{ fva: FactorVerificationAge }>(jwt);
  const facts = { userId: sub ?? null, factorVerificationAge: fva, features: undefined, plans: undefined };
  return PRESETS.filter((reverification) => checkAuthorization(facts, { reverification }));
}

describe('what a server’s has() says of a session', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { authenticator_app: { enabled: true } } } });
  });

  it('follows the age of the only factor', async () => {
    const { browser } = await signedIn(test);
    const { start, attempt } = reverificationOf(browser);
    await start('second_factor');
    await attempt('first', { strategy: 'password', password: PASSWORD });
    expect(await satisfied(browser)).toEqual(['strict_mfa', 'strict', 'moderate', 'lax']);
    await advance(9 * MINUTE);
    expect(await satisfied(browser)).toContain('strict');
    await advance(2 * MINUTE);
    expect(await satisfied(browser)).toEqual(['moderate', 'lax']);
    await advance(50 * MINUTE);
    expect(await satisfied(browser)).toEqual(['lax']);
    await advance(24 * 60 * MINUTE);
    expect(await satisfied(browser)).toEqual([]);
  });

  it.each([
    ['first_factor', [], ['first']],
    ['second_factor', ['strict', 'moderate', 'lax'], ['second']],
    ['multi_factor', ['strict_mfa', 'strict', 'moderate', 'lax'], ['first', 'second']],
  ] as const)('after the level %s: %j', async (level, presets, factors) => {
    const { browser } = await signedIn(test);
    const { secret } = await addAuthenticatorApp(browser);
    await advance(2 * 24 * 60 * MINUTE + 30 * SECOND);
    expect(await satisfied(browser)).toEqual([]);
    const { start, attempt } = reverificationOf(browser);
    await start(level);
    for (const factor of factors) {
      const proof: Record<string, string> = factor === 'first' ? { strategy: 'password', password: PASSWORD } : { strategy: 'totp', code: await shownBy(secret) };
      expect((await attempt(factor, proof)).status).toBe(200);
    }
    expect(await satisfied(browser)).toEqual(presets);
  });
});
