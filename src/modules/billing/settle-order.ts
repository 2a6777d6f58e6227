import type { ChargePayment } from '../../integrations/gateway/port.ts';
import type { Context } from '../../kernel/context.ts';
import { sendMail } from '../../kernel/mail/index.ts';
import { rupiahText } from '../../kernel/money.ts';
import { emit } from '../../kernel/outbox.ts';
import { findOffer, grantPackage, priceListOf, type PackageClass } from '../packages/index.ts';
import { billingNumber, serviceText, type BillingOrder } from './billing-order.ts';

/** What has come in for an invoice after it was paid is looked for once more, so long after its end. */
const LAST_LOOK_MS = 86_400_000;

/**
 * Writes down what has come in for an invoice. Exactly its amount pays it, also late: its packages start then, once, whoever
 * tells of it and however often. Another amount is kept, and doctor shows it to the operator.
 * @returns whether it is paid
 */
export async function settleOrder(
  context: Context,
  id: number,
  payments: readonly ChargePayment[],
): Promise<boolean> {
  return context.transaction(async (inner) => {
    const order = await inner.db
      .selectFrom('billing_orders')
      .selectAll()
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // What is told in part is not less than what was told before.
    const received_idr = Math.max(
      order.received_idr,
      payments.reduce((sum, { amount_idr }) => sum + amount_idr, 0),
    );
    const paid = payments.find(({ amount_idr }) => amount_idr === order.amount_idr);
    const pays = order.state !== 'PAID' && paid !== undefined;
    await inner.db
      .updateTable('billing_orders')
      .set({
        received_idr,
        ...(pays && {
          state: 'PAID',
          paid_at: paid.paid_at,
          next_check_at: new Date(order.expires_at.getTime() + LAST_LOOK_MS),
        }),
      })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .execute();
    if (pays) await startOrdered(inner, order);
    return pays || order.state === 'PAID';
  });
}

async function startOrdered(context: Context, order: BillingOrder): Promise<void> {
  const list = priceListOf(context.config);
  const lines = await context.db
    .selectFrom('billing_order_lines')
    .select(['class', 'package', 'name', 'months', 'credit', 'amount_idr'])
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order.id)
    .orderBy('position')
    .execute();
  for (const line of lines)
    await grantPackage(context, {
      code: line.package,
      class: line.class as PackageClass,
      months: line.months,
      credit: line.credit,
      price_idr: findOffer(list, line.package)?.price_idr ?? Math.max(1, line.amount_idr),
    });
  await emit(context, 'billing.paid', order.id, { amount: order.amount_idr });
  const payer = await context.db
    .selectFrom('users')
    .select(['id', 'email'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', order.user_id)
    .where('status', '=', 'ACTIVE')
    .executeTakeFirst();
  if (payer === undefined) return;
  const number = billingNumber(context.shop.id, order);
  const services = lines.map((line) => `- ${serviceText(line, 'id')}`).join('\n');
  await sendMail(context, {
    user_id: payer.id,
    recipient: payer.email,
    key: `billing ${order.id} paid`,
    subject: `Pembayaran ${number} diterima`,
    body: `Pembayaran ${number} sebesar ${rupiahText(order.amount_idr)} telah diterima.\n\n${services}\n\n---\n\nThe payment of ${number} has been received.`,
  });
}
