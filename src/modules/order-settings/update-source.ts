import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { refuseNotFound } from '../../kernel/not-found.ts';
import { emit } from '../../kernel/outbox.ts';
import { marketplaceName } from '../reference/index.ts';
import type { OrderSourceSaved, UpdateSourceInput } from './schemas.ts';

/** Updates the given fields of an order source; an empty note is cleared. Orders that have it show the new values. */
export async function updateSource(
  context: Context,
  input: z.output<typeof UpdateSourceInput>,
): Promise<z.input<typeof OrderSourceSaved>> {
  if (input.marketplace_id !== undefined && marketplaceName(input.marketplace_id) === '')
    refuseNotFound(['marketplace_id']);
  return context.transaction(async (inner) => {
    const before = await inner.db
      .selectFrom('order_sources')
      .selectAll()
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', input.order_source_id)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) throw kernelErrors.refuse('not_found');
    const after = {
      marketplace_id: input.marketplace_id ?? before.marketplace_id,
      note: input.note === undefined ? before.note : (input.note ?? ''),
      is_active: input.status === undefined ? before.is_active : input.status === 'Y',
    };
    await inner.db
      .updateTable('order_sources')
      .set(after)
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', before.id)
      .execute();
    await emit(inner, 'order_source.updated', before.id, differenceOf(before, after));
    return { order_source_id: before.id, note: after.note };
  });
}
