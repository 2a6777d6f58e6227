import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit, userIdOf } from '../../../kernel/outbox.ts';
import { readPage } from '../../../kernel/paging.ts';
import { bookReturned, bookToBalance } from '../book-money.ts';
import { checkoutErrors } from '../errors.ts';
import { lockPayment } from '../lock-payment.ts';
import { storeReceipt } from '../store-receipt.ts';
import type {
  DecideGatewayPaymentInput,
  GatewayPaymentDecided,
  ListGatewayPaymentsInput,
  QueuedGatewayPayment,
} from './schemas.ts';

/** Payments through the gateway of another amount than was to be paid, newest first. */
export async function listGatewayPayments(
  context: Context,
  input: z.output<typeof ListGatewayPaymentsInput>,
): Promise<Page<z.input<typeof QueuedGatewayPayment>>> {
  const { db, shop } = context;
  const matching = undecidedGatewayPayments(context);
  const rows = matching
    .innerJoin('gateway_charges as c', (join) =>
      join.on('c.shop_id', '=', shop.id).onRef('c.id', '=', 'g.charge_id'),
    )
    .innerJoin('buyer_payments as p', (join) =>
      join.on('p.shop_id', '=', shop.id).onRef('p.id', '=', 'c.payment_id'),
    )
    .select(['g.id', 'c.payment_id', 'p.customer_name', 'c.channel', 'g.amount_idr'])
    .select(['p.nominal_transfer_idr', 'g.paid_at'])
    .orderBy('g.created_at', 'desc')
    .orderBy('g.id', 'desc');
  return readPage(db, input, { matching, rows }, ({ amount_idr, nominal_transfer_idr, paid_at, ...row }) => ({
    ...row,
    amount: amount_idr,
    nominal_transfer: nominal_transfer_idr,
    paid_at: dateTimeText(paid_at, shop.time_zone),
  }));
}

/** All that the list has. */
export function undecidedGatewayPayments({ db, shop }: Context) {
  return db
    .selectFrom('gateway_payments as g')
    .where('g.shop_id', '=', shop.id)
    .where('g.outcome', '=', 'WRONG_AMOUNT');
}

/**
 * Decides what becomes of money of another amount, once.
 * @throws Refusal 404 if the shop has no such payment; 422 if it is decided
 */
export async function decideGatewayPayment(
  context: Context,
  { id, action }: z.output<typeof DecideGatewayPaymentInput>,
): Promise<z.input<typeof GatewayPaymentDecided>> {
  return context.transaction(async (inner) => {
    const { db, shop, clock } = inner;
    const found = await db
      .selectFrom('gateway_payments as g')
      .innerJoin('gateway_charges as c', (join) =>
        join.on('c.shop_id', '=', shop.id).onRef('c.id', '=', 'g.charge_id'),
      )
      .select(['c.id as charge_id', 'c.payment_id', 'c.owner', 'g.amount_idr', 'g.paid_at'])
      .where('g.shop_id', '=', shop.id)
      .where('g.id', '=', id)
      .executeTakeFirst();
    if (found === undefined) throw kernelErrors.refuse('not_found');
    const payment = await lockPayment(inner, found.payment_id);
    const decided = await db
      .updateTable('gateway_payments')
      .set({ outcome: action, decided_by: userIdOf(inner), decided_at: clock.now() })
      .where('shop_id', '=', shop.id)
      .where('id', '=', id)
      .where('outcome', '=', 'WRONG_AMOUNT')
      .returning('id')
      .executeTakeFirst();
    if (decided === undefined) throw checkoutErrors.refuse('gateway_payment_decided');
    if (action === 'BALANCE') {
      const money = {
        cause: `charge:${found.charge_id}:paid:${id}`,
        purse: found.owner === 'SHOP' ? ('GATEWAY' as const) : ('ORDERPAY' as const),
        amount_idr: found.amount_idr,
        received_at: found.paid_at,
      };
      await bookToBalance(inner, payment, money);
      await storeReceipt(inner, { ...money, payment_id: payment.id, source: 'GATEWAY' }, 'BALANCE');
    } else if (found.owner === 'PLATFORM') await bookReturned(inner, payment, { id, ...found });
    const payload = { payment_id: payment.id, amount: found.amount_idr, outcome: action };
    await emit(inner, 'gateway_payment.decided', id, payload);
    return { id, action };
  });
}
