import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { userIdOf } from '../../kernel/outbox.ts';
import { paymentErrors } from './errors.ts';
import { paymentLimits } from './limits.ts';

export interface NewPayment {
  order_id: number;
  bank_account_id: number;
  amount_idr: number;
  paid_on: string;
  status: 'INSTALLMENT' | 'PAID';
  /** It came with a payout of the courier, and is removed with that. */
  is_cod_payout?: boolean;
  /** The bank mutation that it is of, with whose match it is removed. */
  bank_mutation_id?: number;
  /** The buyer's payment whose order was accepted. */
  buyer_payment_id?: number;
}

/** A payment as stored. */
export interface StoredPayment {
  id: number;
  bank_account_id: number;
  amount_idr: number;
  paid_on: string;
}

/**
 * Stores a payment of an order; the caller holds the lock of the order and adds the amount to its paid_idr.
 * @returns undefined, with nothing written, if the shop has no such bank account, or has deleted it
 * @throws Refusal 422 if the order has reached its limit of payments
 */
export async function recordPayment(
  context: Context,
  payment: NewPayment,
): Promise<StoredPayment | undefined> {
  const { having } = await context.db
    .selectFrom('order_payments')
    .select(sql<number>`count(*)`.as('having'))
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', payment.order_id)
    .executeTakeFirstOrThrow();
  const limit = paymentLimits.payments_per_order;
  if (having >= limit) throw paymentErrors.refuseField('too_many_payments', 'payment', { limit });
  return context.db
    .insertInto('order_payments')
    .columns([
      'shop_id',
      'order_id',
      'bank_account_id',
      'amount_idr',
      'paid_on',
      'status',
      'is_cod_payout',
      'bank_mutation_id',
      'buyer_payment_id',
      'created_by',
      'created_at',
    ])
    .expression((builder) =>
      builder
        .selectFrom('bank_accounts')
        .select([
          'shop_id',
          sql.val(payment.order_id).as('order_id'),
          'id',
          sql.val(payment.amount_idr).as('amount_idr'),
          sql<string>`${payment.paid_on}::date`.as('paid_on'),
          sql.val(payment.status).as('status'),
          sql.val(payment.is_cod_payout ?? false).as('is_cod_payout'),
          sql<number | null>`${payment.bank_mutation_id ?? null}::bigint`.as('bank_mutation_id'),
          sql<number | null>`${payment.buyer_payment_id ?? null}::bigint`.as('buyer_payment_id'),
          sql<number | null>`${userIdOf(context)}::bigint`.as('created_by'),
          sql<Date>`${context.clock.now()}::timestamptz`.as('created_at'),
        ])
        .where('shop_id', '=', context.shop.id)
        .where('id', '=', payment.bank_account_id)
        // What came in there before it was deleted is a payment nevertheless.
        .$if(!cameBefore(payment), (query) =>
          query.where('archived_at', 'is', null).where('type', '=', 'BANK'),
        ),
    )
    .returning(['id', 'bank_account_id', 'amount_idr', 'paid_on'])
    .executeTakeFirst();
}

/** Whether the money has a record of its own; staff record by hand what came into their banks, and nothing of a gateway. */
function cameBefore({ is_cod_payout, bank_mutation_id, buyer_payment_id }: NewPayment): boolean {
  return is_cod_payout === true || bank_mutation_id !== undefined || buyer_payment_id !== undefined;
}
