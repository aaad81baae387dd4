import { describe, expect, it } from 'vitest';
import { completeSettings, mergeSettings, SettingsError } from './settings.ts';

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

  it('merging replaces lists and joins objects', () => {
    const merged = mergeSettings({ a: { x: 1, y: [1, 2] } }, { a: { y: [3] } } as never);
    expect(merged).toEqual({ a: { x: 1, y: [3] } });
  });
});
