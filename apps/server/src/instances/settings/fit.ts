import { SettingsError } from './error.ts';
import type { Settings } from './schema.ts';

/**
 * Checks what no entry shows by itself: how long sessions last (guides/secure/session-options).
 *
 * @throws SettingsError
 */
export function requireFitting({ session }: Pick<Settings, 'session'>): void {
  const { lifetime_in_minutes: lifetime, inactivity_timeout_in_minutes: inactivity } = session;
  if (lifetime === 0 && inactivity === 0) throw new SettingsError('session.lifetime_in_minutes', 'may be 0 only beside an inactivity timeout', 'session_lifetime_setting_missing');
  if (lifetime !== 0 && inactivity >= lifetime) throw new SettingsError('session.inactivity_timeout_in_minutes', 'must be shorter than the lifetime', 'form_session_inactivity_timeout_invalid');
}
