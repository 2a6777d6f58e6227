import type { z } from 'zod';
import { instantOf } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { CreatePromoInput, UpdatePromoInput } from './schemas.ts';

export type PromoInput = z.output<typeof CreatePromoInput> | z.output<typeof UpdatePromoInput>;

/** The moments between which a promo runs; ends_at null: open. */
export interface Period {
  starts_at: Date;
  ends_at: Date | null;
}

export function periodOf(context: Context, input: PromoInput): Period {
  const { time_zone } = context.shop;
  return {
    starts_at: instantOf(input.start_date, time_zone),
    ends_at: input.end_date === null ? null : instantOf(input.end_date, time_zone),
  };
}

/** The columns of `promos` that an input decides. */
export function promoRow(context: Context, input: PromoInput) {
  return {
    promo_group: input.group,
    promo_type: input.type,
    name: input.name,
    coupon_code: input.group === 'COUPON' ? (input.coupon_code ?? null) : null,
    ...periodOf(context, input),
    ...(input.discount !== undefined && discountColumns(input.discount)),
    usage_per_customer: input.limits.usage_per_customer ?? null,
    quota: input.limits.promo_limit ?? null,
    minimum_product: input.limits.minimum_product ?? null,
    minimum_transaction_idr: input.limits.minimum_transaction ?? null,
    is_active: input.is_active,
    customer_category_codes: [...new Set(input.customer_categories)],
    all_products: input.all_products,
    platforms: [...new Set(input.selected_items.platforms)],
    courier_service_ids: courierIds(input),
  };
}

/** A NOMINAL is its own maximum; for a PERCENTAGE, 0 means no maximum. */
export function discountColumns(discount: z.output<typeof CreatePromoInput>['discount']) {
  const is_percentage = discount.type === 'PERCENTAGE';
  return {
    discount_type: discount.type,
    discount_percentage: is_percentage ? discount.amount : null,
    discount_max_idr: is_percentage ? discount.max_nominal || null : null,
    discount_idr: is_percentage ? null : discount.amount,
  };
}

/** The products that are stored with a promo; none if it applies to all. */
export function productIds(input: PromoInput): number[] {
  return input.all_products ? [] : [...new Set(input.selected_items.products)];
}

/** Only an EXPEDITION has couriers. */
export function courierIds(input: PromoInput): number[] {
  return input.type === 'EXPEDITION' ? [...new Set(input.selected_items.couriers)] : [];
}
