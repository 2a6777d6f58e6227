import { sql, type SelectQueryBuilder } from 'kysely';
import type { Context } from './context.ts';
import type { DB } from './database/schema.generated.ts';
import { defineErrors } from './errors.ts';

const limitErrors = defineErrors({
  limit_reached: {
    status: 422,
    en: 'The shop has reached the limit of {limit}. No more can be added.',
    id: 'Toko ini sudah mencapai batas {limit} dan tidak dapat menambah lagi.',
    explanation: 'docs/limits.md lists how many of each kind a shop can have.',
  },
});

/**
 * Call it in the transaction that adds a row. Counts for one caller after the other, so that the limit holds
 * however many add at once.
 * @param most rows that a shop may have
 * @param rows those that count, of the shop
 * @param adding how many are added
 * @throws Refusal 422 where the shop would have more than it may
 */
export async function holdToLimit<Table extends keyof DB>(
  context: Context,
  most: number,
  rows: SelectQueryBuilder<DB, Table, object>,
  adding = 1,
): Promise<void> {
  await context.db
    .selectFrom('shops')
    .select('id')
    .where('id', '=', context.shop.id)
    .forNoKeyUpdate()
    .execute();
  const { having } = await rows.select(sql<number>`count(*)`.as('having')).executeTakeFirstOrThrow();
  if (having + adding > most) throw limitErrors.refuse('limit_reached', { limit: most });
}
