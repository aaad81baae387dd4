import { createPublishableKey } from '@foyer/protocol/keys';
import type { Context, Instance, Platform } from '../../platform/context.ts';
import type { Db } from '../../platform/database/tables.ts';
import { newIdAt } from '../../platform/ids.ts';
import { createSecretKey } from '../keys/secret-keys.ts';
import { createSigningKey } from '../keys/signing-keys.ts';
import type { Site } from '../domains/sites.ts';
import { checkSettings, completeSettings, mergeSettings } from '../settings/settings.ts';
import type { SettingsPatch } from '../settings/schema.ts';
import type { InstanceRow } from '../tables.ts';
import { Memory } from './memory.ts';
import { createSlug } from './slug.ts';
import * as store from './store.ts';

/**
 * Finds instances and remembers them for a moment: every request starts with one. A change made by
 * this process is seen at once.
 */
export class Instances {
  readonly #platform: Platform;
  readonly #known = new Memory<Instance | null>();
  readonly #sites = new Memory<Site[]>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** The development instance that answers where none is named; `null` before the first run. */
  default(): Promise<Instance | null> {
    return this.#remembered('default', (db) => store.findDefault(db));
  }

  byId(id: string): Promise<Instance | null> {
    return this.#remembered(`id:${id}`, (db) => store.findById(db, id));
  }

  bySlug(slug: string): Promise<Instance | null> {
    return this.#remembered(`slug:${slug}`, (db) => store.findBySlug(db, slug));
  }

  /** @param host the Frontend API host, as in the publishable key */
  byHost(host: string): Promise<Instance | null> {
    return this.#remembered(`host:${host}`, (db) => store.findByHost(db, host));
  }

  /** The domains of a production instance at which browsers may reach it; development needs none. */
  async sitesOf({ id, environmentType }: Instance): Promise<readonly Site[]> {
    return environmentType === 'production' ? this.#sites.recall(id, () => store.listSites(this.#platform.db, id)) : [];
  }

  async all(): Promise<Instance[]> {
    return (await store.listAll(this.#platform.db)).map(toInstance);
  }

  /**
   * Changes settings: `patch` is laid over what is set, the result checked as a whole.
   *
   * @throws SettingsError naming the entry that is wrong
   */
  async changeSettings(id: string, patch: SettingsPatch): Promise<Instance> {
    const changed = await this.#platform.db.transaction().execute(async (db) => {
      // Held, so that of two changes at once neither takes the other back.
      const row = await store.findForUpdate(db, id);
      if (!row) throw new Error(`There is no instance ${id}.`);
      const settings = mergeSettings(row.settings, patch);
      checkSettings(settings);
      await store.updateSettings(db, id, settings, this.#platform.clock.now());
      return { ...row, settings };
    });
    this.#known.clear();
    return toInstance(changed);
  }

  /** Forgets everything remembered, so that the next request reads the database. */
  forget(): void {
    this.#known.clear();
    this.#sites.clear();
  }

  #remembered(key: string, find: (db: Db) => Promise<InstanceRow | undefined>): Promise<Instance | null> {
    return this.#known.recall(key, async () => {
      const row = await find(this.#platform.db);
      return row ? toInstance(row) : null;
    });
  }
}

/**
 * Gives an instance another Frontend API host, and so another publishable key and issuer. Whoever
 * keeps instances in memory must forget them once the transaction is through.
 *
 * @throws a unique violation of `instances_fapi_host` when another instance has the host
 */
export async function moveInstance(ctx: Context, to: { fapiHost: string; homeUrl: string }): Promise<void> {
  const row = await store.findForUpdate(ctx.db, ctx.instance.id);
  if (!row) throw new Error(`There is no instance ${ctx.instance.id}.`);
  const settings = mergeSettings(row.settings, { paths: { home_url: to.homeUrl } });
  await store.updateHost(ctx.db, row.id, { fapi_host: to.fapiHost, home_url: to.homeUrl, settings, updated_at: ctx.platform.clock.now() });
}

/** The workspace whose members administer an instance. */
export function workspaceOf(ctx: Context): Promise<string | null> {
  return store.findWorkspaceId(ctx.db, ctx.instance.applicationId);
}

/** What a new instance is made of; everything but the type has a default. */
export interface NewInstance {
  environmentType: 'development' | 'production';
  applicationName?: string;
  /** Application to belong to; a new one, in a new workspace, without it. */
  applicationId?: string;
  slug?: string;
  /** Frontend API host; development instances get `<slug>.clerk.accounts.dev`. */
  fapiHost?: string;
  settings?: SettingsPatch;
  /** Secret key to begin with, for an app that moves here and keeps its own; a new one without it. */
  secretKey?: string;
}

/** Creates an instance with its keys, in one transaction. The secret key is readable only here. */
export function createInstance(platform: Platform, wanted: NewInstance): Promise<{ instance: Instance; secretKey: string }> {
  const { clock } = platform;
  return platform.db.transaction().execute(async (db) => {
    const createdAt = clock.now();
    const slug = wanted.slug ?? createSlug();
    const name = wanted.applicationName ?? 'My application';
    const settings = mergeSettings({ display: { application_name: name } }, wanted.settings ?? {});
    checkSettings(settings);

    let applicationId = wanted.applicationId;
    if (!applicationId) {
      const workspaceId = newIdAt(clock, 'workspace');
      applicationId = newIdAt(clock, 'application');
      await store.insertWorkspace(db, { id: workspaceId, name: 'My workspace', created_at: createdAt });
      await store.insertApplication(db, { id: applicationId, workspace_id: workspaceId, name, created_at: createdAt });
    }

    const row: InstanceRow = {
      id: newIdAt(clock, 'instance'),
      application_id: applicationId,
      slug,
      environment_type: wanted.environmentType,
      fapi_host: wanted.fapiHost ?? `${slug}.clerk.accounts.dev`,
      home_url: null,
      settings,
      created_at: createdAt,
      updated_at: createdAt,
    };
    await store.insertInstance(db, row);
    const instance = toInstance(row);
    await createSigningKey(platform, db, instance.id);
    const secretKey = await createSecretKey(platform, db, instance, { name: 'Default', secretKey: wanted.secretKey });
    return { instance, secretKey };
  });
}

function toInstance(row: InstanceRow): Instance {
  return {
    id: row.id,
    applicationId: row.application_id,
    slug: row.slug,
    environmentType: row.environment_type,
    fapiHost: row.fapi_host,
    publishableKey: createPublishableKey(row.environment_type, row.fapi_host),
    settings: completeSettings(row.settings),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

declare module '../../platform/context.ts' {
  interface Instance {
    readonly applicationId: string;
    readonly createdAt: Date;
    readonly updatedAt: Date;
  }
}
