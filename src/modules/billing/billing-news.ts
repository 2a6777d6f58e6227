import type { GatewayNewsReader } from '../payments/index.ts';
import { workOrder } from './work-orders.ts';

/** The gateway says that an invoice was paid or has expired: it is asked what came in, at once. */
export const billingNews: GatewayNewsReader = {
  name: 'billing',
  async find({ db }, { shop_id, key, owner }) {
    // Shops pay to the account of the installation.
    if (owner !== 'PLATFORM') return undefined;
    const order = await db
      .selectFrom('billing_orders')
      .select('id')
      .where('shop_id', '=', shop_id)
      .where('key', '=', key)
      .executeTakeFirst();
    return order?.id;
  },
  async read(context, id) {
    const { db, shop, clock } = context;
    await db
      .updateTable('billing_orders')
      .set({ next_check_at: clock.now() })
      .where('shop_id', '=', shop.id)
      .where('id', '=', id)
      .execute();
    await workOrder(context, id);
  },
};
