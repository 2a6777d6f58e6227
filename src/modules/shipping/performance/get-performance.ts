import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { itemsBefore, pageOf } from '../../../kernel/paging.ts';
import { may } from '../../../kernel/permissions.ts';
import { findCourier } from '../../reference/index.ts';
import { COUNTS, daysOf, sentParcels } from './sent-parcels.ts';
import type { PERFORMANCE_HEAD, PerformanceInput, PerformanceRow } from './schemas.ts';

type Input = z.output<typeof PerformanceInput>;
type Row = z.input<typeof PerformanceRow>;
type Head = z.input<z.ZodObject<typeof PERFORMANCE_HEAD>>;

/** The sums of a group of parcels. */
interface Sums {
  sent: number;
  delivered: number;
  returned: number;
  lost: number;
  on_the_way: number;
  on_time: number;
  late: number;
  delivery_days: number;
  cost_idr: number;
}

interface Group extends Sums {
  key: number | null;
  name: string;
}

interface Report {
  total: Sums;
  group_count: number;
  groups: Group[];
}

const counted = (figure: keyof typeof COUNTS) => sql.raw(`count(*) filter (where ${COUNTS[figure]})::bigint`);

const SUMS = sql`${counted('SENT')} as sent, ${counted('DELIVERED')} as delivered, ${counted('RETURNED')} as returned,
  ${counted('LOST')} as lost, ${counted('ON_THE_WAY')} as on_the_way, ${counted('ON_TIME')} as on_time,
  ${counted('LATE')} as late, coalesce(sum(days) filter (where ${sql.raw(COUNTS.DELIVERED)}), 0)::bigint as delivery_days,
  coalesce(sum(cost_idr), 0)::bigint as cost_idr`;

const SUM_NAMES = [
  'sent',
  'delivered',
  'returned',
  'lost',
  'on_the_way',
  'on_time',
  'late',
  'delivery_days',
  'cost_idr',
] as const satisfies (keyof Sums)[];

/**
 * How parcels arrive, by courier, province, product, customer or user: the groups with the most parcels first, and all of
 * them together. A parcel with several products counts once for each of them. One statement.
 * @throws Refusal 422 if the period is too long
 */
export async function getPerformance(context: Context, input: Input): Promise<Page<Row> & { head: Head }> {
  const { id: shop_id } = context.shop;
  const { first, last } = daysOf(context, input);
  const { rows } = await sql<Report>`
    with parcel as materialized (
      select sent.*, settled.cost_idr from (${sentParcels(context, input)}) as sent
      left join lateral (select r.cost_idr from parcel_returns as r where r.shop_id = ${shop_id}
          and r.order_id = sent.order_id and r.shipment = sent.number and r.state = 'SETTLED'
          and sent.shipping_status = 'RETURNED' offset 0) as settled on true
    ),
    grouped as materialized (
      select key, ${SUMS} from parcel group by key
    ),
    page as (
      select * from grouped order by sent desc, key limit ${input.per_page} offset ${itemsBefore(input)}
    )
    select (select to_jsonb(whole) from (${totalOf(input)}) as whole) as total,
      (select count(*) from grouped) as group_count,
      (select coalesce(jsonb_agg(to_jsonb(page) || jsonb_build_object('name', coalesce(${nameOf(context, input)}, ''))
        order by page.sent desc, page.key), '[]') from page) as groups`.execute(context.db);
  const [report] = rows;
  if (report === undefined) throw new Error('an aggregate gave no row');
  const sees_cost = may(context.actor.role, 'cost.read');
  return {
    head: { start_date: first, end_date: last, total: presentSums(report.total, sees_cost) },
    ...pageOf(
      input,
      report.group_count,
      report.groups.map((group) => ({
        id: group.key,
        name: input.group_by === 'courier' ? courierName(group) : group.name,
        ...presentSums(group, sees_cost),
      })),
    ),
  };
}

/** A parcel is in one group, so all together are the groups; but it may have several products. */
function totalOf({ group_by }: Input): RawBuilder<unknown> {
  if (group_by === 'product')
    return sql`select ${SUMS} from (select distinct on (order_id, number) * from parcel order by order_id, number) as once`;
  const added = SUM_NAMES.map((name) => `coalesce(sum(${name}), 0)::bigint as ${name}`).join(', ');
  return sql`select ${sql.raw(added)} from grouped`;
}

/** What a group of the page is called, now. */
function nameOf({ shop }: Context, { group_by }: Input): RawBuilder<unknown> {
  switch (group_by) {
    case 'courier':
      return sql`(select name from custom_couriers where shop_id = ${shop.id} and id = page.key)`;
    case 'province':
      return sql`(select name from provinces where code = page.key)`;
    case 'product':
      return sql`(select name from products where shop_id = ${shop.id} and id = page.key)`;
    case 'customer':
      return sql`(select name from customers where shop_id = ${shop.id} and id = page.key)`;
    case 'user':
      return sql`case when page.key = 0 then 'Uncategorized'
        else (select full_name from users where shop_id = ${shop.id} and id = page.key) end`;
  }
}

/** A courier of the reference, or the shop's own. */
function courierName({ key, name }: Group): string {
  return findCourier(key ?? 0)?.name ?? name;
}

function presentSums(sums: Sums, sees_cost: boolean): Omit<Row, 'id' | 'name'> {
  const { sent, delivered, returned, lost, on_the_way, on_time, late } = sums;
  return {
    sent,
    delivered,
    returned,
    lost,
    on_the_way,
    return_rate: percentage(returned, sent),
    lost_rate: percentage(lost, sent),
    on_time,
    late,
    on_time_rate: percentage(on_time, on_time + late),
    average_days: delivered === 0 ? null : Math.round((sums.delivery_days / delivered) * 10) / 10,
    cost_of_returns: sees_cost ? sums.cost_idr : null,
  };
}

/** With one decimal; null of nothing. */
function percentage(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}
