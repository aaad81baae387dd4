import type { Db } from '../../platform/database/tables.ts';
import type { MessageTemplateRow, TemplateType } from './tables.ts';

export function find(db: Db, instanceId: string, type: TemplateType, slug: string): Promise<MessageTemplateRow | undefined> {
  return db
    .selectFrom('message_templates')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('template_type', '=', type)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

export function listOfType(db: Db, instanceId: string, type: TemplateType): Promise<MessageTemplateRow[]> {
  return db.selectFrom('message_templates').selectAll().where('instance_id', '=', instanceId).where('template_type', '=', type).execute();
}

/** Writes a change down, over an earlier one. */
export function save(db: Db, row: MessageTemplateRow): Promise<MessageTemplateRow> {
  const { instance_id: _instance, template_type: _type, slug: _slug, id: _id, created_at: _created, ...changes } = row;
  return db
    .insertInto('message_templates')
    .values(row)
    .onConflict((conflict) => conflict.columns(['instance_id', 'template_type', 'slug']).doUpdateSet(changes))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function remove(db: Db, instanceId: string, type: TemplateType, slug: string): Promise<void> {
  await db.deleteFrom('message_templates').where('instance_id', '=', instanceId).where('template_type', '=', type).where('slug', '=', slug).execute();
}
