import type { Db, Json } from '../../platform/database/tables.ts';
import type { Site } from '../domains/sites.ts';
import '../domains/tables.ts';
import type { InstanceRow } from '../tables.ts';

/** What stands before the domain in the Frontend API host of a production instance. */
const FAPI_PREFIX = 'clerk.';

/** The first development instance: what a request means that names none. */
export function findDefault(db: Db): Promise<InstanceRow | undefined> {
  return db.selectFrom('instances').selectAll().where('environment_type', '=', 'development').orderBy('created_at').orderBy('id').limit(1).executeTakeFirst();
}

export function findById(db: Db, id: string): Promise<InstanceRow | undefined> {
  return db.selectFrom('instances').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findForUpdate(db: Db, id: string): Promise<InstanceRow | undefined> {
  return db.selectFrom('instances').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The workspace that an application belongs to. */
export async function findWorkspaceId(db: Db, applicationId: string): Promise<string | null> {
  const row = await db.selectFrom('applications').select('workspace_id').where('id', '=', applicationId).executeTakeFirst();
  return row?.workspace_id ?? null;
}

export function findBySlug(db: Db, slug: string): Promise<InstanceRow | undefined> {
  return db.selectFrom('instances').selectAll().where('slug', '=', slug).executeTakeFirst();
}

/** By its own host, or by that of a satellite domain of a production instance: `clerk.` and the domain. */
export async function findByHost(db: Db, host: string): Promise<InstanceRow | undefined> {
  const own = await db.selectFrom('instances').selectAll().where('fapi_host', '=', host).executeTakeFirst();
  if (own || !host.startsWith(FAPI_PREFIX)) return own;
  return db
    .selectFrom('domains')
    .innerJoin('instances', 'instances.id', 'domains.instance_id')
    .selectAll('instances')
    .where('domains.name', '=', host.slice(FAPI_PREFIX.length))
    .where('domains.is_satellite', '=', true)
    .where('domains.live', '=', true)
    .executeTakeFirst();
}

/** The primary domain, where it is written down, and the satellites of an instance. */
export function listSites(db: Db, instanceId: string): Promise<Site[]> {
  return db.selectFrom('domains').select(['name', 'is_satellite', 'proxy_url']).where('instance_id', '=', instanceId).execute();
}

export async function updateHost(db: Db, id: string, changes: Pick<InstanceRow, 'fapi_host' | 'home_url' | 'settings' | 'updated_at'>): Promise<void> {
  await db.updateTable('instances').set(changes).where('id', '=', id).execute();
}

export function listAll(db: Db): Promise<InstanceRow[]> {
  return db.selectFrom('instances').selectAll().orderBy('created_at').orderBy('id').execute();
}

export async function updateSettings(db: Db, id: string, settings: Json, updatedAt: Date): Promise<void> {
  await db.updateTable('instances').set({ settings, updated_at: updatedAt }).where('id', '=', id).execute();
}

export async function insertInstance(db: Db, row: InstanceRow): Promise<void> {
  await db.insertInto('instances').values(row).execute();
}

export async function insertApplication(db: Db, application: { id: string; workspace_id: string; name: string; created_at: Date }): Promise<void> {
  await db.insertInto('applications').values({ ...application, logo_url: null }).execute();
}

export async function insertWorkspace(db: Db, workspace: { id: string; name: string; created_at: Date }): Promise<void> {
  await db.insertInto('workspaces').values(workspace).execute();
}
