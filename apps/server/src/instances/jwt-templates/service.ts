import { apiError } from '@foyer/protocol/errors';
import type { JwtTemplateParams } from '@foyer/protocol/schemas/requests/jwt-templates';
import { now, transaction, type Context } from '../../platform/context.ts';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import { newId } from '../../platform/ids.ts';
import { signJwt } from '../keys/signing-keys.ts';
import { RESERVED_IN_TEMPLATES } from './reserved.ts';
import { requireSigningKey, signWithOwnKey } from './signing.ts';
import * as store from './store.ts';
import type { JwtTemplateRow } from './tables.ts';

const PURPOSE = 'jwt-template-key';

/** Seconds. Source: sessions/jwt-templates. */
const DEFAULT_LIFETIME = 60;
const DEFAULT_CLOCK_SKEW = 5;
const NAME_MAX = 255;
/** Largest claims, in characters of JSON: no header carries a token of that size. */
const CLAIMS_MAX = 16_384;
/** The algorithm of the instance's own key. */
const OWN_ALGORITHM = 'RS256';

/** @throws `resource_not_found` */
export async function getJwtTemplate(ctx: Context, id: string): Promise<JwtTemplateRow> {
  const row = await store.find(ctx.db, ctx.instance.id, id);
  if (!row) throw apiError('resource_not_found', { longMessage: 'There is no JWT template with this id.' });
  return row;
}

/** @throws `resource_not_found` */
export async function getJwtTemplateByName(ctx: Context, name: string): Promise<JwtTemplateRow> {
  const row = await store.findByName(ctx.db, ctx.instance.id, name);
  if (!row) throw apiError('resource_not_found', { longMessage: `There is no JWT template named "${name}" in this instance.` });
  return row;
}

/** @throws `jwt_template_reserved_claim`, `form_already_exists` and the form errors of the other parameters */
export async function createJwtTemplate(ctx: Context, params: JwtTemplateParams): Promise<JwtTemplateRow> {
  const at = now(ctx);
  return refusingTakenName(
    store.insert(ctx.db, {
      instance_id: ctx.instance.id,
      id: newId(ctx, 'jwt_template'),
      name: requireName(params.name),
      claims: requireClaims(params.claims),
      lifetime: params.lifetime ?? DEFAULT_LIFETIME,
      allowed_clock_skew: params.allowed_clock_skew ?? DEFAULT_CLOCK_SKEW,
      ...keyColumns(ctx, params, null),
      created_at: at,
      updated_at: at,
    }),
  );
}

/**
 * Replaces name and claims. Lifetime and clock skew stay when they are left out, and so does a key
 * of its own unless `custom_signing_key` says otherwise.
 *
 * @throws `resource_not_found` and what {@link createJwtTemplate} throws
 */
export function updateJwtTemplate(ctx: Context, id: string, params: JwtTemplateParams): Promise<JwtTemplateRow> {
  return transaction(ctx, async (ctx) => {
    const held = await getJwtTemplate(ctx, id);
    const updated = await refusingTakenName(
      store.update(ctx.db, ctx.instance.id, id, {
        name: requireName(params.name),
        claims: requireClaims(params.claims),
        lifetime: params.lifetime === undefined ? held.lifetime : (params.lifetime ?? DEFAULT_LIFETIME),
        allowed_clock_skew: params.allowed_clock_skew === undefined ? held.allowed_clock_skew : (params.allowed_clock_skew ?? DEFAULT_CLOCK_SKEW),
        ...keyColumns(ctx, params, held),
        updated_at: now(ctx),
      }),
    );
    return updated ?? getJwtTemplate(ctx, id);
  });
}

/** @throws `resource_not_found` */
export async function deleteJwtTemplate(ctx: Context, id: string): Promise<void> {
  if (!(await store.remove(ctx.db, ctx.instance.id, id))) await getJwtTemplate(ctx, id);
}

/** Signs the claims of a token as its template says: with the template's key, or the instance's. */
export function signByTemplate(ctx: Context, template: JwtTemplateRow, claims: object): Promise<string> {
  if (!template.signing_key_encrypted) return signJwt(ctx, claims);
  const key = ctx.platform.vault.open(ctx.instance.id, PURPOSE, template.signing_key_encrypted);
  return Promise.resolve(signWithOwnKey(template.signing_algorithm, key, claims));
}

function requireName(text: string): string {
  const name = text.trim();
  if (name === '') throw apiError('form_param_nil', { param: 'name' });
  if (name.length > NAME_MAX) throw apiError('form_param_max_length_exceeded', { param: 'name', values: { max: NAME_MAX } });
  // The name is a segment of the path by which tokens are asked for.
  if (name.includes('/')) throw apiError('form_param_format_invalid', { param: 'name' });
  return name;
}

function requireClaims(claims: Record<string, unknown>): Record<string, unknown> {
  const reserved = Object.keys(claims).find((name) => RESERVED_IN_TEMPLATES.includes(name));
  if (reserved !== undefined) throw apiError('jwt_template_reserved_claim', { values: { claim: reserved }, meta: { name: reserved } });
  if (JSON.stringify(claims).length > CLAIMS_MAX) throw apiError('form_param_exceeds_allowed_size', { param: 'claims' });
  return claims;
}

type KeyColumns = Pick<JwtTemplateRow, 'signing_algorithm' | 'signing_key_encrypted'>;

function keyColumns(ctx: Context, params: JwtTemplateParams, held: KeyColumns | null): KeyColumns {
  const { custom_signing_key: custom, signing_algorithm: algorithm, signing_key: key } = params;
  if (custom === undefined && held) return { signing_algorithm: held.signing_algorithm, signing_key_encrypted: held.signing_key_encrypted };
  if (!custom) return { signing_algorithm: OWN_ALGORITHM, signing_key_encrypted: null };
  if (!key && held?.signing_key_encrypted && (!algorithm || algorithm === held.signing_algorithm)) {
    return { signing_algorithm: held.signing_algorithm, signing_key_encrypted: held.signing_key_encrypted };
  }
  if (!algorithm) throw apiError('form_conditional_param_missing', { param: 'signing_algorithm' });
  if (!key) throw apiError('form_conditional_param_missing', { param: 'signing_key' });
  requireSigningKey(algorithm, key);
  return { signing_algorithm: algorithm, signing_key_encrypted: ctx.platform.vault.seal(ctx.instance.id, PURPOSE, key) };
}

async function refusingTakenName<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isUniqueViolation(error, 'jwt_templates_name')) throw apiError('form_already_exists', { param: 'name', cause: error });
    throw error;
  }
}
