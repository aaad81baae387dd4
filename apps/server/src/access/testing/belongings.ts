import { randomBytes } from 'node:crypto';
import type { SettingsPatch } from '../../instances/settings/schema.ts';
import { PASSWORD, signInAgain } from '../../people/testing/people.ts';
import type { TestInstance } from '../../testing/app.ts';
import { SoftwareAuthenticator } from '../../testing/authenticator.ts';
import type { FakeGoogle } from '../../testing/google.ts';
import { SoftwareWallet } from '../../testing/wallet.ts';
import { addAuthenticatorApp } from './reverification.ts';

/** The settings of an instance in which everything is possible and little is required. */
export const EVERYTHING: SettingsPatch = {
  attributes: {
    email_address: { required: false, first_factors: ['email_code', 'email_link'], verifications: ['email_code', 'email_link'] },
    phone_number: { enabled: true, used_for_first_factor: true, used_for_second_factor: true },
    password: { required: false },
    web3_wallet: { enabled: true, first_factors: ['web3_metamask_signature', 'web3_base_signature', 'web3_coinbase_wallet_signature', 'web3_okx_wallet_signature'] },
    passkey: { enabled: true },
    authenticator_app: { enabled: true },
    backup_code: { enabled: true },
  },
  session: { single_session_mode: false },
  attack_protection: { reverification: false, email_link_require_same_client: false },
};

/** What somebody has to prove themselves with. */
export interface Belongings {
  userId: string;
  email: string;
  wallet: SoftwareWallet;
  device: SoftwareAuthenticator;
  /** Of the authenticator app; empty without one, as are the backup codes. */
  secret: string;
  backupCodes: string[];
}

/** An address whose messages tests can read. */
export const newMailbox = () => `p${randomBytes(6).toString('hex')}@example.com`;

let lastNumber = 0;
/** A fictional number; codes to it are 424242. */
export const newNumber = () => `+1${201 + (Math.floor(++lastNumber / 100) % 700)}55501${String(lastNumber % 100).padStart(2, '0')}`;

/**
 * Somebody with a password, an address, a number, a wallet, a passkey and a Google account.
 * @param twice with a second factor of each kind, too
 */
export async function somebodyWithEverything(test: TestInstance, google: FakeGoogle, twice: boolean): Promise<Belongings> {
  const [email, wallet, device] = [newMailbox(), new SoftwareWallet(), new SoftwareAuthenticator()];
  const json = { email_address: [email], password: PASSWORD, phone_number: [newNumber(), newNumber()], web3_wallet: [wallet.address] };
  const created = await test.bapi('POST', '/v1/users', { json });
  if (created.status !== 200) throw new Error(`No user was created: ${created.text}`);
  const { id: userId, phone_numbers: phones } = created.body;
  const browser = await signInAgain(test, userId);
  const passkey = (await browser.post('/v1/me/passkeys')).body.response;
  await browser.post(`/v1/me/passkeys/${passkey.id}/attempt_verification`, { strategy: 'passkey', public_key_credential: device.create(passkey.verification.nonce) });
  await test.browser().post('/v1/client/sign_ins', { strategy: 'google_one_tap', token: await google.token({ sub: userId, email }) });
  if (!twice) return { userId, email, wallet, device, secret: '', backupCodes: [] };
  await browser.patch(`/v1/me/phone_numbers/${phones[1].id}`, { reserved_for_second_factor: true });
  return { userId, email, wallet, device, ...(await addAuthenticatorApp(browser)) };
}
