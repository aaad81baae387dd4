import { describe, expect, it } from 'vitest';
import { testApp } from '../testing/app.ts';

describe.each(['fapi', 'bapi'])('/openapi/%s.json', (name) => {
  it('describes every declared route', async () => {
    const { http, routes } = await testApp();
    const document = (await http.inject(`/openapi/${name}.json`)).json();
    expect(document.openapi).toBe('3.1.0');
    const declared = routes.filter(({ face }) => face === (name === 'fapi' ? 'frontend' : 'backend'));
    for (const { method, path } of declared) {
      expect(document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
    }
  });
});
