import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { visibleWarehouse } from '../../stock/index.ts';
import { momentsOf } from '../listed-period.ts';
import { progressOf } from '../rows.ts';
import { visibleTransfer } from '../visible-adjustments.ts';
import type { ListTransfersInput, TransferRow } from './schemas.ts';

/** A page of the shop's transfers between warehouses, newest first, in two statements. */
export async function listTransfers(
  context: Context,
  input: z.output<typeof ListTransfersInput>,
): Promise<Page<z.input<typeof TransferRow>>> {
  const { from, before } = momentsOf(context, input);
  const { origin_warehouse_id, destination_warehouse_id, user_id } = input;
  const found = context.db
    .selectFrom('stock_transfers as t')
    .where('t.shop_id', '=', context.shop.id)
    .where(visibleTransfer(context, 't'))
    .where('t.created_at', '>=', from)
    .where('t.created_at', '<', before)
    .$if(origin_warehouse_id !== undefined, (query) =>
      query
        .where('t.origin_warehouse_id', '=', origin_warehouse_id ?? 0)
        .where(visibleWarehouse(context, 't.origin_warehouse_id')),
    )
    .$if(destination_warehouse_id !== undefined, (query) =>
      query
        .where('t.destination_warehouse_id', '=', destination_warehouse_id ?? 0)
        .where(visibleWarehouse(context, 't.destination_warehouse_id')),
    )
    .$if(user_id !== undefined, (query) => query.where('t.created_by', '=', user_id ?? 0));
  const rows = found
    .innerJoin('warehouses as o', (join) =>
      join.on('o.shop_id', '=', context.shop.id).onRef('o.id', '=', 't.origin_warehouse_id'),
    )
    .innerJoin('warehouses as d', (join) =>
      join.on('d.shop_id', '=', context.shop.id).onRef('d.id', '=', 't.destination_warehouse_id'),
    )
    .leftJoin('shop_jobs as job', (join) =>
      join.on('job.shop_id', '=', context.shop.id).onRef('job.id', '=', 't.job_id'),
    )
    .select(['t.finished_at', 't.job_id', 'job.status as job_status'])
    .select(['t.id', 't.description', 't.created_at', 'o.id as origin_id', 'o.name as origin_name'])
    .select(['d.id as destination_id', 'd.name as destination_name'])
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id', 'desc');
  return readPage(context.db, input, { matching: found, rows }, (row) => ({
    id: row.id,
    ...progressOf(row),
    description: row.description,
    origin_warehouse: { id: row.origin_id, name: row.origin_name },
    destination_warehouse: { id: row.destination_id, name: row.destination_name },
    created_at: dateTimeText(row.created_at, context.shop.time_zone),
  }));
}
