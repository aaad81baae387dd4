import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Settings } from '../settings/schema.ts';

let test: TestInstance;
beforeAll(async () => {
  test = await createTestInstance();
});

const patch = (path: string, json: object, of = test) => of.bapi('PATCH', `/v1/${path}`, { json });
const environment = async (of = test) => (await of.browser().get('/v1/environment')).body;
const settings = async (): Promise<Settings> => {
  const instance = await (await testApp()).instances.byId(test.instance.id);
  if (!instance) throw new Error('The instance is gone.');
  return instance.settings;
};

describe('the instance', () => {
  it('tells what it is', async () => {
    expect((await test.bapi('GET', '/v1/instance')).body).toEqual({ object: 'instance', id: test.instance.id, environment_type: 'development', allowed_origins: [], workspace_id: expect.stringMatching(/^ws_/) });
  });

  it('is changed in the parts that are given, and only there', async () => {
    expect((await patch('instance', { hibp: true, support_email: 'help@example.com', allowed_origins: ['chrome-extension://abcdef', 'https://App.example.com/'] })).status).toBe(204);
    expect((await patch('instance', { test_mode: false, preferred_sign_in_strategy_when_password_required: 'otp', url_based_session_syncing: false, clerk_js_version: '5.1.0', development_origin: 'http://localhost:3000', support_email: null })).status).toBe(204);
    expect((await test.bapi('GET', '/v1/instance')).body.allowed_origins).toEqual(['chrome-extension://abcdef', 'https://app.example.com']);
    expect(await environment()).toMatchObject({
      auth_config: { test_mode: false, url_based_session_syncing: false, cookieless_dev: false },
      display_config: { support_email: 'help@example.com', preferred_sign_in_strategy: 'otp', clerk_js_version: '5.1.0' },
      user_settings: { password_settings: { disable_hibp: false } },
    });
    await patch('instance', { preferred_sign_in_strategy_when_password_required: '' });
    expect((await environment()).display_config.preferred_sign_in_strategy).toBe('password');
  });

  it('refuses a support email that nobody can write to', async () => {
    for (const support of ['nope', 'help@', 'a b@example.com', 'https://example.com/help']) {
      const { status, body } = await patch('instance', { support_email: support });
      expect([status, body.errors[0].code, body.errors[0].meta]).toEqual([422, 'form_param_format_invalid', { param_name: 'support_email' }]);
    }
  });

  it('refuses what is no origin', async () => {
    for (const origin of ['example.com', 'https://example.com/path', 'https://user@example.com', 'javascript:alert(1)', '*']) {
      const { status, body } = await patch('instance', { allowed_origins: [origin] });
      expect([status, body.errors[0].code, body.errors[0].meta]).toEqual([422, 'form_invalid_origin', { param_name: 'allowed_origins' }]);
    }
  });

  it('turns test mode on in production, only when it is told so there', async () => {
    const live = await createTestInstance({ environmentType: 'production', fapiHost: `clerk.app-${randomBytes(6).toString('hex')}.com`, settings: { test_mode: true } });
    const on = async () => (await live.browser({ origin: `https://${live.instance.fapiHost}` }).get('/v1/environment')).body.auth_config.test_mode;
    expect(await on()).toBe(false);
    for (const path of ['instance', 'beta_features/instance_settings']) {
      await patch(path, { test_mode: true }, live);
      expect(await on()).toBe(true);
      await patch(path, { test_mode: false }, live);
      expect(await on()).toBe(false);
    }
  });

  it('keeps both of two changes that are made at once', async () => {
    await Promise.all([patch('instance', { support_email: 'a@example.com' }), patch('instance/restrictions', { blocklist: true }), patch('instance/organization_settings', { slug_disabled: true })]);
    expect(await settings()).toMatchObject({ display: { support_email: 'a@example.com' }, restrictions: { blocklist_enabled: true }, organizations: { slug_disabled: true } });
    await patch('instance/restrictions', { blocklist: false });
    await patch('instance/organization_settings', { slug_disabled: false });
  });

  it('does not change another one', async () => {
    const other = await createTestInstance();
    await patch('instance/restrictions', { allowlist: true }, other);
    expect((await settings()).restrictions.allowlist_enabled).toBe(false);
  });
});

describe('settings of one kind', () => {
  it('say who may sign up', async () => {
    const { body } = await patch('instance/restrictions', { allowlist: true, block_email_subaddresses: true });
    expect(body).toEqual({ object: 'instance_restrictions', allowlist: true, blocklist: false, allowlist_blocklist_disabled_on_sign_in: false, block_email_subaddresses: true, block_disposable_email_domains: false, ignore_dots_for_gmail_addresses: false });
    expect((await environment()).user_settings.restrictions).toMatchObject({ allowlist: { enabled: true }, block_email_subaddresses: { enabled: true } });
    await patch('instance/restrictions', { allowlist: false, block_email_subaddresses: false });
  });

  it('have an older form', async () => {
    const { body } = await patch('beta_features/instance_settings', { restricted_to_allowlist: true, from_email_address: 'hello', progressive_sign_up: true });
    expect(body).toEqual({ object: 'instance_settings', id: test.instance.id, restricted_to_allowlist: true, from_email_address: 'hello', progressive_sign_up: true, enhanced_email_deliverability: false });
    const refused = await patch('beta_features/instance_settings', { from_email_address: 'hello@example.com' });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, 'form_param_value_invalid']);
    await patch('beta_features/instance_settings', { restricted_to_allowlist: false });
  });

  it('say which countries are sent nothing', async () => {
    expect((await patch('instance/communication', { blocked_country_codes: ['RU', 'XX', 'DE'] })).body).toEqual({ object: 'instance_communication', blocked_country_codes: ['RU', 'DE'] });
    expect((await patch('instance/communication', {})).body.blocked_country_codes).toEqual(['RU', 'DE']);
    expect((await test.bapi('GET', '/v1/instance/communication')).body.blocked_country_codes).toEqual(['RU', 'DE']);
    expect((await patch('instance/communication', { blocked_country_codes: ['ru'] })).status).toBe(422);
  });

  it('say what organizations may do', async () => {
    expect((await test.bapi('GET', '/v1/instance/organization_settings')).body).toMatchObject({ object: 'organization_settings', enabled: false, max_allowed_memberships: 5, creator_role: 'org:admin', domains_default_role: 'org:member' });
    const { body } = await patch('instance/organization_settings', { enabled: true, max_allowed_memberships: 0, admin_delete_enabled: false, domains_enabled: true, domains_enrollment_modes: ['automatic_suggestion'] });
    expect(body).toMatchObject({ enabled: true, max_allowed_memberships: 0, admin_delete_enabled: false, domains_enabled: true, domains_enrollment_modes: ['automatic_suggestion'] });
    expect((await environment()).organization_settings).toMatchObject({ enabled: true, max_allowed_memberships: 0, actions: { admin_delete: false }, domains: { enabled: true, enrollment_modes: ['automatic_suggestion'] } });
    expect((await patch('instance/organization_settings', { force_organization_selection: true })).body.force_organization_selection).toBe(true);
    expect((await environment()).organization_settings.force_organization_selection).toBe(true);
    expect((await patch('instance/organization_settings', { max_allowed_memberships: -1 })).body.errors[0]).toMatchObject({ code: 'form_param_value_invalid', meta: { param_name: 'max_allowed_memberships' } });
    expect((await patch('instance/organization_settings', { domains_enrollment_modes: ['magic'] })).status).toBe(422);
    expect((await patch('instance/organization_settings', { creator_role_id: 'role_unknown' })).body.errors[0].code).toBe('form_resource_not_found');
  });

  it('say how other applications sign people in', async () => {
    const { body } = await patch('instance/oauth_application_settings', { dynamic_oauth_client_registration: true, default_scopes: ['openid'] });
    expect(body).toMatchObject({ object: 'oauth_application_settings', dynamic_oauth_client_registration: true, default_scopes: ['openid'], oauth_jwt_access_tokens: false });
    expect((await patch('instance/oauth_application_settings', { default_scopes: null })).body.default_scopes).toBeNull();
    expect((await test.bapi('GET', '/v1/instance/oauth_application_settings')).body.dynamic_oauth_client_registration).toBe(true);
  });

  it('do not pretend to protect', async () => {
    expect((await test.bapi('GET', '/v1/instance/protect')).body).toEqual({ object: 'instance_protect', rules_enabled: false, specter_enabled: false, checks_bypassed: false });
    expect((await patch('instance/protect', { rules_enabled: false })).status).toBe(200);
    expect((await patch('instance/protect', { rules_enabled: true })).body.errors[0].code).toBe('feature_not_implemented');
  });
});
