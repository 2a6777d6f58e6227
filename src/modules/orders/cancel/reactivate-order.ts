import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { moveBalance, removePayments } from '../../payments/index.ts';
import { findOrderPromos, hindranceFault, isUsedUpBy, promoState, takePromos } from '../../promos/index.ts';
import { changeOrder, paymentInHistory, type OrderChange } from '../change-order.ts';
import { orderErrors } from '../errors.ts';
import { lockOrderFor, type LockedOrder } from '../lock-order.ts';
import { statusAfter } from '../order-states.ts';
import { moveOrderStock, placeOfLine, shortage, stockOfOrder } from '../order-stock.ts';
import type { OrderIdInput, OrderReference } from '../schemas.ts';

/**
 * Reactivates a cancelled order at its previous prices, with its previous stock: exactly what cancelling gave back, so
 * units that a return has accounted for stay accounted for, and the parcel cannot be shipped again. Money that was added to the balance of
 * the customer pays the order again; if it was refunded, the order is unpaid.
 * @throws Refusal 404 if the shop has no such order; 422 if it is active, its stock is gone (with what is left of which
 *   product) or marked as out of stock, a promo of it is no longer available, or the balance was spent
 */
export async function reactivateOrder(
  context: Context,
  input: z.output<typeof OrderIdInput>,
): Promise<z.input<typeof OrderReference>> {
  return context.transaction(async (inner) => {
    const order = await lockOrderFor(inner, input.id, 'REACTIVATE');
    await takePromosAgain(inner, order);
    if (order.product_status !== 'S') await refuseOutOfStock(inner, order);
    const stock = (await stockOfOrder(inner, order.id)).map(({ quantity, ...level }) => ({
      ...level,
      delta: -quantity,
    }));
    const short = await moveOrderStock(inner, order, 'ORDER', stock);
    if (short.length > 0) throw shortage(await placedLines(inner, order), short);
    const paid = await paidAgain(inner, order);
    await changeOrder(inner, order, {
      event: 'order.reactivated',
      columns: { order_status: statusAfter('REACTIVATE', order), paid_as: null, ...paid.columns },
      further: paid.further,
      stock,
    });
    return { order_id: order.id, po_number: order.po_number };
  });
}

async function takePromosAgain(context: Context, order: LockedOrder): Promise<void> {
  const lines = await context.db
    .selectFrom('order_lines')
    .select('promo_id')
    .where('shop_id', '=', context.shop.id)
    .where('order_id', '=', order.id)
    .where('promo_id', 'is not', null)
    .execute();
  const promo_ids = [
    ...new Set([...lines.map(({ promo_id }) => promo_id), order.shipping_promo_id].flatMap((id) => id ?? [])),
  ];
  if (promo_ids.length === 0) return;
  // One that was deleted is still the order's own, as long as it would run.
  const promos = await findOrderPromos(context, {
    promo_ids: [],
    current_promo_ids: promo_ids,
    coupon_code: undefined,
    customer_id: order.sender_id,
    product_ids: [],
    running: false,
  });
  const gone = promos.find((promo) => promoState(promo, context.clock.now()) !== 'RUNNING');
  if (gone !== undefined) throw orderErrors.refuseField('promo_over', 'id', { name: gone.name });
  if (promos.some((promo) => isUsedUpBy(promo, promo.used_by_customer)))
    throw new Refusal([hindranceFault('CUSTOMER_LIMIT', 'id')]);
  await takePromos(context, { order_id: order.id, customer_id: order.sender_id, promo_ids });
}

/** What of the money that was paid pays the order again, as changes of the order. */
async function paidAgain(
  context: Context,
  order: LockedOrder,
): Promise<Required<Pick<OrderChange, 'columns' | 'further'>>> {
  if (order.paid_as === 'REFUNDED') {
    const removed = await removePayments(context, order.id);
    return {
      columns: { paid_idr: 0, paid_on: null },
      further: { payments: [removed.map(paymentInHistory), []] },
    };
  }
  const taken =
    order.paid_as === null ||
    (await moveBalance(context, {
      customer_id: order.sender_id,
      order_id: order.id,
      amount_idr: -order.paid_idr,
      reason: 'ORDER REACTIVATED',
    }));
  if (!taken) throw orderErrors.refuseField('balance_spent', 'id', { paid: order.paid_idr });
  return { columns: {}, further: {} };
}

/** Goods of suppliers and preorders are not counted, but marked while there are none. */
async function refuseOutOfStock(context: Context, order: LockedOrder): Promise<void> {
  const lines = await context.db
    .selectFrom('order_lines as l')
    .innerJoin('product_variations as v', (join) =>
      join.on('v.shop_id', '=', context.shop.id).onRef('v.id', '=', 'l.variation_id'),
    )
    .select([lineTitle.as('title'), 'v.is_in_stock'])
    .where('l.shop_id', '=', context.shop.id)
    .where('l.order_id', '=', order.id)
    .orderBy('l.position')
    .execute();
  const faults = lines.flatMap(({ title, is_in_stock }, index) =>
    is_in_stock ? [] : [orderErrors.part('out_of_stock', `products.${index}.qty`, { name: title })],
  );
  if (faults.length > 0) throw new Refusal(faults);
}

/** A line's goods with their color and size. */
const lineTitle = sql<string>`concat_ws(' ', l.name, nullif(l.color, ''), nullif(l.size, ''))`;

/** The lines with where their goods are to come from. */
async function placedLines(context: Context, order: LockedOrder) {
  return context.db
    .selectFrom('order_lines as l')
    .innerJoin('warehouses as w', (join) =>
      join.on('w.shop_id', '=', context.shop.id).onRef('w.id', '=', 'l.warehouse_id'),
    )
    .select(['l.variation_id', lineTitle.as('title'), placeOfLine.as('warehouse_id')])
    .where('l.shop_id', '=', context.shop.id)
    .where('l.order_id', '=', order.id)
    .orderBy('l.position')
    .execute();
}
