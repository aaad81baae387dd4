import { apiError } from '@foyer/protocol/errors';
import type { ChangeDomainParams } from '@foyer/protocol/schemas/requests/instance';
import type { CreateDomainParams, UpdateDomainParams } from '@foyer/protocol/schemas/requests/domains';
import { now, transaction, type Context } from '../../platform/context.ts';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import { newId } from '../../platform/ids.ts';
import { moveInstance } from '../instances/service.ts';
import { fapiHostOf, nameOfHome, primaryName, requireName } from './names.ts';
import { reachesFrontendApi, requireProxyUrl } from './proxy.ts';
import * as store from './store.ts';
import type { DomainRow } from './tables.ts';

/** The domains of the instance, the primary one first. */
export async function listDomains(ctx: Context): Promise<DomainRow[]> {
  await store.insertPrimary(ctx.db, newRow(ctx, { name: primaryName(ctx.instance), is_satellite: false, proxy_url: null }));
  return store.list(ctx.db, ctx.instance.id);
}

/** @throws `resource_not_found` */
export async function getDomain(ctx: Context, id: string): Promise<DomainRow> {
  const row = await store.find(ctx.db, ctx.instance.id, id);
  if (!row) throw apiError('resource_not_found', { longMessage: 'There is no domain with this id.' });
  return row;
}

/**
 * A satellite by its name.
 *
 * @throws `resource_not_found`
 */
export async function getSatellite(ctx: Context, name: string): Promise<DomainRow> {
  const row = (await store.list(ctx.db, ctx.instance.id)).find((domain) => domain.is_satellite && domain.name === name);
  if (!row) throw apiError('resource_not_found', { longMessage: `This instance has no satellite domain ${name}.` });
  return row;
}

/**
 * Adds a satellite: a domain that reads who is signed in on the primary one.
 *
 * @throws `primary_domain_already_exists`, `form_already_exists`, `form_param_format_invalid`, `known_hosting_domain`,
 *   `form_conditional_param_disallowed`, `invalid_proxy_configuration`
 */
export async function addSatellite(ctx: Context, { name: text, is_satellite: isSatellite, proxy_url: proxyUrl }: CreateDomainParams): Promise<DomainRow> {
  if (!isSatellite) throw apiError('primary_domain_already_exists', { param: 'is_satellite' });
  const name = requireName(ctx.instance, text);
  await refuseTaken(ctx, name);
  const proxy = proxyUrl ? await requireProxy(ctx, proxyUrl) : null;
  return refusingTaken('name', store.insert(ctx.db, newRow(ctx, { name, is_satellite: true, proxy_url: proxy })));
}

/**
 * Changes a domain. `null` as the proxy's address takes the proxy away.
 *
 * @throws `resource_not_found`, `domain_update_forbidden` for the name of a development instance, and what {@link addSatellite} throws
 */
export async function updateDomain(ctx: Context, id: string, params: UpdateDomainParams): Promise<DomainRow> {
  const row = await getDomain(ctx, id);
  const name = params.name ? requireName(ctx.instance, params.name) : row.name;
  if (name !== row.name && !row.is_satellite) requireProduction(ctx);
  if (name !== row.name) await refuseTaken(ctx, name);
  const proxy = params.proxy_url ? await requireProxy(ctx, params.proxy_url) : null;
  return refusingTaken('name', transaction(ctx, async (ctx) => {
    if (name !== row.name && !row.is_satellite) await moveInstance(ctx, { fapiHost: fapiHostOf(name), homeUrl: `https://${name}` });
    return store.update(ctx.db, ctx.instance.id, id, {
      name,
      ...(params.proxy_url === undefined ? {} : { proxy_url: proxy }),
      ...(typeof params.is_secondary === 'boolean' ? { is_secondary: params.is_secondary } : {}),
      updated_at: now(ctx),
    });
  }));
}

/** @throws `resource_not_found`, `operation_not_allowed_on_primary_domain` */
export async function removeSatellite(ctx: Context, id: string): Promise<void> {
  const row = await getDomain(ctx, id);
  if (!row.is_satellite) throw apiError('operation_not_allowed_on_primary_domain');
  await store.remove(ctx.db, ctx.instance.id, id);
}

/**
 * Moves a production instance to another domain. Publishable key and issuer change with it, and
 * everyone must sign in again: cookies of the old domain are not those of the new one.
 *
 * @throws `domain_update_forbidden`, `form_param_missing`, `form_param_format_invalid`, `known_hosting_domain`, `home_url_taken`
 */
export async function changeDomain(ctx: Context, { home_url: wanted, is_secondary: isSecondary = false }: ChangeDomainParams): Promise<void> {
  requireProduction(ctx);
  if (!wanted) throw apiError('form_param_missing', { param: 'home_url' });
  const { name, homeUrl } = nameOfHome(wanted, isSecondary);
  const taken = apiError('home_url_taken', { param: 'home_url' });
  if (await store.isHostOfAnother(ctx.db, ctx.instance.id, fapiHostOf(name), name)) throw taken;
  const [primary] = await listDomains(ctx);
  if (!primary) throw new Error('The primary domain has just been written, and is not there.');
  try {
    await transaction(ctx, async (ctx) => {
      await moveInstance(ctx, { fapiHost: fapiHostOf(name), homeUrl });
      await store.update(ctx.db, ctx.instance.id, primary.id, { name, is_secondary: isSecondary, updated_at: now(ctx) });
    });
  } catch (error) {
    throw isUniqueViolation(error) ? taken : error;
  }
}

function requireProduction({ instance }: Context): void {
  if (instance.environmentType !== 'production') throw apiError('domain_update_forbidden');
}

async function requireProxy(ctx: Context, text: string): Promise<string> {
  const param = 'proxy_url';
  if (ctx.instance.environmentType !== 'production') throw apiError('form_conditional_param_disallowed', { param });
  const proxyUrl = requireProxyUrl(ctx, text);
  if (!(await reachesFrontendApi(ctx, proxyUrl))) throw apiError('invalid_proxy_configuration', { param });
  return proxyUrl;
}

async function refuseTaken(ctx: Context, name: string): Promise<void> {
  if (ctx.instance.environmentType !== 'production') return;
  if (await store.isHostOfAnother(ctx.db, ctx.instance.id, fapiHostOf(name), name)) throw apiError('form_already_exists', { param: 'name' });
}

async function refusingTaken<T>(param: string, write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isUniqueViolation(error)) throw apiError('form_already_exists', { param, cause: error });
    throw error;
  }
}

function newRow(ctx: Context, domain: Pick<DomainRow, 'name' | 'is_satellite' | 'proxy_url'>): DomainRow {
  const at = now(ctx);
  const live = ctx.instance.environmentType === 'production';
  return { instance_id: ctx.instance.id, id: newId(ctx, 'domain'), ...domain, is_secondary: false, live, created_at: at, updated_at: at };
}
