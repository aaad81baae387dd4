import { codeOf, fromBase32, stepAt } from '../../people/totp/algorithm.ts';
import { PASSWORD } from '../../people/testing/people.ts';
import { testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import type { FakeGoogle } from '../../testing/google.ts';
import type { Belongings } from './belongings.ts';
import type { Opening } from './places.ts';

/** What is given out at first and answered then. */
const ANSWERS_SOMETHING = /code$|link$|signature$|passkey|totp/;

interface World {
  test: TestInstance;
  google: FakeGoogle;
}

/** How it went: the answers to the preparation, where there is one, and to the proof. */
interface Outcome {
  proved: boolean;
  prepared: Answer | null;
  answer: Answer;
}

/** Proves something by a strategy, with all that somebody has. */
export async function prove({ test, google }: World, who: Belongings, opening: Opening, strategy: string): Promise<Outcome> {
  const prepared = ANSWERS_SOMETHING.test(strategy) ? await opening.prepare({ strategy, ...(strategy === 'email_link' ? { redirect_url: 'http://localhost:3000/verify' } : {}) }) : null;
  if (strategy === 'email_link' && prepared?.status === 200) return openLink(test, opening, prepared);
  const shown = prepared && verificationOf(prepared, strategy);
  const answer = await opening.attempt({ strategy, ...(await proofBy()) });
  return { proved: answer.status === 200 && isProved(answer, strategy), prepared, answer };

  async function proofBy(): Promise<Record<string, string>> {
    if (strategy.startsWith('web3')) return { signature: opening.wallet.sign(String(shown?.['message'] ?? '')) };
    switch (strategy) {
      case 'password':
        return { password: PASSWORD };
      case 'passkey':
        return { public_key_credential: shown?.['nonce'] ? opening.credential(String(shown['nonce'])) : '{}' };
      case 'totp':
        return { code: await nextCode(prepared?.body?.response?.secret ?? who.secret) };
      case 'backup_code':
        return { code: who.backupCodes.pop() ?? 'abcdefgh' };
      case 'ticket':
        return { ticket: await ticketFor(test, who, opening) };
      case 'google_one_tap':
        return { token: await google.token(opening.mailbox === who.email ? { sub: who.userId, email: who.email } : { sub: opening.mailbox, email: opening.mailbox }) };
      default:
        return { code: strategy.endsWith('phone_code') ? '424242' : sentTo(test, opening.mailbox) };
    }
  }
}

/** A verification as every answer shows it, wherever it is. */
function verificationOf({ body }: Answer, strategy: string): Record<string, unknown> | undefined {
  const resource = body?.response ?? {};
  const all = [resource.first_factor_verification, resource.second_factor_verification, resource.verification, ...Object.values(resource.verifications ?? {})];
  return all.find((one) => one?.strategy === strategy);
}

function isProved(answer: Answer, strategy: string): boolean {
  const { verified, status } = answer.body.response;
  return verified === true || verificationOf(answer, strategy)?.['status'] === 'verified' || (status === 'complete' && ['ticket', 'google_one_tap'].includes(strategy));
}

async function openLink(test: TestInstance, { mailbox, browser }: Opening, prepared: Answer): Promise<Outcome> {
  const message = (await testApp()).messages.get(`${test.instance.id}:${mailbox}`);
  const token = new URL(message?.variables['link'] ?? '').searchParams.get('token') ?? '';
  const answer = await browser.get('/v1/verify', { token });
  const status = new URL(String(answer.headers['location'])).searchParams.get('__clerk_status');
  return { proved: status === 'verified', prepared, answer };
}

/** The code in the newest message; some six digits, where nothing was sent. */
function sentTo(test: TestInstance, mailbox: string): string {
  try {
    return test.lastCode(mailbox);
  } catch {
    return '000000';
  }
}

/** A sign-in token for who is known, an invitation for who is not. */
async function ticketFor(test: TestInstance, who: Belongings, { mailbox }: Opening): Promise<string> {
  if (mailbox === who.email) return (await test.bapi('POST', '/v1/sign_in_tokens', { json: { user_id: who.userId } })).body.token;
  const { body } = await test.bapi('POST', '/v1/invitations', { json: { email_address: mailbox } });
  return new URL(body.url).searchParams.get('ticket') ?? '';
}

/** What an authenticator app will show next: a code that has not been used to set it up. */
async function nextCode(secret: string): Promise<string> {
  const bytes = fromBase32(secret);
  return bytes ? codeOf(bytes, stepAt((await testApp()).clock.now()) + 1) : '000000';
}
