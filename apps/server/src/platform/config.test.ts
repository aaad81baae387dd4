import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { configurationPage } from './config-docs.ts';

describe('readConfig', () => {
  it('has a default for everything that is needed', () => {
    expect(readConfig({})).toMatchObject({ host: 'localhost', port: 4000, publicUrl: 'http://localhost:4000', dataDir: resolve('.foyer'), rateLimits: true });
  });

  it('reads numbers and switches from text, and takes an empty value for none', () => {
    expect(readConfig({ PORT: '80', FOYER_RATE_LIMITS: 'false', FOYER_URL: '' })).toMatchObject({ port: 80, rateLimits: false, publicUrl: 'http://localhost:80' });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '4000.5' }, 'PORT must be a whole number'],
    [{ PORT: '70000' }, 'PORT must be a whole number'],
    [{ PORT: '4e3' }, 'PORT must be a whole number'],
    [{ FOYER_RATE_LIMITS: 'off' }, 'FOYER_RATE_LIMITS must be true or false.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn,'],
    [{ FOYER_URL: 'auth.example.com' }, 'FOYER_URL must be an absolute http or https address'],
    [{ FOYER_URL: 'https://auth.example.com/?from=docs' }, 'FOYER_URL'],
    [{ FOYER_SMS_URL: 'sms.example.com' }, 'FOYER_SMS_URL'],
    [{ FOYER_API_HOST: 'https://api.example.com' }, 'FOYER_API_HOST must be a host name'],
    [{ DATABASE_URL: 'db.example.com/foyer' }, 'DATABASE_URL must be an address such as postgres://'],
    [{ DATABASE_URL: 'https://db.example.com/foyer' }, 'DATABASE_URL'],
    [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL must be an address such as smtps://'],
    [{ SMTP_URL: 'smtp://user:100%@mail.example.com' }, 'percent-encoded'],
    [{ FOYER_MAIL_FROM: 'Foyer' }, 'FOYER_MAIL_FROM must be an email address'],
    [{ FOYER_TURNSTILE_SITE_KEY: '1x' }, 'FOYER_TURNSTILE_SECRET_KEY'],
  ])('%j is refused with the name of the variable and what it has to be', (env, message) => {
    expect(() => readConfig(env)).toThrowError(ConfigError);
    expect(() => readConfig(env)).toThrowError(message);
  });

  it.each([
    { FOYER_URL: 'https://auth.example.com/' },
    { FOYER_API_HOST: 'api.example.com' },
    { FOYER_SMS_URL: 'http://sms.internal/send?key=1' },
    { DATABASE_URL: 'postgresql://foyer@/users?host=%2Frun%2Fpostgresql' },
    { SMTP_URL: 'smtps://me%40example.com:p%40ss@mail.example.com:465' },
    { FOYER_MAIL_FROM: 'accounts@example.com' },
    { FOYER_MAIL_FROM: 'Example, Inc. <accounts@example.com>' },
    { FOYER_RATE_LIMITS: '0', PORT: ' 8080 ' },
  ])('%j is taken', (env) => {
    expect(() => readConfig(env)).not.toThrow();
  });

  it('shows nobody a password that is at fault', () => {
    expect(() => readConfig({ SMTP_URL: 'user:secret@mail.example.com' })).toThrowError(/^(?!.*secret)/);
  });
});

it('docs/configuration.md is what the schema says', async () => {
  const written = await readFile(new URL('../../../../docs/configuration.md', import.meta.url), 'utf8');
  expect(written, 'run `npm run docs`').toBe(configurationPage());
});
