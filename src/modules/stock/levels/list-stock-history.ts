import type { z } from 'zod';
import { addDays, indonesianDay, startOfDay, timeAgo } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement, type Places } from '../../../kernel/database/named-statement.ts';
import type { StockLedgerTable } from '../../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { limits } from '../../../kernel/limits.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { restrictedUser, visibleSql } from '../warehouse-access.ts';
import type { ListStockHistoryInput, StockHistoryRow, StockHistoryTitle } from './schemas.ts';

interface Title {
  product_id: number;
  product_name: string;
  color: string;
  size: string;
  warehouse_exists: boolean;
  total: number;
}

interface Row {
  email: string | null;
  reason: StockLedgerTable['reason'];
  description: string;
  order_id: number | null;
  warehouse_id: number;
  warehouse_name: string;
  quantity_in: number;
  quantity_out: number;
  balance_after: number;
  created_at: Date;
}

interface Filter {
  shop_id: number;
  variation_id: number;
  warehouse_id: number | null;
  from: Date | null;
  before: Date | null;
  user_id: number | null;
}

/** Movements that the filter lets through. */
const matching = (at: Places<Filter>) => `l.shop_id = ${at.shop_id} and l.variation_id = ${at.variation_id}
  and (${at.warehouse_id}::bigint is null or l.warehouse_id = ${at.warehouse_id})
  and (${at.from}::timestamptz is null or l.created_at >= ${at.from})
  and (${at.before}::timestamptz is null or l.created_at < ${at.before})
  and ${visibleSql('l.warehouse_id', at)}`;

const findTitle = namedStatement<Title, Filter>(
  'stock_history_title',
  (at) => `select p.id as product_id, p.name as product_name, v.color, v.size,
    (${at.warehouse_id}::bigint is null or exists (select 1 from warehouses w where w.shop_id = ${at.shop_id} and w.id = ${at.warehouse_id}
      and ${visibleSql('w.id', at)})) as warehouse_exists,
    (select count(*) from (select 1 from stock_ledger l where ${matching(at)} limit ${limits.exact_total + 1}) as counted) as total
  from product_variations v
  join products p on p.shop_id = ${at.shop_id} and p.id = v.product_id
  where v.shop_id = ${at.shop_id} and v.id = ${at.variation_id}`,
);

/**
 * The primary key has this order, so the plan is good for every LIMIT. Of one level no row is earlier than the one before.
 */
const findRows = namedStatement<Row, Filter & { per_page: number; offset: number }>(
  'stock_history',
  (
    at,
  ) => `select u.email, l.reason, l.description, l.order_id, l.warehouse_id, w.name as warehouse_name, l.quantity_in, l.quantity_out,
    l.balance_after, l.created_at
  from (
    select * from stock_ledger l where ${matching(at)} order by l.created_at desc, l.id desc limit ${at.per_page} offset ${at.offset}
  ) as l
  join warehouses w on w.shop_id = ${at.shop_id} and w.id = l.warehouse_id
  left join users u on u.shop_id = ${at.shop_id} and u.id = l.user_id
  order by l.created_at desc, l.id desc`,
);

/** What came and went of a variation, newest first. */
export async function listStockHistory(
  context: Context,
  input: z.output<typeof ListStockHistoryInput>,
): Promise<
  Page<z.input<typeof StockHistoryRow>> & { head: { title: z.input<typeof StockHistoryTitle.title> } }
> {
  const zone = context.shop.time_zone;
  const filter: Filter = {
    shop_id: context.shop.id,
    variation_id: input.id,
    warehouse_id: input.warehouse_id ?? null,
    from: input.start_date === undefined ? null : startOfDay(input.start_date, zone),
    before: input.end_date === undefined ? null : startOfDay(addDays(input.end_date, 1), zone),
    user_id: restrictedUser(context),
  };
  const [found] = await findTitle.run(context.db, filter);
  if (found === undefined) throw kernelErrors.refuse('not_found');
  if (!found.warehouse_exists) refuseNotFound(['warehouse_id']);
  const rows = await findRows.run(context.db, {
    ...filter,
    per_page: input.per_page,
    offset: itemsBefore(input),
  });
  const now = context.clock.now();
  const is_restricted = filter.user_id !== null;
  return {
    head: {
      title: {
        product_id: found.product_id,
        variation_id: input.id,
        product_name: found.product_name,
        variation_name: [found.color, found.size].filter((part) => part !== '').join(' '),
      },
    },
    ...pageOf(
      input,
      found.total,
      rows.map((row) => ({
        date: indonesianDay(row.created_at, zone),
        time_ago: timeAgo(row.created_at, now, 'id'),
        user: row.email,
        detail: { description: is_restricted ? withoutTotal(row) : row.description, id_order: row.order_id },
        warehouse: { id: row.warehouse_id, name: row.warehouse_name },
        stock: { in: row.quantity_in, out: row.quantity_out, last: row.balance_after },
        old: row.balance_after - row.quantity_in + row.quantity_out,
      })),
    ),
  };
}

/** The amount that stock was synced to is of all warehouses. */
function withoutTotal({ reason, description }: Row): string {
  return reason === 'SYNC' ? 'Stock synced' : description;
}
