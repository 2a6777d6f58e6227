import type { GatewayChannel } from '../../../integrations/gateway/port.ts';
import type { Rupiah } from '../../../kernel/money.ts';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { emit } from '../../../kernel/outbox.ts';
import { gatewayAccountOf } from '../../payments/index.ts';
import { lockPayment, ordersOf } from '../lock-payment.ts';

const UNPAID_STATES: ReadonlySet<string> = new Set(['WAITING', 'CLAIMED', 'EXPIRED']);

/**
 * A buyer who has chosen another method, and then pays a charge from before exactly, pays by that charge after all: its
 * amount is what is to be paid, with its admin fee and without a unique code. In the open transaction, before the money is
 * received. Where orders were rejected since, the charge is of another amount than is due: somebody has to look.
 */
export async function returnToCharge(context: Context, charge_id: number, amount_idr: Rupiah): Promise<void> {
  const { db, shop, clock } = context;
  const charge = await db
    .selectFrom('gateway_charges')
    .select(['payment_id', 'channel', 'amount_idr'])
    .where('shop_id', '=', shop.id)
    .where('id', '=', charge_id)
    .executeTakeFirstOrThrow();
  const payment = await lockPayment(context, charge.payment_id);
  const is_unpaid = payment.received_idr === 0 && UNPAID_STATES.has(payment.state);
  if (!is_unpaid || amount_idr !== charge.amount_idr || amount_idr === payment.nominal_transfer_idr) return;
  if ((await ordersOf(context, payment.id)).some(({ is_due }) => !is_due)) return;
  const channel = charge.channel as GatewayChannel;
  const after = {
    method: 'GATEWAY' as const,
    channel,
    bank_account_id: await gatewayAccountOf(context, channel),
    unique_code: 0,
    payment_fee_idr: amount_idr - payment.nominal_invoice_idr,
  };
  await db
    .updateTable('buyer_payments')
    .set({ ...after, updated_at: clock.now() })
    .where('shop_id', '=', shop.id)
    .where('id', '=', payment.id)
    .execute();
  await emit(context, 'buyer_payment.changed', payment.id, differenceOf(payment, after));
}
