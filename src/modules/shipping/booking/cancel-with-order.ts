import { sql } from 'kysely';
import type { EventReader } from '../../../kernel/event-readers.ts';

/**
 * What is booked for an order that is cancelled is canceled with the vendor too; the clock has it worked. A parcel that came
 * back has used its booking. An order that is active again by then keeps what is booked for it.
 */
export const bookingsOfCanceledOrders: EventReader = {
  name: 'courier-bookings',
  reads: ['order.canceled'],
  async read(context, events) {
    const now = context.clock.now();
    const stands = sql`b.may_be_booked and parcel.ended_at is null`;
    for (const { shop_id, subject_id } of events)
      await sql`update courier_bookings as b
        set state = case when ${stands} then 'CANCELING' else 'CANCELED' end,
          next_try_at = case when ${stands} then ${now}::timestamptz end,
          cancel_reason = 'Pesanan dibatalkan', attempts = 0, problem = null, updated_at = ${now}
        from shipments as parcel
        where b.shop_id = ${shop_id} and b.order_id = ${subject_id} and b.state in ('WAITING', 'BOOKED', 'FAILED')
          and parcel.shop_id = ${shop_id} and parcel.order_id = b.order_id and parcel.number = b.shipment
          and not exists (select 1 from orders where orders.shop_id = ${shop_id} and orders.id = b.order_id
            and orders.order_status = 'ACCEPTED')`.execute(context.db);
  },
};
