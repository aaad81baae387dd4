import { codeOf, fromBase32, stepAt } from '../../people/totp/algorithm.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { testApp } from '../../testing/app.ts';

/** What an authenticator app with this secret shows at this moment. */
export async function shownBy(secret: string): Promise<string> {
  const bytes = fromBase32(secret);
  if (!bytes) throw new Error(`"${secret}" is not base32.`);
  return codeOf(bytes, stepAt((await testApp()).clock.now()));
}

/** Sets an authenticator app up for whoever is signed in. */
export async function addAuthenticatorApp(browser: Browser): Promise<{ secret: string; backupCodes: string[] }> {
  const { secret } = (await browser.post('/v1/me/totp')).body.response;
  const { body, text } = await browser.post('/v1/me/totp/attempt_verification', { code: await shownBy(secret) });
  if (!body.response?.verified) throw new Error(`The app was not set up: ${text}`);
  return { secret, backupCodes: body.response.backup_codes };
}

/** The reverification of the session that a browser speaks for. */
export function reverificationOf(browser: Browser) {
  const path = `/v1/client/sessions/${browser.sessionId}/verify`;
  return {
    start: (level: string): Promise<Answer> => browser.post(path, { level }),
    prepare: (factor: 'first' | 'second', form: Record<string, string> = {}): Promise<Answer> => browser.post(`${path}/prepare_${factor}_factor`, form),
    attempt: (factor: 'first' | 'second', form: Record<string, string>): Promise<Answer> => browser.post(`${path}/attempt_${factor}_factor`, form),
  };
}
