import { sql, type Insertable, type Updateable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { CUSTOMER_TEXT } from './search-text.ts';

/**
 * Adds a customer, with what search reads of it: the only way in which customers come to be, beside guests who order
 * (`guest-customer.ts`).
 * @returns its id
 */
export async function insertCustomer(
  context: Context,
  customer: Omit<Insertable<DB['customers']>, 'shop_id'>,
): Promise<number> {
  const shop_id = context.shop.id;
  const { id } = await context.db
    .insertInto('customers')
    .values({ shop_id, ...customer })
    .returning('id')
    .executeTakeFirstOrThrow();
  await context.db
    .insertInto('customer_texts')
    .columns(['shop_id', 'customer_id', 'search_text'])
    .expression((db) =>
      db
        .selectFrom('customers')
        .select(['shop_id', 'id', sql.raw<string>(CUSTOMER_TEXT).as('search_text')])
        .where('shop_id', '=', shop_id)
        .where('id', '=', id),
    )
    .execute();
  return id;
}

/**
 * Changes a locked customer, and what search reads of it, in one statement: the only way in which customers change, but
 * for `last_order_at`. A text that stays the same is not written; that of an archived customer is removed.
 */
export function changeCustomer(
  context: Context,
  id: number,
  columns: Updateable<DB['customers']>,
): Promise<{ id: number; name: string }> {
  const shop_id = context.shop.id;
  return context.db
    .with('changed', (db) =>
      db
        .updateTable('customers')
        .set(columns)
        .where('shop_id', '=', shop_id)
        .where('id', '=', id)
        .returning(['id', 'name', 'archived_at', sql.raw<string>(CUSTOMER_TEXT).as('search_text')]),
    )
    .with('text', (db) =>
      db
        .updateTable('customer_texts as stored')
        .from('changed')
        .set((row) => ({ search_text: row.ref('changed.search_text') }))
        .where('stored.shop_id', '=', shop_id)
        .where('stored.customer_id', '=', id)
        .where('changed.archived_at', 'is', null)
        .whereRef('stored.search_text', '<>', 'changed.search_text'),
    )
    .with('gone', (db) =>
      db
        .deleteFrom('customer_texts as stored')
        .using('changed')
        .where('stored.shop_id', '=', shop_id)
        .where('stored.customer_id', '=', id)
        .where('changed.archived_at', 'is not', null),
    )
    .selectFrom('changed')
    .select(['id', 'name'])
    .executeTakeFirstOrThrow();
}
