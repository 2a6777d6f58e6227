import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { addDays, dayRange, today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { ofCourier } from '../courier-filter.ts';
import { shippingLimits } from '../limits.ts';
import { performanceErrors } from './errors.ts';
import type { PerformanceInput, PerformanceParcelsInput } from './schemas.ts';

type Input = z.output<typeof PerformanceInput>;
type Grouping = Input['group_by'];

/** The days of a report: the last thirty, unless others are named. @throws Refusal 422 if they are too many */
export function daysOf(
  { clock, shop }: Context,
  { start_date, end_date }: Input,
): { first: string; last: string } {
  const last = end_date ?? today(clock, shop.time_zone);
  const first = start_date ?? addDays(last, -29);
  if (addDays(first, shippingLimits.performance_days) <= last)
    throw performanceErrors.refuseField(
      'performance_period_long',
      start_date === undefined ? 'end_date' : 'start_date',
      {
        days: shippingLimits.performance_days,
      },
    );
  return { first, last };
}

/** The group of a parcel; of a product those of its variations `v`. */
const KEYS: Record<Grouping, string> = {
  courier: 'sent.courier_id',
  province: 'sent.province_code',
  product: 'v.product_id',
  customer: 'sent.customer_id',
  user: 'coalesce(sent.created_by, 0)',
};

/** What each parcel counts as; a parcel may count as several. */
export const COUNTS = {
  SENT: 'true',
  DELIVERED: `shipping_status = 'DELIVERED'`,
  RETURNED: `shipping_status = 'RETURNED'`,
  LOST: `shipping_status = 'LOST'`,
  ON_THE_WAY: `shipping_status not in ('DELIVERED', 'RETURNED', 'LOST')`,
  ON_TIME: `shipping_status = 'DELIVERED' and days <= promised_days`,
  LATE: `shipping_status = 'DELIVERED' and days > promised_days`,
} as const satisfies Record<z.output<typeof PerformanceParcelsInput>['figure'], string>;

/**
 * The parcels that left in a period, as a query: each once for each of its groups. They are read from the index of when they
 * left alone, and for products their lines one by one by key, whatever is known of the tables (decision 0010).
 */
export function sentParcels(context: Context, input: Input): RawBuilder<unknown> {
  const { id: shop_id, time_zone } = context.shop;
  const { first, last } = daysOf(context, input);
  const { from, before } = dayRange(first, last, time_zone);
  const { courier, group_by } = input;
  const of_courier =
    courier === undefined || courier === '' ? sql`true` : ofCourier(context, 'shipments.courier_id', courier);
  const is_by_product = group_by === 'product';
  const products = sql`cross join lateral (select line.variation_id from order_lines as line
      where line.shop_id = ${shop_id} and line.order_id = sent.order_id
        and (sent.warehouse_id is null or line.warehouse_id = sent.warehouse_id) offset 0) as l
    cross join lateral (select product_id from product_variations as sold
      where sold.shop_id = ${shop_id} and sold.id = l.variation_id offset 0) as v`;
  const day = (column: string) => sql`(${sql.ref(column)} at time zone ${time_zone})::date`;
  // Of each parcel, product by product.
  const once = is_by_product ? sql`distinct on (v.product_id, sent.order_id, sent.number)` : sql``;
  return sql`select ${once} ${sql.raw(KEYS[group_by])}::bigint as key, sent.order_id, sent.number, sent.shipping_status,
      sent.left_at, sent.ended_at, sent.promised_days,
      case when sent.shipping_status = 'DELIVERED' then ${day('sent.ended_at')} - ${day('sent.left_at')} end as days
    from (select order_id, number, shipping_status, courier_id, promised_days, left_at, ended_at, province_code,
        customer_id, created_by ${is_by_product ? sql`, warehouse_id` : sql``} from shipments
      where shop_id = ${shop_id} and left_at >= ${from} and left_at < ${before} and ${of_courier} offset 0) as sent
    ${is_by_product ? products : sql``}`;
}
