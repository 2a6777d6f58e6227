import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { refuseNotFound } from '../../kernel/not-found.ts';
import { emit } from '../../kernel/outbox.ts';
import { holdToLimit } from '../../kernel/shop-limit.ts';
import { marketplaceName } from '../reference/index.ts';
import { orderSettingLimits } from './limits.ts';
import type { CreateSourceInput, OrderSourceSaved } from './schemas.ts';

/** Adds an order source: a marketplace and a name of the shop's choice. */
export async function createSource(
  context: Context,
  input: z.output<typeof CreateSourceInput>,
): Promise<z.input<typeof OrderSourceSaved>> {
  if (marketplaceName(input.marketplace_id) === '') refuseNotFound(['marketplace_id']);
  return context.transaction(async (inner) => {
    const { shop } = inner;
    await holdToLimit(
      inner,
      orderSettingLimits.order_sources,
      inner.db.selectFrom('order_sources').where('shop_id', '=', shop.id),
    );
    const note = input.note ?? '';
    const { id } = await inner.db
      .insertInto('order_sources')
      .values({ shop_id: shop.id, marketplace_id: input.marketplace_id, note })
      .returning('id')
      .executeTakeFirstOrThrow();
    await emit(inner, 'order_source.created', id);
    return { order_source_id: id, note };
  });
}
