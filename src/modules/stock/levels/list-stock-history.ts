import type { z } from 'zod';
import { addDays, indonesianDay, startOfDay, timeAgo } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { statement } from '../../../kernel/database/connection.ts';
import type { StockLedgerTable } from '../../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { limits } from '../../../kernel/limits.ts';
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

/** Ledger rows of the variation $2 that warehouse $3, from $4, before $5 and the user $6 let through. */
const MATCHING = `l.shop_id = $1 and l.variation_id = $2
  and ($3::bigint is null or l.warehouse_id = $3)
  and ($4::timestamptz is null or l.created_at >= $4)
  and ($5::timestamptz is null or l.created_at < $5)
  and ${visibleSql('l.warehouse_id', '$6')}`;

const findTitle = statement<Title>(
  'stock_history_title',
  `select p.id as product_id, p.name as product_name, v.color, v.size,
    ($3::bigint is null or exists (select 1 from warehouses w where w.shop_id = $1 and w.id = $3
      and ${visibleSql('w.id', '$6')})) as warehouse_exists,
    (select count(*) from (select 1 from stock_ledger l where ${MATCHING} limit ${limits.exact_total + 1}) as counted) as total
  from product_variations v
  join products p on p.shop_id = $1 and p.id = v.product_id
  where v.shop_id = $1 and v.id = $2`,
);

/**
 * Rows of one level are written one after the other, so a higher id is later. The primary key has this
 * order, so the plan is good for every LIMIT.
 */
const findRows = statement<Row>(
  'stock_history',
  `select u.email, l.reason, l.description, l.order_id, l.warehouse_id, w.name as warehouse_name, l.quantity_in, l.quantity_out,
    l.balance_after, l.created_at
  from (
    select * from stock_ledger l where ${MATCHING} order by l.id desc limit $7 offset $8
  ) as l
  join warehouses w on w.shop_id = $1 and w.id = l.warehouse_id
  left join users u on u.shop_id = $1 and u.id = l.user_id
  order by l.id desc`,
);

/** What came and went of a variation, newest first. */
export async function listStockHistory(
  context: Context,
  input: z.output<typeof ListStockHistoryInput>,
): Promise<
  Page<z.input<typeof StockHistoryRow>> & { head: { title: z.input<typeof StockHistoryTitle.title> } }
> {
  const zone = context.shop.time_zone;
  const filter = [
    context.shop.id,
    input.id,
    input.warehouse_id ?? null,
    input.start_date === undefined ? null : startOfDay(input.start_date, zone),
    input.end_date === undefined ? null : startOfDay(addDays(input.end_date, 1), zone),
    restrictedUser(context),
  ];
  const [found] = await findTitle.run(context.db, filter);
  if (found === undefined) throw kernelErrors.refuse('not_found');
  if (!found.warehouse_exists) throw kernelErrors.refuseField('field_not_found', 'warehouse_id');
  const rows = await findRows.run(context.db, [...filter, input.per_page, itemsBefore(input)]);
  const now = context.clock.now();
  const is_restricted = restrictedUser(context) !== null;
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
        time_ago: timeAgo(row.created_at, now),
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
