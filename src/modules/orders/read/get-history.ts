import { sql } from 'kysely';
import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage, refuseEmpty } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { visibleWarehouse } from '../../stock/index.ts';
import type { MovedStock } from '../order-history.ts';
import { COST_COLUMNS } from '../order-profit.ts';
import { visibleOrders } from '../visible-orders.ts';
import { seesPayments } from './payments-seen.ts';
import type { HistoryInput, OrderVersion } from './schemas.ts';

/** Fields that some users do not see: what goods cost the shop, and what was paid into which account. */
function hiddenFields(context: Context): string[] {
  return [
    ...(may(context.actor.role, 'cost.read') ? [] : COST_COLUMNS),
    ...(seesPayments(context) ? [] : ['payment', 'payments', 'paid_idr']),
  ];
}

/** What became of an order, newest first: who changed what, the money, and the stock that moved. */
export async function getHistory(
  context: Context,
  input: z.output<typeof HistoryInput>,
): Promise<Page<z.input<typeof OrderVersion>>> {
  const found = context.db
    .selectFrom('order_changes as c')
    .innerJoin('orders as o', (join) =>
      join.on('o.shop_id', '=', context.shop.id).onRef('o.id', '=', 'c.order_id'),
    )
    .where('c.shop_id', '=', context.shop.id)
    .where('c.order_id', '=', input.id)
    .where(visibleOrders(context, 'o'));
  const rows = found
    .leftJoin('users as u', (join) =>
      join.on('u.shop_id', '=', context.shop.id).onRef('u.id', '=', 'c.user_id'),
    )
    .select(['c.version', 'c.action', 'c.difference', 'c.user_id', 'c.api_key_id', 'c.created_at'])
    .select(stockSeen(context).as('stock'))
    .select('u.full_name')
    .orderBy('c.version', 'desc');
  const hidden = hiddenFields(context);
  return refuseEmpty(
    await readPage(context.db, input, { matching: found, rows }, (row) => ({
      version: row.version,
      action: row.action,
      difference: Object.fromEntries(
        Object.entries(row.difference as Record<string, unknown>).filter(
          ([field]) => !hidden.includes(field),
        ),
      ),
      stock: row.stock,
      user: row.user_id === null ? null : { id: row.user_id, name: row.full_name ?? '' },
      api_key_id: row.api_key_id,
      created_at: isoWithZone(row.created_at, context.shop.time_zone),
    })),
  );
}

/** What moved in the warehouses that the user sees. */
function stockSeen(context: Context) {
  return sql<MovedStock[]>`(select coalesce(jsonb_agg(moved.piece order by moved.place), '[]')
    from jsonb_array_elements(c.stock) with ordinality as moved (piece, place)
    cross join lateral (select (moved.piece ->> 'warehouse_id')::bigint as warehouse_id) as at
    where ${visibleWarehouse(context, 'at.warehouse_id')})`;
}
