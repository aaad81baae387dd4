import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { configurationPage } from './config-docs.ts';

describe('readConfig', () => {
  it('has a default for everything that is needed', () => {
    expect(readConfig({})).toMatchObject({ host: 'localhost', port: 4000, publicUrl: 'http://localhost:4000', dataDir: './.foyer', rateLimits: true });
  });

  it('reads numbers and switches from text, and takes an empty value for none', () => {
    expect(readConfig({ PORT: '80', FOYER_RATE_LIMITS: 'false', FOYER_URL: '' })).toMatchObject({ port: 80, rateLimits: false, publicUrl: 'http://localhost:80' });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ FOYER_URL: 'auth.example.com' }, 'FOYER_URL'],
    [{ FOYER_TURNSTILE_SITE_KEY: '1x' }, 'FOYER_TURNSTILE_SECRET_KEY'],
  ])('%j is refused with the name of the variable', (env, name) => {
    expect(() => readConfig(env)).toThrowError(ConfigError);
    expect(() => readConfig(env)).toThrowError(name);
  });
});

it('docs/configuration.md is what the schema says', async () => {
  const written = await readFile(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');
  expect(written, 'run `npm run docs`').toBe(configurationPage());
});
