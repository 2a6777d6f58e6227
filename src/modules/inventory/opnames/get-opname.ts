import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { microsecondText, progressOf } from '../rows.ts';
import type { AdjustmentIdInput } from '../schemas.ts';
import { visibleOpname } from '../visible-adjustments.ts';
import type { OpnameDetail } from './schemas.ts';

/** A stock opname with the user who created it. */
export async function getOpname(
  context: Context,
  input: z.output<typeof AdjustmentIdInput>,
): Promise<z.input<typeof OpnameDetail>> {
  const row = await context.db
    .selectFrom('stock_opnames as s')
    .innerJoin('warehouses as w', (join) =>
      join.on('w.shop_id', '=', context.shop.id).onRef('w.id', '=', 's.warehouse_id'),
    )
    .innerJoin('users as u', (join) =>
      join.on('u.shop_id', '=', context.shop.id).onRef('u.id', '=', 's.created_by'),
    )
    .leftJoin('shop_jobs as job', (join) =>
      join.on('job.shop_id', '=', context.shop.id).onRef('job.id', '=', 's.job_id'),
    )
    .select(['s.finished_at', 's.job_id', 'job.status as job_status'])
    .select([
      's.id',
      's.description',
      's.variation_total',
      's.processed',
      's.created_at',
      'w.id as warehouse_id',
    ])
    .select(['w.name as warehouse_name', 'u.id as user_id', 'u.email', 'u.full_name'])
    .where('s.shop_id', '=', context.shop.id)
    .where('s.id', '=', input.id)
    .where(visibleOpname(context, 's'))
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return {
    id: row.id,
    description: row.description,
    ...progressOf(row),
    variation_total: row.variation_total,
    processed: row.processed,
    warehouse: { id: row.warehouse_id, name: row.warehouse_name },
    created_by: { id: String(row.user_id), email: row.email, name: row.full_name },
    created_at: microsecondText(row.created_at),
  };
}
