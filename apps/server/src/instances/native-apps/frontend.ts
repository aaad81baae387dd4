import { AppleAppSiteAssociation, AssetLinks, type AppleAppSiteAssociationResource, type AssetLinksResource } from '@foyer/protocol/schemas/resources/well-known';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import type { Settings } from '../settings/schema.ts';

/** Systems ask when an app is installed, and caches of theirs before that: in seconds. */
const CACHE_AGE = 300;

/** Tells iOS and Android which native apps belong to the instance (reference/expo/passkeys, reference/android/passkeys). */
export function nativeAppRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Well Known', asker: 'unchecked', bare: true } as const;

  const apple = { ...options, summary: 'Read which iOS apps belong to the instance', response: AppleAppSiteAssociation };
  routes.get('/.well-known/apple-app-site-association', apple, async ({ instance, http }) => {
    http.setHeader('cache-control', `public, max-age=${CACHE_AGE}`);
    return appleAssociation(instance.settings);
  });

  const android = { ...options, summary: 'Read which Android apps belong to the instance', response: AssetLinks };
  routes.get('/.well-known/assetlinks.json', android, async ({ instance, http }) => {
    http.setHeader('cache-control', `public, max-age=${CACHE_AGE}`);
    return assetLinks(instance.settings);
  });
}

function appleAssociation({ native_apps: { ios } }: Settings): AppleAppSiteAssociationResource {
  return { webcredentials: { apps: ios.map(({ app_id_prefix: prefix, bundle_id: bundle }) => `${prefix}.${bundle}`) } };
}

function assetLinks({ native_apps: { android } }: Settings): AssetLinksResource {
  return android.map((target) => ({ relation: ['delegate_permission/common.handle_all_urls', 'delegate_permission/common.get_login_creds'], target }));
}
