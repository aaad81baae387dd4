import { describe, expect, it } from 'vitest';
import { checkSettings, completeSettings, mergeSettings, SettingsError } from './settings.ts';

describe('settings', () => {
  it('an empty document is every default, all the way down', () => {
    const settings = completeSettings({});
    expect(settings.attributes.email_address.first_factors).toEqual(['email_code']);
    expect(settings.session.lifetime_in_minutes).toBe(10_080);
    expect(settings.display.support_email).toBeNull();
  });

  it('keeps what is given and completes the rest', () => {
    const settings = completeSettings({ attributes: { username: { enabled: true } } });
    expect(settings.attributes.username).toEqual({ enabled: true, required: false, used_for_first_factor: false });
  });

  it('names the entry that is wrong', () => {
    expect(() => completeSettings({ password: { min_length: 2 } })).toThrowError(SettingsError);
    expect(() => completeSettings({ password: { min_length: 2 } })).toThrowError(/password\.min_length/);
    expect(() => completeSettings({ passwords: {} })).toThrowError(SettingsError);
  });

  it.each([
    ['no end at all', { lifetime_in_minutes: 0 }, 'session_lifetime_setting_missing'],
    ['a time without activity that never comes', { lifetime_in_minutes: 60, inactivity_timeout_in_minutes: 60 }, 'form_session_inactivity_timeout_invalid'],
    ['activity alone', { lifetime_in_minutes: 0, inactivity_timeout_in_minutes: 60 }, null],
    ['both', { lifetime_in_minutes: 60, inactivity_timeout_in_minutes: 59 }, null],
  ])('of sessions that have %s', (_what, session, problem) => {
    const check = () => checkSettings({ session });
    if (problem === null) expect(check().session).toMatchObject(session);
    else expect(check).toThrowError(expect.objectContaining({ code: problem }));
    // What is stored already must not keep an instance from being read.
    expect(completeSettings({ session }).session).toMatchObject(session);
  });

  it('merging joins sections and replaces everything else', () => {
    const base = { session: { token_version: 'v1', custom_claims: { a: 1 } }, allowed_origins: ['https://a.example', 'https://b.example'] };
    const merged = mergeSettings(base, { session: { custom_claims: { b: 2 } }, allowed_origins: ['https://c.example'] });
    expect(merged).toEqual({ session: { token_version: 'v1', custom_claims: { b: 2 } }, allowed_origins: ['https://c.example'] });
  });
});
