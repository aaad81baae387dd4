import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';

describe('GET /v1/environment', () => {
  let house: TestInstance;
  beforeAll(async () => {
    house = await createTestInstance({ settings: { attributes: { username: { enabled: true } }, display: { application_name: 'Acme' } } });
  });

  it('tells the rules of the instance', async () => {
    const { http } = await testApp();
    const answer = await http.inject({ url: `/i/${house.instance.slug}/v1/environment` });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    const body = answer.json();
    expect(body.display_config.application_name).toBe('Acme');
    expect(body.display_config.sign_in_url).toBe(`http://localhost/i/${house.instance.slug}/portal/sign-in`);
    expect(body.display_config.after_sign_out_one_url).toBe(`http://localhost/i/${house.instance.slug}/portal/sign-in/choose`);
    expect(body.user_settings.attributes.username.enabled).toBe(true);
    expect(body.auth_config.username).toBe('on');
  });

  it('tells the country that a phone number is likely to be of, if it is known', async () => {
    expect((await house.browser({ ip: '81.2.69.142' }).get('/v1/environment')).headers['x-country']).toBe('GB');
    expect((await house.browser().get('/v1/environment')).headers['x-country']).toBeUndefined();
  });

  it.each([
    ['2025-04-10', ['enabled', 'has_paid_org_plans', 'has_paid_user_plans']],
    ['2025-11-10', []],
  ])('at %s tells of billing what that version knows', async (apiVersion, more) => {
    const { body } = await house.browser({ apiVersion }).get('/v1/environment');
    expect(Object.keys(body.commerce_settings.billing).sort()).toEqual([...more, 'free_trial_requires_payment_method', 'organization', 'stripe_publishable_key', 'user'].sort());
  });

  it('has an account portal, which leads to the application', async () => {
    const portal = await createTestInstance({ settings: { paths: { home_url: 'https://app.example.com', after_sign_in_url: 'https://app.example.com/in' } } });
    const { status, body } = await portal.browser().get('/v1/account_portal');
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: 'account_portal', enabled: true, after_sign_in_url: 'https://app.example.com/in', after_sign_up_url: 'https://app.example.com', logo_link_url: 'https://app.example.com' });
    expect((await house.browser().get('/v1/account_portal')).body.after_sign_in_url).toBe('');
  });

  it('an unknown instance is not found, in the documented shape', async () => {
    const { http } = await testApp();
    const answer = await http.inject({ url: '/i/no-such-1/v1/environment' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ errors: [{ code: 'resource_not_found' }], clerk_trace_id: expect.any(String) });
  });
});
