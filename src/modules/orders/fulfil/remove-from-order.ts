import type { Context } from '../../../kernel/context.ts';
import { removePayments } from '../../payments/index.ts';
import { changeOrder, paymentInHistory } from '../change-order.ts';
import type { LockedOrder } from '../lock-order.ts';

/** Removes a payment of a locked order. One that is gone already changes nothing. */
export async function removeFromOrder(
  context: Context,
  order: LockedOrder,
  payment_id: number,
): Promise<void> {
  const [removed] = await removePayments(context, order.id, payment_id);
  if (removed === undefined) return;
  const { id, bank_account_id, amount_idr } = removed;
  await changeOrder(context, order, {
    event: 'order.payment_removed',
    columns: { paid_idr: order.paid_idr - amount_idr, paid_on: await lastPaidOn(context, order) },
    further: { payment: [paymentInHistory(removed), null] },
    payload: { id, bank_account_id, amount_idr },
  });
}

async function lastPaidOn(context: Context, { id }: LockedOrder): Promise<string | null> {
  const newest = await context.db
    .selectFrom('order_payments')
    .select('paid_on')
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest?.paid_on ?? null;
}
