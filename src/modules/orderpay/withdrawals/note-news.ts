import type { GatewayNews } from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';

/**
 * The gateway says what became of a payout, in a callback that was verified. The clock reads it there within a minute, so
 * that callbacks that come twice, late or in another order change nothing.
 * @returns false where the shop has no such withdrawal
 */
export async function notePayoutNews(
  { db, shop, clock }: Context,
  { kind, key }: Pick<GatewayNews, 'kind' | 'key'>,
): Promise<boolean> {
  const noted = await db
    .updateTable('withdrawals')
    .set((eb) => ({
      next_try_at: eb
        .case()
        // What was paid can only come back.
        .when('state', 'in', kind === 'payout_failed' ? ['REQUESTED', 'SENT', 'PAID'] : ['REQUESTED', 'SENT'])
        .then(clock.now())
        .else(eb.ref('next_try_at'))
        .end(),
    }))
    .where('shop_id', '=', shop.id)
    .where('key', '=', key)
    .returning('id')
    .executeTakeFirst();
  return noted !== undefined;
}
