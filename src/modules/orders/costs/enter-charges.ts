import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { readByShop, type EventReader } from '../../../kernel/event-readers.ts';
import { changeOrder } from '../change-order.ts';
import { lockOrderFor } from '../lock-order.ts';
import { codChargesSql, refundFeeSql } from '../charges.ts';

/** What may change what an order was charged. */
export const CHARGING = ['order.charged', 'order.canceled', 'order.return_settled'] as const;

/**
 * Enters in orders what the books say that they were charged: what couriers charge of COD parcels, and the fees of giving money
 * back. Whoever books these holds locks that come after those of orders, and so leaves it to this reader; a settled return
 * counts itself what its courier charged.
 */
export const orderCharges: EventReader = {
  name: 'order-charges',
  reads: CHARGING,
  read: (context, events) =>
    readByShop(context, events, (inner, of_shop) =>
      enterCharges(
        inner,
        of_shop.map(({ subject_id }) => subject_id),
      ),
    ),
};

/**
 * Orders that say what they were charged already are not touched. Where one is deleted at this moment the events are read again, and it
 * is left out then.
 */
async function enterCharges(context: Context, order_ids: readonly number[]): Promise<void> {
  const concerned = await chargesOf(context, order_ids);
  for (const { id, is_entered } of concerned.toSorted((a, b) => a.id - b.id)) {
    if (is_entered) continue;
    const order = await lockOrderFor(context, id, 'CHARGE');
    // What was booked before the lock was there is seen after it.
    const [charges] = await chargesOf(context, [id]);
    if (charges === undefined || charges.is_entered) continue;
    const { cod_charges_idr, refund_fee_idr } = charges;
    await changeOrder(context, order, {
      event: 'order.costs_changed',
      columns: { cod_charges_idr, refund_fee_idr },
    });
  }
}

interface Charges {
  id: number;
  cod_charges_idr: number;
  refund_fee_idr: number;
  is_entered: boolean;
}

async function chargesOf(context: Context, order_ids: readonly number[]): Promise<Charges[]> {
  const shop_id = sql<number>`${context.shop.id}`;
  const { rows } = await sql<Charges>`
    select charged.id, charged.cod_charges_idr, charged.refund_fee_idr,
      (charged.cod_charges_idr, charged.refund_fee_idr) = (charged.entered_cod_idr, charged.entered_refund_idr) as is_entered
    from (
      select o.id, o.cod_charges_idr as entered_cod_idr, o.refund_fee_idr as entered_refund_idr,
        ${codChargesSql(shop_id)} as cod_charges_idr, ${refundFeeSql(shop_id)} as refund_fee_idr
      from orders o where o.shop_id = ${shop_id} and o.id = any(${order_ids}::bigint[])
    ) as charged`.execute(context.db);
  return rows;
}
