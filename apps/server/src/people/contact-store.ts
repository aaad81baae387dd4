import type { ContactRow, ContactStore } from './contacts.ts';

type Place = { table: 'email_addresses'; column: 'email_address' } | { table: 'phone_numbers'; column: 'phone_number' } | { table: 'web3_wallets'; column: 'web3_wallet' };

/**
 * The queries of one table of contacts. All tables have the same columns but for the name of the
 * value's; the types are those of email addresses, and `Row` says what really comes back.
 */
export function contactStore<Row extends ContactRow>(place: Place): ContactStore<Row> {
  const table = place.table as 'email_addresses';
  const column = place.column as 'email_address';

  return {
    async find(db, instanceId, id) {
      const row = await db.selectFrom(table).selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
      return row as Row | undefined;
    },

    async findOwned(db, instanceId, value) {
      const row = await db
        .selectFrom(table)
        .selectAll()
        .where('instance_id', '=', instanceId)
        .where(column, '=', value)
        .where((eb) => eb.or([eb('verified_at', 'is not', null), eb('reserved', '=', true)]))
        .executeTakeFirst();
      return row as Row | undefined;
    },

    async listOf(db, instanceId, userIds) {
      const rows = await db
        .selectFrom(table)
        .selectAll()
        .where('instance_id', '=', instanceId)
        .where('user_id', 'in', userIds)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows as unknown as Row[];
    },

    async insert(db, { instanceId, userId, id, at }, contact) {
      const row = await db
        .insertInto(table)
        .values({
          instance_id: instanceId,
          id,
          user_id: userId,
          [column]: contact.value,
          verified_at: contact.verified ? at : null,
          reserved: contact.reserved,
          verification_id: contact.verificationId,
          created_at: at,
          updated_at: at,
        } as never)
        .returningAll()
        .executeTakeFirstOrThrow();
      return row as unknown as Row;
    },

    async update(db, instanceId, id, changes, at) {
      const row = await db
        .updateTable(table)
        .set({ ...changes, updated_at: at })
        .where('instance_id', '=', instanceId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row as Row | undefined;
    },

    async remove(db, instanceId, id) {
      await db.deleteFrom(table).where('instance_id', '=', instanceId).where('id', '=', id).execute();
    },
  };
}
