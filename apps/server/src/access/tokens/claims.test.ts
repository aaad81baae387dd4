import { readSessionClaims } from '@foyer/protocol/claims';
import { describe, expect, it } from 'vitest';
import { factorVerificationAge, sessionClaims, type TokenFacts } from './claims.ts';

const AT = new Date('2026-03-01T12:00:00.900Z');
const IAT = Math.floor(AT.getTime() / 1000);
const minutesAgo = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);

const facts: TokenFacts = {
  issuer: 'https://clerk.example.com',
  session: { id: 'sess_1', user_id: 'user_1', actor: null, first_factor_verified_at: minutesAgo(7), second_factor_verified_at: null },
  status: 'active',
  authorizedParty: 'https://example.com',
  at: AT,
  clientChangedAt: null,
  tokenId: 'a1b2',
};

describe('sessionClaims', () => {
  it('version 2', () => {
    expect(sessionClaims('v2', facts)).toEqual({
      azp: 'https://example.com',
      exp: IAT + 60,
      fva: [7, -1],
      iat: IAT,
      iss: 'https://clerk.example.com',
      jti: 'a1b2',
      nbf: IAT - 10,
      sid: 'sess_1',
      sts: 'active',
      sub: 'user_1',
      v: 2,
    });
  });

  it('version 1 has no version, and no id of its own', () => {
    const claims = sessionClaims('v1', facts);
    expect(claims).not.toHaveProperty('v');
    expect(claims).not.toHaveProperty('jti');
  });

  it('leaves out what there is none of', () => {
    expect(sessionClaims('v2', { ...facts, authorizedParty: null })).not.toHaveProperty('azp');
    expect(sessionClaims('v2', facts)).not.toHaveProperty('act');
  });

  it('names who is really acting', () => {
    const claims = sessionClaims('v2', { ...facts, session: { ...facts.session, actor: { sub: 'user_admin', iss: 'https://dash' } } });
    expect(claims.act).toEqual({ sub: 'user_admin', iss: 'https://dash' });
  });

  it('is never older than the change of the client that it tells of, even when a clock is behind', () => {
    const claims = sessionClaims('v2', { ...facts, clientChangedAt: new Date(AT.getTime() + 1500) });
    expect(claims).toMatchObject({ iat: IAT + 2, exp: IAT + 62, nbf: IAT - 8 });
  });

  it('says the organization alike in both versions', () => {
    const organization = { id: 'org_1', slug: 'acme', role: 'org:admin', permissions: ['org:dashboard:read', 'org:dashboard:manage', 'org:teams:read'] };
    const features = { org: ['dashboard', 'teams'], user: [] };
    const v2 = sessionClaims('v2', { ...facts, organization, features, plans: { org: ['pro'], user: [] } });
    expect(v2).toMatchObject({ o: { id: 'org_1', slg: 'acme', rol: 'admin', per: 'manage,read', fpm: '3,2' }, fea: 'o:dashboard,o:teams', pla: 'o:pro' });
    const [read1, read2] = [readSessionClaims(sessionClaims('v1', { ...facts, organization })), readSessionClaims(v2)];
    expect({ ...read2, orgPermissions: read2.orgPermissions?.toSorted() }).toEqual({ ...read1, orgPermissions: read1.orgPermissions?.toSorted() });
  });
});

describe('factorVerificationAge', () => {
  it.each([
    [null, null, [-1, -1]],
    [minutesAgo(0), null, [0, -1]],
    [minutesAgo(9.99), minutesAgo(10), [9, 10]],
    [minutesAgo(-1), minutesAgo(1440), [0, 1440]],
  ])('%s, %s', (first, second, expected) => {
    expect(factorVerificationAge({ first_factor_verified_at: first, second_factor_verified_at: second }, AT)).toEqual(expected);
  });
});
