import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { microsecondText, progressOf } from '../rows.ts';
import type { AdjustmentIdInput } from '../schemas.ts';
import { visibleTransfer } from '../visible-adjustments.ts';
import type { TransferDetail } from './schemas.ts';

/** A stock transfer with the user who created it. */
export async function getTransfer(
  context: Context,
  input: z.output<typeof AdjustmentIdInput>,
): Promise<z.input<typeof TransferDetail>> {
  const row = await context.db
    .selectFrom('stock_transfers as t')
    .innerJoin('warehouses as o', (join) =>
      join.on('o.shop_id', '=', context.shop.id).onRef('o.id', '=', 't.origin_warehouse_id'),
    )
    .innerJoin('warehouses as d', (join) =>
      join.on('d.shop_id', '=', context.shop.id).onRef('d.id', '=', 't.destination_warehouse_id'),
    )
    .innerJoin('users as u', (join) =>
      join.on('u.shop_id', '=', context.shop.id).onRef('u.id', '=', 't.created_by'),
    )
    .leftJoin('shop_jobs as job', (join) =>
      join.on('job.shop_id', '=', context.shop.id).onRef('job.id', '=', 't.job_id'),
    )
    .select(['t.finished_at', 't.job_id', 'job.status as job_status'])
    .select(['t.id', 't.description', 't.variation_total', 't.created_at', 'o.id as origin_id'])
    .select(['o.name as origin_name', 'd.id as destination_id', 'd.name as destination_name'])
    .select(['u.id as user_id', 'u.email', 'u.full_name'])
    .where('t.shop_id', '=', context.shop.id)
    .where('t.id', '=', input.id)
    .where(visibleTransfer(context, 't'))
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  const destination = { id: row.destination_id, name: row.destination_name };
  return {
    id: row.id,
    description: row.description,
    ...progressOf(row),
    variation_total: row.variation_total,
    processed: row.finished_at === null ? 0 : row.variation_total,
    warehouse: destination,
    origin_warehouse: { id: row.origin_id, name: row.origin_name },
    destination_warehouse: destination,
    created_by: { id: String(row.user_id), email: row.email, name: row.full_name },
    created_at: microsecondText(row.created_at),
  };
}
