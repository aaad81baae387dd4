import type { SettingsPatch } from './schema.ts';

/**
 * What instances begin with besides the defaults, if nobody says otherwise. Defaults are also for
 * those that are there already, and for apps that move here: their sign-in pages may not know such
 * a step, and so must not meet it by an update (guides/secure/client-trust).
 */
export const NEW_INSTANCE_SETTINGS: SettingsPatch = { attack_protection: { client_trust: true } };
