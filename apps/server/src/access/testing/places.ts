import { PASSWORD, signInAgain } from '../../people/testing/people.ts';
import type { TestInstance } from '../../testing/app.ts';
import { SoftwareAuthenticator } from '../../testing/authenticator.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { SoftwareWallet } from '../../testing/wallet.ts';
import { newMailbox, newNumber, type Belongings } from './belongings.ts';
import { reverificationOf } from './reverification.ts';

type Form = Record<string, string>;

/** Something that waits for a proof. */
export interface Opening {
  browser: Browser;
  /** Where links for this proof go. */
  mailbox: string;
  wallet: SoftwareWallet;
  /** Answers the challenge of a passkey. */
  credential(nonce: string): string;
  prepare(form: Form): Promise<Answer>;
  attempt(form: Form): Promise<Answer>;
}

/** Where somebody may be asked who they are: opens it for a proof by a strategy. */
export type Place = (test: TestInstance, who: Belongings, strategy: string) => Promise<Opening>;

/** These proofs say themselves whose they are: they come first of all, and need no preparation. */
const NAMES_SOMEBODY = new Set(['ticket', 'google_one_tap']);

const carriedBy = ({ email, wallet, device }: Belongings) => ({ mailbox: email, wallet, credential: (nonce: string) => device.get(nonce) });

const signIn =
  (begin: (who: Belongings) => Form, factor: 'first' | 'second'): Place =>
  async (test, who, strategy) => {
    const browser = test.browser();
    if (factor === 'first' && NAMES_SOMEBODY.has(strategy)) return { browser, ...carriedBy(who), ...atOnce(browser, '/v1/client/sign_ins') };
    const { id } = (await browser.post('/v1/client/sign_ins', begin(who))).body.response;
    const path = `/v1/client/sign_ins/${id}`;
    return {
      browser,
      ...carriedBy(who),
      prepare: (form) => browser.post(`${path}/prepare_${factor}_factor`, form),
      attempt: (form) => browser.post(`${path}/attempt_${factor}_factor`, form),
    };
  };

const reverification =
  (level: string, factor: 'first' | 'second'): Place =>
  async (test, who) => {
    const browser = await signInAgain(test, who.userId);
    const { start, prepare, attempt } = reverificationOf(browser);
    await start(level);
    return { browser, ...carriedBy(who), prepare: (form) => prepare(factor, form), attempt: (form) => attempt(factor, form) };
  };

/** What a newcomer brings along: nothing yet that is anybody's. */
const newBelongings = () => ({ mailbox: newMailbox(), wallet: new SoftwareWallet(), credential: (nonce: string) => new SoftwareAuthenticator().create(nonce) });

const signUp: Place = async (test, _who, strategy) => {
  const browser = test.browser();
  const own = newBelongings();
  if (NAMES_SOMEBODY.has(strategy)) return { browser, ...own, ...atOnce(browser, '/v1/client/sign_ups') };
  const { id } = (await browser.post('/v1/client/sign_ups', contactFor(strategy, own))).body.response;
  const path = `/v1/client/sign_ups/${id}`;
  return { browser, ...own, prepare: (form) => browser.post(`${path}/prepare_verification`, form), attempt: (form) => browser.post(`${path}/attempt_verification`, form) };
};

const profile: Place = async (test, who, strategy) => {
  const browser = await signInAgain(test, who.userId);
  const own = newBelongings();
  const path = '/v1/me';
  // What was prepared says by what it is proved.
  const attempt = (thing: string) => ({ strategy: _prepared, ...proof }: Form) => browser.post(`${path}/${thing}/attempt_verification`, proof);
  if (strategy === 'totp') return { browser, ...own, prepare: () => browser.post(`${path}/totp`), attempt: attempt('totp') };
  if (strategy === 'passkey') {
    const made = await browser.post(`${path}/passkeys`);
    return { browser, ...own, prepare: () => Promise.resolve(made), attempt: attempt(`passkeys/${made.body.response.id}`) };
  }
  const contact = contactFor(strategy, own);
  const room = 'web3_wallet' in contact ? 'web3_wallets' : 'phone_number' in contact ? 'phone_numbers' : 'email_addresses';
  const { id } = (await browser.post(`${path}/${room}`, contact)).body.response;
  return { browser, ...own, prepare: (form) => browser.post(`${path}/${room}/${id}/prepare_verification`, form), attempt: attempt(`${room}/${id}`) };
};

export const PLACES = {
  'sign-in': signIn(({ email }) => ({ identifier: email }), 'first'),
  'second factor': signIn(({ email }) => ({ identifier: email, strategy: 'password', password: PASSWORD }), 'second'),
  'sign-up': signUp,
  reverification: reverification('first_factor', 'first'),
  'second reverification': reverification('second_factor', 'second'),
  profile,
} satisfies Record<string, Place>;

function atOnce(browser: Browser, path: string): Pick<Opening, 'prepare' | 'attempt'> {
  return { prepare: (form) => browser.post(path, form), attempt: (form) => browser.post(path, form) };
}

/** What a strategy can verify; an email address for those that verify nothing. */
function contactFor(strategy: string, { mailbox, wallet }: Pick<Opening, 'mailbox' | 'wallet'>): Form {
  if (strategy.startsWith('web3')) return { web3_wallet: wallet.address };
  return strategy.endsWith('phone_code') ? { phone_number: newNumber() } : { email_address: mailbox };
}
