import { Jwks } from '@foyer/protocol/schemas/resources/jwks';
import { publicKeys } from '../../instances/keys/signing-keys.ts';
import type { BackendRoutes, FrontendRoutes } from '../../platform/http/routes.ts';

/** How long caches may keep the public keys, in seconds. A new key signs at once: verifiers fetch again when they meet its id. */
const CACHE_AGE = 300;

/** The public keys of the instance, for whoever verifies its tokens. */
export function jwksRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'JWKS', summary: 'Read the public keys', asker: 'unchecked', bare: true, response: Jwks } as const;
  routes.get('/.well-known/jwks.json', options, async (ctx) => {
    ctx.http.setHeader('cache-control', `public, max-age=${CACHE_AGE}`);
    return { keys: await publicKeys(ctx) };
  });
}

/** The same, for servers. */
export function jwksBackendRoutes(routes: BackendRoutes): void {
  routes.get('/v1/jwks', { tag: 'JWKS', summary: 'Read the public keys', response: Jwks, unlimited: true }, async (ctx) => ({ keys: await publicKeys(ctx) }));
}
