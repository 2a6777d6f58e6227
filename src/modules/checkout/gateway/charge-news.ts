import type { GatewayNewsReader } from '../../payments/index.ts';
import { receivePayments } from './receive-payment.ts';

/** Records what a callback tells of a charge. */
export const chargeNews: GatewayNewsReader = {
  name: 'charge',
  async find({ db }, { shop_id, key, owner }) {
    const charge = await db
      .selectFrom('gateway_charges')
      .select('id')
      .where('shop_id', '=', shop_id)
      .where('key', '=', key)
      .where('owner', '=', owner)
      .executeTakeFirst();
    return charge?.id;
  },
  async read(context, id, { payment_id, amount_idr, happened_at }) {
    const { db, shop, clock } = context;
    if (payment_id === null) {
      // What ended is read once more: it may have been paid in its last moment.
      await db
        .updateTable('gateway_charges')
        .set({ next_try_at: clock.now() })
        .where('shop_id', '=', shop.id)
        .where('id', '=', id)
        .where('state', '=', 'OPEN')
        .execute();
      return;
    }
    const charge = await db
      .selectFrom('gateway_charges')
      .select(['id', 'payment_id', 'owner'])
      .where('shop_id', '=', shop.id)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await receivePayments(context, charge, [{ payment_id, amount_idr, paid_at: happened_at }]);
  },
};
