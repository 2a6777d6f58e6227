import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { refuseBookedCod } from '../booked-shipments.ts';
import { orderErrors } from '../errors.ts';
import { lockOrderFor } from '../lock-order.ts';
import { removeFromOrder } from './remove-from-order.ts';
import type { DeletePaymentInput, PaymentDeleted } from './schemas.ts';

/**
 * Deletes a payment of an order that was recorded by mistake: the one named, or the latest. The paid and remaining
 * amounts and the status of the order follow.
 * @throws Refusal 404 if the shop has no such order; 422 if it is not active, has no such payment, or the
 *   payment came with a COD payout or a bank mutation, is money of a
 *   buyer's checkout that has arrived, or the courier was told of another amount to collect
 */
export async function deletePayment(
  context: Context,
  input: z.output<typeof DeletePaymentInput>,
): Promise<z.input<typeof PaymentDeleted>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.order_id, 'REMOVE_PAYMENT');
    const payments = await inner.db
      .selectFrom('order_payments')
      .leftJoin('buyer_payments as buyers', (join) =>
        join
          .on('buyers.shop_id', '=', inner.shop.id)
          .onRef('buyers.id', '=', 'order_payments.buyer_payment_id'),
      )
      .select([
        'order_payments.id',
        'order_payments.is_cod_payout',
        'order_payments.bank_mutation_id',
        'buyers.received_idr',
      ])
      .where('order_payments.shop_id', '=', inner.shop.id)
      .where('order_payments.order_id', '=', order.id)
      .orderBy('order_payments.created_at')
      .orderBy('order_payments.id')
      .execute();
    if (payments.length === 0) throw orderErrors.refuseField('order_without_payments', 'order_id');
    const payment_id = input.payment_id ?? payments.at(-1)?.id;
    const named = foundBy(
      'payment_id',
      payments.find(({ id }) => id === payment_id),
    );
    refuseWithRecord(named);
    await refuseBookedCod(inner, order, 'order_id');
    await removeFromOrder(inner, order, named.id);
    return {
      response: 'success',
      message:
        context.language === 'id'
          ? 'Berhasil, riwayat pembayaran telah dihapus'
          : 'Success, payment history has been deleted',
      data: null,
    };
  });
}

/** What has its own record stays until that is undone. */
function refuseWithRecord(payment: {
  is_cod_payout: boolean;
  bank_mutation_id: number | null;
  received_idr: number | null;
}): void {
  const { is_cod_payout, bank_mutation_id: mutation, received_idr } = payment;
  if (is_cod_payout) throw orderErrors.refuseField('payment_of_payout', 'payment_id');
  if (mutation !== null) throw orderErrors.refuseField('payment_of_mutation', 'payment_id', { mutation });
  if (received_idr !== null && received_idr > 0)
    throw orderErrors.refuseField('payment_of_buyer', 'payment_id');
}
