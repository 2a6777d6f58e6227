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

/** Counts that the account ends with a change, for all that was signed in with it. */
function endedAccount({
  registration_status,
  status_before_block,
  archived_at,
}: Updateable<DB['customers']>) {
  if (registration_status === undefined && archived_at === undefined) return {};
  const gone = sql<boolean>`${archived_at ?? null}::timestamptz is not null`;
  const status = sql`coalesce(${registration_status ?? null}::text, registration_status)`;
  const kept = sql`coalesce(${status_before_block ?? null}::text, ${status})`;
  const had = sql`coalesce(status_before_block, registration_status)`;
  return {
    account_ends: sql<number>`account_ends + (registration_status = '1' and (${gone} or ${status} <> '1'))::integer`,
    account_removals: sql<number>`account_removals + (${had} = '1' and (${gone} or ${kept} <> '1'))::integer`,
  };
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
        .set({ ...columns, ...endedAccount(columns) })
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
