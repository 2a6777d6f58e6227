import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';

export interface BalanceEntry {
  customer_id: number;
  order_id: number;
  /** Above 0: the shop owes the customer so much more; below 0: less. */
  amount_idr: number;
  reason: 'ORDER CANCELED' | 'ORDER REACTIVATED';
}

/**
 * Adds to or subtracts from the balance of a customer, serialised, so that it is never below 0. Call it after
 * everything that locks stock.
 * @returns false, with nothing written, if the balance is too low
 */
export async function moveBalance(context: Context, entry: BalanceEntry): Promise<boolean> {
  const locked = await context.db
    .selectFrom('customers')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', entry.customer_id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (locked === undefined) throw kernelErrors.refuse('not_found');
  const last = await context.db
    .selectFrom('customer_balance_entries')
    .select(['balance_after_idr', 'created_at'])
    .where('shop_id', '=', context.shop.id)
    .where('customer_id', '=', entry.customer_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const balance_after_idr = (last?.balance_after_idr ?? 0) + entry.amount_idr;
  if (balance_after_idr < 0) return false;
  await context.db
    .insertInto('customer_balance_entries')
    .values({
      shop_id: context.shop.id,
      ...entry,
      balance_after_idr,
      user_id: context.actor.user_id,
      // The newest has the balance: none is earlier than the one before, whatever the clock of its process says.
      created_at: new Date(Math.max(context.clock.now().getTime(), last?.created_at.getTime() ?? 0)),
    })
    .execute();
  return true;
}
