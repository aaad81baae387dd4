import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { codeOf, fromBase32, stepAt } from '../../../../apps/server/src/people/totp/algorithm.ts';
import { SoftwareAuthenticator } from '../../../../apps/server/src/testing/authenticator.ts';
import { PASSWORD } from '../../house/people.ts';
import type { RowsOf } from './row.ts';

const TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** `clerkClient.users`: what people prove themselves by, and what they belong to. */
export const userFactors = {
  async verifyPassword({ api, newUser }) {
    const { id } = await newUser();
    return {
      args: [{ userId: id, password: PASSWORD }],
      answers: 'Object',
      async effect(answer) {
        expect(answer).toEqual({ verified: true });
        await expect(api.users.verifyPassword({ userId: id, password: 'something else entirely' })).rejects.toMatchObject({ status: 422 });
      },
    };
  },
  async verifyTOTP({ api, newUser }) {
    const { id } = await newUser({ totpSecret: TOTP_SECRET });
    const secret = fromBase32(TOTP_SECRET) ?? Buffer.alloc(0);
    return {
      args: [{ userId: id, code: codeOf(secret, stepAt(new Date())) }],
      answers: 'Object',
      async effect(answer) {
        expect(answer).toMatchObject({ verified: true, code_type: 'totp' });
        await expect(api.users.verifyTOTP({ userId: id, code: '12345' })).rejects.toMatchObject({ status: 422 });
      },
    };
  },
  async deleteUserTOTP({ api, newUser }) {
    const { id } = await newUser({ totpSecret: TOTP_SECRET });
    expect((await api.users.getUser(id)).totpEnabled).toBe(true);
    return {
      args: [id],
      answers: 'Object',
      async effect(answer) {
        expect(answer).toMatchObject({ user_id: id });
        expect((await api.users.getUser(id)).totpEnabled).toBe(false);
      },
    };
  },
  async deleteUserBackupCodes({ api, newUser }) {
    const { id } = await newUser({ totpSecret: TOTP_SECRET, backupCodes: ['abcd1234', 'efgh5678'] });
    expect((await api.users.getUser(id)).backupCodeEnabled).toBe(true);
    return {
      args: [id],
      answers: 'Object',
      async effect(answer) {
        expect(answer).toMatchObject({ user_id: id });
        expect((await api.users.getUser(id)).backupCodeEnabled).toBe(false);
      },
    };
  },
  async disableUserMFA({ api, newUser }) {
    const { id, phoneId } = await newUser();
    await api.phoneNumbers.updatePhoneNumber(phoneId, { reservedForSecondFactor: true });
    expect((await api.users.getUser(id)).twoFactorEnabled).toBe(true);
    return {
      args: [id],
      answers: 'Object',
      async effect(answer) {
        expect(answer).toMatchObject({ user_id: id });
        expect((await api.users.getUser(id)).twoFactorEnabled).toBe(false);
      },
    };
  },
  async deleteUserPasskey({ newSession }) {
    const { userId, browser } = await newSession();
    const { id, verification } = (await browser.send('POST', '/me/passkeys')).response;
    await browser.send('POST', `/me/passkeys/${id}/attempt_verification`, { strategy: 'passkey', public_key_credential: new SoftwareAuthenticator().create(verification.nonce) });
    const passkeys = async () => (await browser.send('GET', '/me')).response.passkeys.map((passkey: { id: string }) => passkey.id);
    expect(await passkeys()).toEqual([id]);
    return { args: [{ userId, passkeyIdentificationId: id }], answers: 'DeletedObject', effect: async () => expect(await passkeys()).toEqual([]) };
  },
  async deleteUserWeb3Wallet({ api, newUser }) {
    // Documented, and missing in the declarations of this version.
    const wallet: object = { web3Wallet: [`0x${randomBytes(20).toString('hex')}`] };
    const { id } = await newUser(wallet);
    const [added] = (await api.users.getUser(id)).web3Wallets;
    return {
      args: [{ userId: id, web3WalletIdentificationId: added?.id ?? '' }],
      answers: 'DeletedObject',
      effect: async () => expect((await api.users.getUser(id)).web3Wallets).toEqual([]),
    };
  },
  async deleteUserExternalAccount({ api, newBrowser, googleToken }) {
    const browser = await newBrowser();
    const { response } = await browser.send('POST', '/client/sign_ups', { strategy: 'google_one_tap', token: googleToken() });
    const userId: string = response.created_user_id;
    const [account] = (await api.users.getUser(userId)).externalAccounts;
    expect(account).toMatchObject({ provider: 'oauth_google', verification: { status: 'verified' } });
    return {
      args: [{ userId, externalAccountId: account?.id ?? '' }],
      answers: 'DeletedObject',
      effect: async () => expect((await api.users.getUser(userId)).externalAccounts).toEqual([]),
    };
  },
  async getUserOauthAccessToken({ newUser }) {
    const { id } = await newUser();
    return { args: [id, 'google'], answers: 'page of undefined', effect: (answer) => expect(answer).toEqual({ data: [], totalCount: 0 }) };
  },
  async getOrganizationMembershipList({ api, newUser }) {
    const { id } = await newUser();
    const { id: organizationId } = await api.organizations.createOrganization({ name: 'Acme', createdBy: id });
    return {
      args: [{ userId: id }],
      answers: 'page of OrganizationMembership',
      effect: ({ data, totalCount }) => expect([totalCount, data.map(({ organization }) => organization.id)]).toEqual([1, [organizationId]]),
    };
  },
  async getOrganizationInvitationList({ newUser }) {
    const { id } = await newUser();
    return { args: [{ userId: id }], answers: 'page of undefined', effect: (answer) => expect(answer).toEqual({ data: [], totalCount: 0 }) };
  },
} satisfies Partial<RowsOf<'users'>>;
