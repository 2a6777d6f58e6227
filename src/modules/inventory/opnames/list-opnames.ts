import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { momentsOf } from '../listed-period.ts';
import { progressOf } from '../rows.ts';
import { visibleOpname } from '../visible-adjustments.ts';
import type { ListOpnamesInput, OpnameRow } from './schemas.ts';

/** A page of the shop's counts, newest first, in two statements. */
export async function listOpnames(
  context: Context,
  input: z.output<typeof ListOpnamesInput>,
): Promise<Page<z.input<typeof OpnameRow>>> {
  const { from, before } = momentsOf(context, input);
  const { warehouse_id, user_id } = input;
  const found = context.db
    .selectFrom('stock_opnames as s')
    .where('s.shop_id', '=', context.shop.id)
    .where(visibleOpname(context, 's'))
    .where('s.created_at', '>=', from)
    .where('s.created_at', '<', before)
    .$if(warehouse_id !== undefined, (query) => query.where('s.warehouse_id', '=', warehouse_id ?? 0))
    .$if(user_id !== undefined, (query) => query.where('s.created_by', '=', user_id ?? 0));
  const rows = found
    .innerJoin('warehouses as w', (join) =>
      join.on('w.shop_id', '=', context.shop.id).onRef('w.id', '=', 's.warehouse_id'),
    )
    .leftJoin('shop_jobs as job', (join) =>
      join.on('job.shop_id', '=', context.shop.id).onRef('job.id', '=', 's.job_id'),
    )
    .select(['s.finished_at', 's.job_id', 'job.status as job_status'])
    .select(['s.id', 's.description', 's.variation_total', 's.created_at', 'w.id as warehouse_id', 'w.name'])
    .orderBy('s.created_at', 'desc')
    .orderBy('s.id', 'desc');
  return readPage(context.db, input, { matching: found, rows }, (row) => ({
    id: row.id,
    description: row.description,
    variation_total: row.variation_total,
    ...progressOf(row),
    warehouse: { id: row.warehouse_id, name: row.name },
    created_at: dateTimeText(row.created_at, context.shop.time_zone),
  }));
}
