import { describe, expect, it } from 'vitest';
import { Organization, OrganizationMembership, User } from '../resources/index.ts';
import { deserialize } from './deserialize.ts';

const email = {
  object: 'email_address',
  id: 'idn_1',
  email_address: 'ada@example.com',
  verification: { object: 'verification_otp', status: 'verified', strategy: 'email_code', attempts: 1, expire_at: 5 },
  linked_to: [{ object: 'identification_link', id: 'idn_2', type: 'oauth_google' }],
};
const user = {
  object: 'user',
  id: 'user_1',
  first_name: 'Ada',
  last_name: 'Lovelace',
  primary_email_address_id: 'idn_1',
  primary_phone_number_id: null,
  primary_web3_wallet_id: null,
  email_addresses: [email],
  phone_numbers: [],
  web3_wallets: [],
  external_accounts: [{ object: 'google_account', id: 'eac_1', identification_id: 'idn_3', provider_user_id: '123', approved_scopes: 'a b' }],
  public_metadata: { some_key: { other_key: 1 } },
};
const organization = { object: 'organization', id: 'org_1', name: 'Acme', public_metadata: {}, has_image: false };

describe('deserialize', () => {
  it('makes users', () => {
    const result = deserialize(user);
    if (!(result instanceof User)) throw new Error('Expected a user.');
    expect(result).toMatchObject({ id: 'user_1', fullName: 'Ada Lovelace', publicMetadata: { some_key: { other_key: 1 } } });
    expect(result.primaryEmailAddress).toEqual({
      id: 'idn_1',
      emailAddress: 'ada@example.com',
      verification: {
        status: 'verified',
        strategy: 'email_code',
        attempts: 1,
        expireAt: 5,
        nonce: null,
        message: null,
        externalVerificationRedirectURL: null,
      },
      linkedTo: [{ id: 'idn_2', type: 'oauth_google' }],
    });
    expect(result.primaryPhoneNumber).toBeNull();
    expect(result.externalAccounts[0]).toMatchObject({ externalId: '123', approvedScopes: 'a b' });
    expect(result.raw).toBe(user);
    expect(JSON.parse(JSON.stringify(result))).not.toHaveProperty('raw');
  });

  it('makes memberships with their organization', () => {
    const result = deserialize({ object: 'organization_membership', id: 'orgmem_1', role: 'org:admin', organization, public_user_data: { user_id: 'user_1', first_name: 'Ada' } });
    if (!(result instanceof OrganizationMembership)) throw new Error('Expected a membership.');
    expect(result.organization).toBeInstanceOf(Organization);
    expect(result.publicUserData).toEqual({ userId: 'user_1', firstName: 'Ada' });
    expect(result.organization.privateMetadata).toEqual({});
  });

  it.each<[string, unknown, unknown]>([
    ['pages', { data: [{ object: 'token', jwt: 'x' }], total_count: 7 }, { data: [{ jwt: 'x' }], totalCount: 7 }],
    ['lists', [{ object: 'token', jwt: 'x' }], [{ jwt: 'x' }]],
    ['counts', { object: 'total_count', total_count: 3 }, 3],
    ['deletions', { object: 'user', id: 'user_1', deleted: true }, { object: 'user', id: 'user_1', slug: null, deleted: true }],
    ['removed scopes', { object: 'machine_scope', from_machine_id: 'a', to_machine_id: 'b', deleted: true }, { fromMachineId: 'a', toMachineId: 'b', deleted: true }],
    ['OAuth applications', { object: 'oauth_application', id: 'oa_1', public: true }, { id: 'oa_1', isPublic: true }],
    ['API keys', { object: 'api_key', id: 'ak_1', claims: { a_b: 1 }, last_used_at: null }, { id: 'ak_1', claims: { a_b: 1 }, lastUsedAt: null }],
    ['testing tokens', { object: 'testing_token', token: 't', expires_at: 9 }, { token: 't', expiresAt: 9 }],
    ['untagged answers', { verified: true, code_type: 'totp' }, { verified: true, code_type: 'totp' }],
    ['unknown tags', { object: 'brand_new', some_field: 1 }, { object: 'brand_new', some_field: 1 }],
    ['OAuth access tokens', { object: 'oauth_access_token', token: 't', label: null }, { token: 't', label: '' }],
    ['features', { object: 'feature', id: 'feat_1', slug: 'x' }, { id: 'feat_1', slug: 'x', description: null, avatarUrl: null }],
    ['nothing', undefined, undefined],
    ['null', null, null],
  ])('reads %s', (_, json, expected) => {
    expect(deserialize(json)).toEqual(expected);
  });

  it('gives a verification its URL', () => {
    const verification = { status: 'unverified', strategy: 'oauth_google', attempts: null, expire_at: 1, external_verification_redirect_url: 'https://idp.test/x' };
    expect(deserialize({ ...email, verification })).toMatchObject({
      verification: { externalVerificationRedirectURL: new URL('https://idp.test/x') },
    });
  });

  it('reads organization domains by their documented names', () => {
    const json = { object: 'organization_domain', id: 'orgdmn_1', organization_id: 'org_1', verification: { status: 'verified', strategy: 'email_code', attempts: 1, expires_at: 5 } };
    expect(deserialize(json)).toEqual({ id: 'orgdmn_1', organizationId: 'org_1', verification: { status: 'verified', strategy: 'email_code', attempts: 1, expireAt: 5 } });
  });
});
