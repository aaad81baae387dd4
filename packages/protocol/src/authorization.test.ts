import { describe, expect, it } from 'vitest';
import { checkAuthorization, resolveReverification, type AuthorizationFacts, type AuthorizationParams } from './authorization.ts';

const facts: AuthorizationFacts = {
  userId: 'user_1',
  factorVerificationAge: [5, 30],
  orgId: 'org_1',
  orgSlug: 'acme',
  orgRole: 'org:editor',
  orgPermissions: ['org:posts:read'],
  features: 'o:export,u:badges,uo:search',
  plans: 'u:pro',
};
const personal: AuthorizationFacts = { userId: 'user_1', factorVerificationAge: null, features: undefined, plans: undefined };

describe('checkAuthorization', () => {
  it.each<[string, Partial<AuthorizationFacts>, AuthorizationParams, boolean]>([
    ['nothing asked', {}, {}, false],
    ['signed out', { userId: null }, { role: 'org:editor' }, false],
    ['role held', {}, { role: 'org:editor' }, true],
    ['role without prefix', {}, { role: 'editor' }, true],
    ['role in a token without prefix', { orgRole: 'editor' }, { role: 'org:editor' }, true],
    ['other role', {}, { role: 'org:admin' }, false],
    ['permission held', {}, { permission: 'org:posts:read' }, true],
    ['permission without prefix', {}, { permission: 'posts:read' }, true],
    ['permission not held', {}, { permission: 'org:posts:manage' }, false],
    ['role without an organization', { orgId: undefined }, { role: 'org:editor' }, false],
    ['feature of either scope', {}, { feature: 'badges' }, true],
    ['feature of the organization', {}, { feature: 'org:export' }, true],
    ['feature of the user asked of the organization', {}, { feature: 'org:badges' }, false],
    ['feature of both', {}, { feature: 'user:search' }, true],
    ['unknown feature', {}, { feature: 'teleport' }, false],
    ['no features at all', { features: undefined }, { feature: 'export' }, false],
    ['plan', {}, { plan: 'pro' }, true],
    ['plan of the wrong scope', {}, { plan: 'org:pro' }, false],
    ['first factor recent', {}, { reverification: { level: 'first_factor', afterMinutes: 10 } }, true],
    ['first factor too old', {}, { reverification: { level: 'first_factor', afterMinutes: 5 } }, false],
    ['second factor too old', {}, { reverification: 'strict' }, false],
    ['second factor recent', {}, { reverification: 'moderate' }, true],
    ['second factor absent: the first has to do', { factorVerificationAge: [5, -1] }, { reverification: 'strict' }, true],
    ['both factors', { factorVerificationAge: [5, 5] }, { reverification: 'strict_mfa' }, true],
    ['both factors, one old', {}, { reverification: 'strict_mfa' }, false],
    ['a day', { factorVerificationAge: [2000, 1439] }, { reverification: 'lax' }, true],
    ['no first factor', { factorVerificationAge: [-1, -1] }, { reverification: 'lax' }, false],
    ['age unknown', { factorVerificationAge: null }, { reverification: 'lax' }, false],
    ['role and recent', {}, { role: 'editor', reverification: 'moderate' }, true],
    ['role but not recent', {}, { role: 'editor', reverification: 'strict' }, false],
    ['recent but not the role', {}, { role: 'admin', reverification: 'moderate' }, false],
  ])('%s', (_, change, params, expected) => {
    expect(checkAuthorization({ ...facts, ...change }, params)).toBe(expected);
  });

  it('does not let a recent verification stand in for a role that cannot be judged', () => {
    const recent: AuthorizationFacts = { ...personal, factorVerificationAge: [1, 1] };
    expect(checkAuthorization(recent, { role: 'org:admin', reverification: 'strict' })).toBe(false);
  });
});

describe('resolveReverification', () => {
  it.each([0, -1, 99_999])('refuses %d minutes', (afterMinutes) => {
    expect(resolveReverification({ level: 'first_factor', afterMinutes })).toBeNull();
  });

  it('refuses an unknown level', () => {
    expect(resolveReverification({ level: 'third_factor' as 'first_factor', afterMinutes: 5 })).toBeNull();
  });
});
