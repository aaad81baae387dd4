import { createInstance, Instances } from './instances/instances/service.ts';
import { shownSecretKey } from './instances/keys/secret-keys.ts';
import { instanceContext } from './instances/resolve.ts';
import { NEW_INSTANCE_SETTINGS } from './instances/settings/new-instances.ts';
import type { SettingsPatch } from './instances/settings/schema.ts';
import type { Instance, Platform } from './platform/context.ts';

/** What the first instance has on besides the defaults: people may say their names. */
const FIRST_SETTINGS: SettingsPatch = { ...NEW_INSTANCE_SETTINGS, attributes: { first_name: { enabled: true }, last_name: { enabled: true } } };

/**
 * Makes sure there is a development instance to begin with: the first run creates a workspace, an
 * application and its development instance.
 *
 * @returns the instance that answers by default, and its secret key where it may be shown
 */
export async function ensureFirstInstance(platform: Platform, instances: Instances): Promise<{ instance: Instance; secretKey: string | null } | null> {
  const existing = await instances.default();
  if (existing) return { instance: existing, secretKey: await shownSecretKey(instanceContext(platform, existing)) };
  const [first] = await instances.all();
  if (first) return null;
  const created = await createInstance(platform, { environmentType: 'development', applicationName: 'My application', settings: FIRST_SETTINGS });
  instances.forget();
  return created;
}
