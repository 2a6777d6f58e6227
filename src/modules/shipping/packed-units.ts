import type { Context, PublicContext } from '../../kernel/context.ts';
import type { EventReader } from '../../kernel/event-readers.ts';

/** Takes everything out of the parcels of an order whose row is locked, so that packing begins again. */
export async function forgetPacking({ db, shop }: Context, order_id: number): Promise<void> {
  await db
    .deleteFrom('packed_units')
    .where('shop_id', '=', shop.id)
    .where('order_id', '=', order_id)
    .execute();
}

/** The products of an order that is cancelled are back on their shelves: made active again, it is packed anew. */
export const packingOfCanceledOrders: EventReader = {
  name: 'packing-of-canceled-orders',
  reads: ['order.canceled'],
  async read(context: PublicContext, events) {
    for (const { shop_id, subject_id, created_at } of events)
      await context.db
        .deleteFrom('packed_units')
        .where('shop_id', '=', shop_id)
        .where('order_id', '=', subject_id)
        // What is packed since it was made active again stays.
        .where('packed_at', '<=', created_at)
        .execute();
  },
};
