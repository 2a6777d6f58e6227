import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { marketplaceName } from '../reference/index.ts';
import { orderSettingLimits } from './limits.ts';
import type { ListSourcesInput, OrderSource } from './schemas.ts';

/** The order sources of the shop, oldest first. */
export async function listSources(
  context: Context,
  input: z.output<typeof ListSourcesInput>,
): Promise<z.input<typeof OrderSource>[]> {
  const rows = await context.db
    .selectFrom('order_sources')
    .select(['id', 'marketplace_id', 'note', 'is_active'])
    .where('shop_id', '=', context.shop.id)
    .$if(input.status !== undefined, (query) => query.where('is_active', '=', input.status === 'Y'))
    .orderBy('id')
    .limit(orderSettingLimits.order_sources)
    .execute();
  return rows.map(({ is_active, ...row }) => ({
    ...row,
    marketplace_name: marketplaceName(row.marketplace_id),
    status: is_active ? 'ACTIVE' : 'NON ACTIVE',
  }));
}
