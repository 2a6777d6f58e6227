import type { ChargePayment } from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import type { GatewayCharge } from '../charges.ts';
import { lockPayment } from '../lock-payment.ts';
import { returnToCharge } from './return-to-charge.ts';
import { receiveMoney, type MoneyOutcome } from '../receive-money.ts';

/** What the ledger calls money of a charge: each payment of it once. */
const causeOf = (charge_id: number, payment_id: number): string => `charge:${charge_id}:paid:${payment_id}`;

/**
 * Records, exactly once, money that came in for a charge, however often and in whatever order it is told. It pays the
 * buyer's payment; what is not the amount waits in the queue.
 * @param told all that is known to have come in, where it was read from the vendor; else the one payment of a callback
 */
export async function receivePayments(
  context: Context,
  { id, payment_id, owner }: Pick<GatewayCharge, 'id' | 'payment_id' | 'owner'>,
  told: readonly ChargePayment[],
): Promise<void> {
  if (told.length === 0) return;
  await context.transaction(async (inner) => {
    // The payment first, as whoever ends its charges does.
    await lockPayment(inner, payment_id);
    // Before its money is: that ends all other charges of the payment.
    await storePaid(inner, id);
    for (const payment of await unknownOf(inner, id, told)) {
      await returnToCharge(inner, id, payment.amount_idr);
      const stored = await store(inner, id, payment);
      const outcome = await receiveMoney(inner, {
        payment_id,
        cause: causeOf(id, stored),
        source: 'GATEWAY',
        purse: owner === 'SHOP' ? 'GATEWAY' : 'ORDERPAY',
        amount_idr: payment.amount_idr,
        received_at: payment.paid_at,
      });
      await storeOutcome(inner, stored, outcome);
      if (outcome === 'WRONG_AMOUNT')
        await emit(inner, 'gateway_payment.queued', stored, { payment_id, amount: payment.amount_idr });
    }
  });
}

/**
 * Of what is told, what is not stored. A callback names its payment; what was read may not, and is then the same as a
 * stored one of its amount: the one learns the name, the other is not stored again.
 */
async function unknownOf(
  context: Context,
  charge_id: number,
  told: readonly ChargePayment[],
): Promise<ChargePayment[]> {
  const stored = await context.db
    .selectFrom('gateway_payments')
    .select(['id', 'vendor_payment_id', 'amount_idr'])
    .where('shop_id', '=', context.shop.id)
    .where('charge_id', '=', charge_id)
    .orderBy('id')
    .execute();
  const free = [...stored];
  const take = (matches: (row: (typeof stored)[number]) => boolean) => {
    const at = free.findIndex(matches);
    return at < 0 ? undefined : free.splice(at, 1)[0];
  };
  // Those with a name first, so that none without takes what is theirs.
  const named = told.filter(({ payment_id }) => payment_id !== null);
  const unnamed = told.filter(({ payment_id }) => payment_id === null);
  const fresh: ChargePayment[] = [];
  for (const payment of named) {
    if (take(({ vendor_payment_id }) => vendor_payment_id === payment.payment_id) !== undefined) continue;
    const same = take((row) => row.vendor_payment_id === null && row.amount_idr === payment.amount_idr);
    if (same === undefined) fresh.push(payment);
    else await learnName(context, same.id, payment.payment_id);
  }
  for (const payment of unnamed)
    if (take(({ amount_idr }) => amount_idr === payment.amount_idr) === undefined) fresh.push(payment);
  return fresh;
}

async function learnName({ db, shop }: Context, id: number, vendor_payment_id: string | null): Promise<void> {
  await db
    .updateTable('gateway_payments')
    .set({ vendor_payment_id })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}

async function store(
  { db, shop, clock }: Context,
  charge_id: number,
  payment: ChargePayment,
): Promise<number> {
  const { id } = await db
    .insertInto('gateway_payments')
    .values({
      shop_id: shop.id,
      charge_id,
      vendor_payment_id: payment.payment_id,
      amount_idr: payment.amount_idr,
      paid_at: payment.paid_at,
      // Until it is known what becomes of it, a few statements on.
      outcome: 'WRONG_AMOUNT',
      created_at: clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function storeOutcome({ db, shop }: Context, id: number, outcome: MoneyOutcome): Promise<void> {
  if (outcome === 'KNOWN') throw new Error('money of the gateway was recorded under a new cause before');
  await db
    .updateTable('gateway_payments')
    .set({ outcome })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}

/** The vendor takes no more for it, and is not asked any more. */
async function storePaid({ db, shop, clock }: Context, id: number): Promise<void> {
  await db
    .updateTable('gateway_charges')
    .set({ state: 'PAID', problem: null, next_try_at: null, updated_at: clock.now() })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .where('state', '<>', 'PAID')
    .execute();
}
