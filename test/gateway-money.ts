import { randomUUID } from 'node:crypto';
import type { Context } from '../src/kernel/context.ts';
import { credit, debit, holdOf, transfer } from '../src/modules/ledger/index.ts';

/** Money of OrderPay as buyers and sellers move it, written straight into the ledger. */

/** The gateway of the platform has received what an order costs. */
export async function payByGateway(context: Context, order_id: number, amount_idr: number): Promise<void> {
  const legs = [debit('ORDERPAY_ON_HOLD', amount_idr), credit('ORDERS', amount_idr)];
  await transfer(context, { cause: `charge:${randomUUID()}:paid`, kind: 'CHARGE_PAID', order_id, legs });
}

/** The seller has rejected an order that was paid: all of it is due to its customer. */
export async function rejectPaid(
  context: Context,
  { order_id, subject_id, amount_idr }: { order_id: number; subject_id: number; amount_idr: number },
): Promise<void> {
  const { on_hold_idr: held_idr } = await holdOf(context, order_id);
  const legs = [debit('ORDERS', amount_idr), credit('REFUNDS_DUE', amount_idr, { subject_id })];
  if (held_idr > 0)
    legs.push(debit('CUSTOMER_FUNDS', held_idr, { subject_id }), credit('ORDERPAY_ON_HOLD', held_idr));
  await transfer(context, {
    cause: `order:${order_id}:rejected:${randomUUID()}`,
    kind: 'ORDER_REJECTED',
    order_id,
    legs,
  });
}

/** What a rejection costs, where OrderPay did not cover it. */
export async function oweFee(context: Context, amount_idr: number): Promise<void> {
  const legs = [debit('FEES', amount_idr), credit('FEES_DUE', amount_idr)];
  await transfer(context, { cause: `fee:${randomUUID()}`, kind: 'REFUND_FEE', legs });
}
