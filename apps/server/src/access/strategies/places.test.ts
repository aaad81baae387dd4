import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { FakeGoogle } from '../../testing/google.ts';
import { EVERYTHING, somebodyWithEverything, type Belongings } from '../testing/belongings.ts';
import { PLACES } from '../testing/places.ts';
import { prove } from '../testing/prove.ts';

type PlaceName = keyof typeof PLACES;
const CONTACT: PlaceName[] = ['sign-in', 'sign-up', 'profile'];

/** Where each strategy proves something, by the documentation; in all other places it must not. */
const ALLOWED: Record<string, PlaceName[]> = {
  password: ['sign-in', 'reverification'],
  email_code: [...CONTACT, 'reverification'],
  email_link: CONTACT,
  phone_code: [...CONTACT, 'second factor', 'reverification', 'second reverification'],
  web3_metamask_signature: CONTACT,
  web3_base_signature: CONTACT,
  web3_coinbase_wallet_signature: CONTACT,
  web3_okx_wallet_signature: CONTACT,
  passkey: ['sign-in', 'reverification', 'profile'],
  totp: ['second factor', 'second reverification', 'profile'],
  backup_code: ['second factor', 'second reverification'],
  ticket: ['sign-in', 'sign-up'],
  google_one_tap: ['sign-in', 'sign-up'],
  reset_password_email_code: ['sign-in'],
  reset_password_phone_code: ['sign-in'],
};

describe.each(Object.keys(PLACES) as PlaceName[])('%s', (place) => {
  let google: FakeGoogle;
  let test: TestInstance;
  let who: Belongings;
  beforeAll(async () => {
    google = await FakeGoogle.start();
    test = await createTestInstance({ settings: { ...EVERYTHING, ...google.settings } });
    who = await somebodyWithEverything(test, google, place.startsWith('second'));
  });
  afterAll(() => google.stop());

  const attempt = async (strategy: string) => prove({ test, google }, who, await PLACES[place](test, who, strategy), strategy);

  it.each(Object.keys(ALLOWED).filter((strategy) => ALLOWED[strategy]?.includes(place)))('takes %s', async (strategy) => {
    const { proved, answer } = await attempt(strategy);
    expect(proved, answer.text).toBe(true);
  });

  it.each(Object.keys(ALLOWED).filter((strategy) => !ALLOWED[strategy]?.includes(place)))('refuses %s', async (strategy) => {
    const { proved, prepared, answer } = await attempt(strategy);
    expect(proved).toBe(false);
    for (const refused of [prepared, answer]) if (refused) expect([400, 422], refused.text).toContain(refused.status);
  });
});
