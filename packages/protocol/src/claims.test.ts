import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinByScope, packPermissions, readSessionClaims, splitByScope, type SessionClaims } from './claims.ts';

const base = { iss: 'https://clerk.example.com', sub: 'user_1', sid: 'sess_1', iat: 100, nbf: 90, exp: 160 };

describe('readSessionClaims', () => {
  it('reads a version 1 token', () => {
    const claims: SessionClaims = {
      ...base,
      org_id: 'org_1',
      org_slug: 'acme',
      org_role: 'org:admin',
      org_permissions: ['org:posts:read'],
      act: { sub: 'user_2' },
    };
    expect(readSessionClaims(claims)).toEqual({
      userId: 'user_1',
      sessionId: 'sess_1',
      sessionStatus: null,
      actor: { sub: 'user_2' },
      factorVerificationAge: null,
      orgId: 'org_1',
      orgSlug: 'acme',
      orgRole: 'org:admin',
      orgPermissions: ['org:posts:read'],
    });
  });

  it('reads a version 2 token, where masks follow the order of the organization features', () => {
    const claims: SessionClaims = {
      ...base,
      v: 2,
      sts: 'pending',
      fva: [3, -1],
      fea: 'o:billing,u:profile,o:impersonation,uo:magic_links,o:posts',
      o: { id: 'org_1', slg: 'acme', rol: 'member', per: 'create,delete,manage,read', fpm: '12,12,9,14' },
    };
    const facts = readSessionClaims(claims);
    expect(facts).toMatchObject({ sessionStatus: 'pending', orgRole: 'org:member', factorVerificationAge: [3, -1] });
    expect(facts.orgPermissions).toEqual([
      'org:billing:manage',
      'org:billing:read',
      'org:impersonation:manage',
      'org:impersonation:read',
      'org:magic_links:create',
      'org:magic_links:read',
      'org:posts:delete',
      'org:posts:manage',
      'org:posts:read',
    ]);
  });

  it('knows no organization in a version 2 token without `o`', () => {
    expect(readSessionClaims({ ...base, v: 2, fea: 'u:profile' })).toMatchObject({ orgId: undefined, orgRole: undefined });
  });

  it('grants nothing for features beyond the last mask', () => {
    const claims: SessionClaims = { ...base, v: 2, fea: 'o:a,o:b', o: { id: 'org_1', per: 'read', fpm: '1' } };
    expect(readSessionClaims(claims).orgPermissions).toEqual(['org:a:read']);
  });
});

describe('packing', () => {
  const name = fc.stringMatching(/^[a-z][a-z_]{0,5}$/);

  it('packs permissions so that reading them gives the same set', () => {
    const grants = fc.uniqueArray(fc.tuple(name, name).map(([feature, action]) => `org:${feature}:${action}`), { maxLength: 60 });
    fc.assert(
      fc.property(grants, (permissions) => {
        const features = [...new Set(permissions.map((permission) => permission.split(':')[1] ?? ''))].sort();
        const claims: SessionClaims = {
          ...base,
          v: 2,
          fea: joinByScope({ org: features, user: ['own'] }),
          o: { id: 'org_1', ...packPermissions(splitByScope(joinByScope({ org: features, user: [] })).org, permissions) },
        };
        expect(readSessionClaims(claims).orgPermissions?.toSorted()).toEqual(permissions.toSorted());
      }),
    );
  });

  it('leaves out system permissions, whose features are not in the token', () => {
    expect(packPermissions(['posts'], ['org:sys_memberships:read', 'org:posts:read'])).toEqual({ per: 'read', fpm: '1' });
  });

  it('writes a key of both scopes once', () => {
    expect(joinByScope({ org: ['b', 'a'], user: ['b'] })).toBe('o:a,uo:b');
    expect(splitByScope('o:a,uo:b')).toEqual({ org: ['a', 'b'], user: ['b'] });
  });
});
