import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { customerLimits } from './limits.ts';
import type { MonthCount } from './schemas.ts';

/**
 * How many customers were added in each of the last `customerLimits.customer_months` months of the shop, this one included,
 * newest first; months without any are left out.
 */
export async function countByMonth(context: Context): Promise<z.input<typeof MonthCount>[]> {
  const { shop, clock } = context;
  const { rows } = await sql<z.input<typeof MonthCount>>`
    select count(*)::integer as total, to_char(created_at at time zone ${shop.time_zone}, 'YYYY-MM') as date
    from customers
    where shop_id = ${shop.id} and archived_at is null
      and created_at >= (date_trunc('month', ${clock.now()}::timestamptz at time zone ${shop.time_zone})
        - make_interval(months => ${customerLimits.customer_months - 1})) at time zone ${shop.time_zone}
    group by 2 order by 2 desc`.execute(context.db);
  return rows;
}
