import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { periodOf } from '../../../kernel/http/report-period.ts';
import { talliedSums } from '../../orders/index.ts';
import { findCourier } from '../../reference/index.ts';
import { sumOf } from '../figures.ts';
import type { ExpeditionShare, ReportInput } from '../schemas.ts';

interface Share {
  courier_id: number;
  custom_name: string | null;
  amount: number;
  sold_orders: number;
}

/** What was charged of shipping, by courier, the most first: together the postage of the report. */
export async function getExpeditionChart(
  context: Context,
  input: z.output<typeof ReportInput>,
): Promise<{ total: number; data: z.input<typeof ExpeditionShare>[] }> {
  const { from, to } = periodOf(context, input);
  const days = { from: sql`${from}`, to: sql`${to}` };
  const { rows } = await sql<Share>`
    select share.*, c.name as custom_name
    from (
      select value::bigint as courier_id, ${sumOf('postage')} as amount, sum(order_count)::int as sold_orders
      from (${talliedSums(context, 'expedition_id', days)}) as tally group by value having sum(order_count) > 0
    ) as share
    left join custom_couriers c on c.shop_id = ${context.shop.id} and c.id = share.courier_id
    order by share.amount desc, share.courier_id`.execute(context.db);
  return {
    total: rows.reduce((total, { amount }) => total + amount, 0),
    data: rows.map(({ courier_id, custom_name, amount, sold_orders }) => ({
      expedition_id: courier_id,
      expedition_name: findCourier(courier_id)?.name ?? custom_name ?? '',
      amount,
      orders: sold_orders,
    })),
  };
}
