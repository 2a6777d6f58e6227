import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { orderErrors } from '../errors.ts';
import type { LockedOrder } from '../lock-order.ts';

const NOBODY = { en: 'the system', id: 'sistem' };

/**
 * An edit of what somebody read earlier does not undo what others have changed since.
 * @throws Refusal 409 with who changed a locked order last, if its history goes beyond the version
 */
export async function refuseOtherVersion(
  context: Context,
  { id }: Pick<LockedOrder, 'id'>,
  version: number,
): Promise<void> {
  const last = await context.db
    .selectFrom('order_changes as c')
    .leftJoin('users as u', (join) =>
      join.on('u.shop_id', '=', context.shop.id).onRef('u.id', '=', 'c.user_id'),
    )
    .select(['c.version', 'c.created_at', 'u.full_name'])
    .where('c.shop_id', '=', context.shop.id)
    .where('c.order_id', '=', id)
    .orderBy('c.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.version === version) return;
  throw orderErrors.refuse('order_changed', {
    name: last.full_name ?? NOBODY[context.language],
    at: dateTimeText(last.created_at, context.shop.time_zone),
  });
}
