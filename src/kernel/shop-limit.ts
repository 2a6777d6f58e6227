import type { Context } from './context.ts';
import { defineErrors } from './errors.ts';
import { limits } from './limits.ts';

const limitErrors = defineErrors({
  limit_reached: {
    status: 422,
    en: 'This shop has {limit} of them already, and more are not possible.',
    id: 'Toko ini sudah memiliki {limit}, dan tidak dapat ditambah lagi.',
    explanation: 'What a shop can have of each kind stands in docs/limits.md.',
  },
});

/** Kinds of rows whose number in a shop is limited: those that lists give whole. */
type Limited = 'suppliers' | 'bank_accounts' | 'product_categories';

/**
 * Call it in the transaction that adds a row. Counts one caller after the other, so that the limit holds
 * however many add at once.
 * @throws Refusal 422 where the shop has as many as it may
 */
export async function holdToLimit(context: Context, table: Limited): Promise<void> {
  await context.db
    .selectFrom('shops')
    .select('id')
    .where('id', '=', context.shop.id)
    .forNoKeyUpdate()
    .execute();
  const { having } = await context.db
    .selectFrom(table)
    .select((builder) => builder.fn.countAll<number>().as('having'))
    .where('shop_id', '=', context.shop.id)
    .executeTakeFirstOrThrow();
  if (having >= limits[table]) throw limitErrors.refuse('limit_reached', { limit: limits[table] });
}
