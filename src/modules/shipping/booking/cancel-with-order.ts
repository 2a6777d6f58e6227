import { sql } from 'kysely';
import type { EventReader } from '../../../kernel/event-readers.ts';

/**
 * What is booked for an order that is cancelled is canceled with the vendor too; the clock has it worked. One that is active
 * again by then keeps what is booked for it.
 */
export const bookingsOfCanceledOrders: EventReader = {
  name: 'courier-bookings',
  reads: ['order.canceled'],
  async read(context, events) {
    const now = context.clock.now();
    for (const { shop_id, subject_id } of events)
      await sql`update courier_bookings
        set state = case when may_be_booked then 'CANCELING' else 'CANCELED' end,
          next_try_at = case when may_be_booked then ${now}::timestamptz end,
          cancel_reason = 'Pesanan dibatalkan', attempts = 0, problem = null, updated_at = ${now}
        where shop_id = ${shop_id} and order_id = ${subject_id} and state in ('WAITING', 'BOOKED', 'FAILED')
          and not exists (select 1 from orders where orders.shop_id = ${shop_id} and orders.id = ${subject_id}
            and orders.order_status = 'ACCEPTED')`.execute(context.db);
  },
};
