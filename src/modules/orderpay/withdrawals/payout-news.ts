import type { GatewayNewsReader } from '../../payments/index.ts';
import { wakeWithdrawals } from './withdrawal-work.ts';

/**
 * The gateway says what became of a payout. It is asked for that at once, so that callbacks that come twice, late or in
 * another order change nothing.
 */
export const payoutNews: GatewayNewsReader = {
  name: 'payout',
  async find({ db }, { shop_id, key, owner }) {
    // Withdrawals are paid from the account of the installation.
    if (owner !== 'PLATFORM') return undefined;
    const withdrawal = await db
      .selectFrom('withdrawals')
      .select('id')
      .where('shop_id', '=', shop_id)
      .where('key', '=', key)
      .executeTakeFirst();
    return withdrawal?.id;
  },
  async read(context, id, { kind }) {
    const { db, shop, clock } = context;
    // What was paid can only come back.
    const states =
      kind === 'payout_failed' ? (['REQUESTED', 'SENT', 'PAID'] as const) : (['REQUESTED', 'SENT'] as const);
    const due = await db
      .updateTable('withdrawals')
      .set({ next_try_at: clock.now() })
      .where('shop_id', '=', shop.id)
      .where('id', '=', id)
      .where('state', 'in', states)
      .returning('id')
      .executeTakeFirst();
    if (due !== undefined) await wakeWithdrawals(context);
  },
};
