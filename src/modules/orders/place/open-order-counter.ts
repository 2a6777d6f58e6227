import type { PublicContext } from '../../../kernel/context.ts';

/** po_number counts from 1 in each shop. */
export async function openOrderCounter(context: PublicContext, shop_id: number): Promise<void> {
  await context.db.insertInto('order_counters').values({ shop_id }).execute();
}
