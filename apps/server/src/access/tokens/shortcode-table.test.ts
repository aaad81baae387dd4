import { createLocalJWKSet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { toSeconds } from '../../platform/clock.ts';
import { createUser, updateUser, type UserAggregate } from '../../people/users/service.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { requestContext } from '../testing/signed-in.ts';
import { customClaims } from './custom-claims.ts';

/** Every documented shortcode (sessions/jwt-templates, session-tokens, force-mfa, migrating/overview), and what it says of the person below. */
const SHORTCODES: [string, (person: UserAggregate) => unknown][] = [
  ['{{user.id}}', ({ user }) => user.id],
  ['{{user.external_id}}', () => 'ext-7'],
  ['{{user.external_id || user.id}}', () => 'ext-7'],
  ['{{user.username}}', () => 'maria'],
  ['{{user.first_name}}', () => 'Maria'],
  ['{{user.last_name}}', () => 'Doe'],
  ['{{user.full_name}}', () => 'Maria Doe'],
  ['{{user.image_url}}', () => expect.stringMatching(/^https?:\/\//)],
  ['{{user.has_image}}', () => false],
  ['{{user.primary_email_address}}', () => 'maria.table@example.com'],
  ['{{user.primary_phone_address}}', () => '+12015550123'],
  ['{{user.primary_phone_number}}', () => '+12015550123'],
  ['{{user.primary_web3_wallet}}', () => null],
  ['{{user.email_verified}}', () => true],
  ['{{user.phone_number_verified}}', () => true],
  ['{{user.two_factor_enabled}}', () => false],
  ['{{user.created_at}}', ({ user }) => toSeconds(user.created_at)],
  ['{{user.updated_at}}', () => expect.any(Number)],
  ['{{user.last_sign_in_at}}', () => null],
  ['{{user.public_metadata}}', () => ({ role: 'admin', addresses: { Home: '2355 Pointe Lane' }, tags: ['a', 'b'] })],
  ['{{user.public_metadata.addresses.Home}}', () => '2355 Pointe Lane'],
  ['{{user.public_metadata.tags}}', () => ['a', 'b']],
  ['{{user.unsafe_metadata}}', () => ({ theme: 'dark' })],
  ['{{user.unsafe_metadata.theme}}', () => 'dark'],
  ['{{user.private_metadata}}', () => null],
  ['{{user.private_metadata.secret}}', () => null],
  ['{{user.organizations}}', () => ({})],
  ['{{user.i_dont_exist}}', () => null],
  ['{{org.id}}', () => null],
  ['{{org.name}}', () => null],
  ['{{org.public_metadata}}', () => null],
  ['{{org_membership.public_metadata}}', () => null],
  ['{{session.actor}}', () => ({ sub: 'user_admin' })],
  ['{{session.actor.sub}}', () => 'user_admin'],
  ["{{user.public_metadata.role || 'guest'}}", () => 'admin'],
  ["{{user.public_metadata.plan || user.unsafe_metadata.plan || 'free'}}", () => 'free'],
  ['{{user.public_metadata.seats || 3}}', () => 3],
  ['{{user.public_metadata.active || false}}', () => false],
  ['{{user.first_name}} {{user.last_name}} <{{user.primary_email_address}}>', () => 'Maria Doe <maria.table@example.com>'],
  ["Dear {{user.public_metadata.nickname || user.first_name || 'friend'}}", () => 'Dear Maria'],
  ['{{user.public_metadata.nickname}} {{user.last_name}}', () => 'null Doe'],
];

describe('a token of a template with every shortcode', () => {
  let test: TestInstance;
  let person: UserAggregate;
  let claims: Record<string, unknown>;

  beforeAll(async () => {
    test = await createTestInstance();
    person = await createUser(test.ctx, {
      emails: [{ address: 'maria.table@example.com', verified: true }],
      phones: [{ number: '+12015550123', verified: true }],
      username: 'maria',
      firstName: 'Maria',
      lastName: 'Doe',
      externalId: 'ext-7',
      publicMetadata: { role: 'admin', addresses: { Home: '2355 Pointe Lane' }, tags: ['a', 'b'] },
      unsafeMetadata: { theme: 'dark' },
    });
    await updateUser(test.ctx, person.user.id, { private_metadata: { secret: 'x' } });
    const template = { each: SHORTCODES.map(([text]) => text), deep: { in: [{ a: ['{{user.id}}', '{{user.id}}!'] }] } };
    await test.bapi('POST', '/v1/jwt_templates', { json: { name: 'every', claims: template } });

    const { body: ticket } = await test.bapi('POST', '/v1/actor_tokens', { json: { user_id: person.user.id, actor: { sub: 'user_admin' } } });
    const browser = test.browser();
    const { body } = await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: ticket.token });
    const token = await browser.post(`/v1/client/sessions/${body.response.created_session_id}/tokens/every`);
    const keys = createLocalJWKSet((await test.bapi('GET', '/v1/jwks')).body);
    claims = (await jwtVerify(token.body.jwt, keys, { currentDate: test.ctx.platform.clock.now() })).payload;
  });

  it.each(SHORTCODES.map(([text, value], index) => [text, value, index] as const))('%s', (_text, value, index) => {
    expect((claims['each'] as unknown[])[index]).toEqual(value(person));
  });

  it('fills them in wherever they stand', () => {
    expect(claims['deep']).toEqual({ in: [{ a: [person.user.id, `${person.user.id}!`] }] });
  });
});

describe('custom claims that are too large for a cookie', () => {
  it('are told to the operator, once, and the token is made all the same', async () => {
    const test = await createTestInstance({ settings: { session: { custom_claims: { profile: '{{user.public_metadata}}' } } } });
    const { user } = await createUser(test.ctx, { emails: [{ address: 'large@example.com', verified: true }], publicMetadata: { note: 'x'.repeat(1300) } });
    const ctx = requestContext(test, null);
    const warn = vi.spyOn(ctx.log, 'warn');
    const session = { id: 'sess_1', user_id: user.id, actor: null, last_active_organization_id: null };
    for (let time = 1; time <= 2; time++) expect(await customClaims(ctx, session)).toMatchObject({ profile: { note: 'x'.repeat(1300) } });
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ limit: 1228.8, user: user.id }), expect.stringContaining('so large'));
  });
});
