import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestInstance, testApp } from '../testing/app.ts';

const newDomain = () => `app-${randomBytes(6).toString('hex')}.com`;
const production = (domain: string) => createTestInstance({ environmentType: 'production', fapiHost: `clerk.${domain}` });

async function get(query: Record<string, string>) {
  const { http } = await testApp();
  return http.inject(`/api/v1/public/interstitial?${new URLSearchParams(query)}`);
}

/** `src` and data attributes of the script that a page loads. */
function scriptOf(html: string): Record<string, string> {
  const [, written = ''] = /<script async ([^>]*)>/.exec(html) ?? [];
  return Object.fromEntries([...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

describe('the interstitial page', () => {
  it('loads the script of the instance, by its key or its Frontend API', async () => {
    const domain = newDomain();
    const { instance } = await production(domain);
    for (const [name, value] of [['publishable_key', instance.publishableKey], ['frontend_api', `clerk.${domain}`], ['frontendApi', `clerk.${domain}`]] as const) {
      const response = await get({ [name]: value });
      expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(scriptOf(response.body)).toEqual({ crossorigin: 'anonymous', 'data-clerk-publishable-key': instance.publishableKey, src: `https://clerk.${domain}/npm/@foyer/js@latest/dist/clerk.browser.js` });
    }
  });

  it('runs nothing but that script and its own, wherever it is shown, and at our address in a sandbox', async () => {
    const domain = newDomain();
    const { instance } = await production(domain);
    const { body, headers } = await get({ publishable_key: instance.publishableKey });
    const inline = [...body.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text = '']) => text);
    expect(inline).toHaveLength(1);
    const hash = `'sha256-${createHash('sha256').update(inline[0] ?? '').digest('base64')}'`;
    const [, meta = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(body) ?? [];
    expect(meta.replaceAll('&#39;', "'")).toContain(`script-src ${hash} https://clerk.${domain};`);
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts; /);
    expect(headers['content-security-policy']).toContain(hash);
  });

  it('goes through the server where nobody knows the host of a development instance', async () => {
    const { instance } = await createTestInstance();
    const script = scriptOf((await get({ publishable_key: instance.publishableKey })).body);
    expect(script['data-clerk-proxy-url']).toMatch(new RegExp(`/i/${instance.slug}$`));
    expect(script['src']).toMatch(/^http:\/\/localhost/);
  });

  it('knows satellites', async () => {
    const [domain, satellite] = [newDomain(), newDomain()];
    const test = await production(domain);
    await test.bapi('POST', '/v1/domains', { json: { name: satellite, is_satellite: true } });
    const query = { publishable_key: test.instance.publishableKey, domain: satellite, sign_in_url: `https://${domain}/sign-in?a="b"`, use_domain_for_script: 'true' };
    expect(scriptOf((await get(query)).body)).toMatchObject({ 'data-clerk-domain': satellite, src: expect.stringContaining(`https://clerk.${satellite}/npm/`), 'data-sign-in-url': `https://${domain}/sign-in?a=&quot;b&quot;` });
    expect(scriptOf((await get({ ...query, domain })).body)).not.toHaveProperty('data-clerk-domain');
  });

  it('loads nothing from addresses that are not the instance’s', async () => {
    const { instance } = await production(newDomain());
    const publishable_key = instance.publishableKey;
    const codeOf = async (query: Record<string, string>) => (await get(query)).json().errors[0].code;
    expect(await codeOf({})).toBe('form_param_missing');
    expect(await codeOf({ publishable_key: 'pk_live_nonsense' })).toBe('form_param_missing');
    expect(await codeOf({ frontend_api: 'clerk.evil.com' })).toBe('resource_not_found');
    expect(await codeOf({ publishable_key, proxy_url: 'https://evil.com/__clerk' })).toBe('form_param_value_invalid');
    expect(await codeOf({ publishable_key, domain: 'evil.com', use_domain_for_script: 'true' })).toBe('form_param_value_invalid');
    expect(await codeOf({ publishable_key, sign_in_url: 'javascript:alert(1)' })).toBe('form_param_value_invalid');
  });
});
