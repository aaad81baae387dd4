import { describe, expect, it } from 'vitest';
import { createTestInstance, testApp } from '../../testing/app.ts';
import { signedIn } from '../testing/people.ts';
import { avatarUrl } from './avatar.ts';

describe('the address of an image', () => {
  it('is where the browser reaches a development instance, and where servers do', async () => {
    const test = await createTestInstance();
    const { platform } = await testApp();
    const { browser, userId } = await signedIn(test);
    const path = `/i/${test.instance.slug}/v1/avatars/`;
    expect((await browser.get('/v1/me')).body.response.image_url).toContain(`http://localhost${path}`);
    expect((await test.bapi('GET', `/v1/users/${userId}`)).body.image_url).toContain(`${platform.config.publicUrl}${path}`);
  });

  it('is at a production instance’s own host for servers, messages and webhooks', async () => {
    const { ctx, instance } = await createTestInstance({ environmentType: 'production' });
    expect(avatarUrl(ctx, 'user_1', 'AL')).toMatch(new RegExp(`^https://${instance.fapiHost}/v1/avatars/\\d+-AL\\.svg$`));
  });

  it('is not at the host that a caller made up for a production instance', async () => {
    const test = await createTestInstance({ environmentType: 'production' });
    const { http, platform } = await testApp();
    const user = await test.bapi('POST', '/v1/users', { json: { email_address: ['ada@example.com'], password: 'a9Jw-T1Vs-hgn0', skip_password_checks: true } });
    expect(user.status).toBe(200);
    const signIn = await http.inject({
      method: 'POST',
      url: `/i/${test.instance.slug}/v1/client/sign_ins?_is_native=1`,
      headers: { host: 'evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'strategy=password&identifier=ada%40example.com&password=a9Jw-T1Vs-hgn0',
    });
    const [session] = signIn.json().client.sessions;
    expect(session.user.image_url).toContain(`${platform.config.publicUrl}/i/${test.instance.slug}/v1/avatars/`);
  });
});
