import { beforeAll, describe, expect, it } from 'vitest';
import { createUser, loadUser } from '../../people/users/service.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { SoftwareWallet } from '../../testing/wallet.ts';
import { userSource } from './sources.ts';

describe('what shortcodes can speak of', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('includes the primary wallet, as wallets show it', async () => {
    const { address } = new SoftwareWallet();
    const person = await createUser(test.ctx, { wallets: [{ wallet: address.toLowerCase(), verified: true }] });
    expect(userSource(test.ctx, person)).toMatchObject({ primary_web3_wallet: address, two_factor_enabled: false });
  });

  it('counts an authenticator app as a second factor', async () => {
    const { body } = await test.bapi('POST', '/v1/users', { json: { email_address: ['two@example.com'], skip_password_requirement: true, totp_secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' } });
    expect(userSource(test.ctx, await loadUser(test.ctx, body.id))).toMatchObject({ primary_web3_wallet: null, two_factor_enabled: true });
  });
});
