import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import {
  findOrderPromos,
  giveBackPromos,
  hindranceFault,
  isUsedUpBy,
  promoState,
  takePromos,
} from '../promos/index.ts';
import { orderErrors } from './errors.ts';
import type { LockedOrder } from './lock-order.ts';
import type { MovedStock } from './order-history.ts';
import { moveOrderStock, placeOfLine, shortage, stockOfOrder, type StockMove } from './order-stock.ts';

/**
 * Gives back what a locked order holds: its stock returns to the warehouse it came from (to the main warehouse if that one
 * was deleted since), but for the units that a return has accounted for, and its promos can be used again.
 * @returns the stock that moved, for the history of the order
 */
export async function giveBackHolds(
  context: Context,
  order: LockedOrder,
  move: StockMove,
): Promise<MovedStock[]> {
  await giveBackPromos(context, order.id);
  const stock = (await stockOfOrder(context, order.id)).map(({ quantity, ...level }) => ({
    ...level,
    delta: quantity,
  }));
  await moveOrderStock(context, order, move, stock);
  return stock;
}

/**
 * Takes again exactly what giving back gave: the stock and the promos of a locked order.
 * @returns the stock that moved, for the history of the order
 * @throws Refusal 422 if the stock is gone (with what is left of which product) or marked as out of stock, or a promo is no
 *   longer available
 */
export async function takeHoldsAgain(context: Context, order: LockedOrder): Promise<MovedStock[]> {
  await takePromosAgain(context, order);
  if (order.product_status !== 'S') await refuseOutOfStock(context, order);
  const stock = (await stockOfOrder(context, order.id)).map(({ quantity, ...level }) => ({
    ...level,
    delta: -quantity,
  }));
  const short = await moveOrderStock(context, order, 'ORDER', stock);
  if (short.length > 0) throw shortage(await placedLines(context, order), short);
  return stock;
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
  const is_guest = order.order_category === 'SF_GUEST';
  // One that was deleted is still the order's own, as long as it would run.
  const promos = await findOrderPromos(context, {
    promo_ids: [],
    current_promo_ids: promo_ids,
    coupon_code: undefined,
    customer_id: order.sender_id,
    is_guest,
    product_ids: [],
    running: false,
  });
  const gone = promos.find((promo) => promoState(promo, context.clock.now()) !== 'RUNNING');
  if (gone !== undefined) throw orderErrors.refuseField('promo_over', 'id', { name: gone.name });
  if (promos.some((promo) => isUsedUpBy(promo, promo.used_by_customer)))
    throw new Refusal([hindranceFault('CUSTOMER_LIMIT', 'id')]);
  await takePromos(context, { order_id: order.id, customer_id: order.sender_id, is_guest, promo_ids });
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
