import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { refuseHiddenFields } from '../../../kernel/hidden-fields.ts';
import { periodOf } from '../../../kernel/http/report-period.ts';
import { talliedSums } from '../../orders/index.ts';
import { channelName } from '../channels.ts';
import { isOfCost, sumOf } from '../figures.ts';
import { figureOf } from '../groups.ts';
import type { DetailInput, ReportDetail } from '../schemas.ts';

interface Part {
  is_channel: boolean;
  key: string;
  sold_orders: number;
  value: number;
  name: string | null;
}

/**
 * One figure of a report, by where orders were made and by who made them, the largest first. Both add up to it.
 * @throws Refusal 403 for a figure that tells what goods cost, for roles that cannot see it
 */
export async function getReportDetail(
  context: Context,
  input: z.output<typeof DetailInput>,
): Promise<z.input<typeof ReportDetail>> {
  const figure = figureOf(input.group);
  if (isOfCost(figure)) refuseHiddenFields(context, 'cost.read', [{ field: 'group', value: input.group }]);
  const { from, to } = periodOf(context, input);
  const days = { from: sql`${from}`, to: sql`${to}` };
  const { rows } = await sql<Part>`
    select part.*, u.full_name as name
    from (
      select true as is_channel, value as key, sum(order_count)::int as sold_orders, ${sumOf(figure)} as value
      from (${talliedSums(context, 'sales_channel', days)}) as tally group by value having sum(order_count) > 0
      union all
      select false, value, sum(order_count)::int, ${sumOf(figure)}
      from (${talliedSums(context, 'user_id', days)}) as tally group by value having sum(order_count) > 0
    ) as part
    left join users u on u.shop_id = ${context.shop.id}
      and u.id = case when not part.is_channel then part.key::bigint end
    order by part.value desc, part.key`.execute(context.db);
  return {
    by_source: rows
      .filter(({ is_channel }) => is_channel)
      .map(({ key, sold_orders, value }) => ({
        name: channelName(key),
        order_category: key,
        orders: sold_orders,
        value,
      })),
    by_admin: rows
      .filter(({ is_channel }) => !is_channel)
      .map(({ key, sold_orders, value, name }) => ({
        user_id: Number(key),
        name: name ?? 'Uncategorized',
        orders: sold_orders,
        value,
      })),
  };
}
