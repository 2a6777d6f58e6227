import { sql } from 'kysely';
import { dateText, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../kernel/errors.ts';
import { idNotFound } from '../../kernel/not-found.ts';
import { loadShopServices } from '../couriers/index.ts';
import { findService } from '../reference/index.ts';
import { promoErrors } from './errors.ts';
import { promoLimits } from './limits.ts';
import { claimsProducts, runsWithin } from './overlap.ts';
import { courierIds, periodOf, productIds, type PromoInput } from './promo-row.ts';

/** The stored promo, for an update. */
export interface Earlier {
  id: number;
  starts_at: Date;
}

/**
 * Checks an input against the data of the shop, in at most five statements. Call it in the transaction that writes the
 * promo, after `lockPromos` or `holdToLimit`, so that no other promo can be written in between.
 * @throws Refusal 422 that names every invalid field
 */
export async function checkPromo(context: Context, input: PromoInput, earlier?: Earlier): Promise<void> {
  const faults = [
    ...startFaults(context, input, earlier),
    ...(await courierFaults(context, input)),
    ...(await referenceFaults(context, input)),
    ...(await productClashes(context, input, earlier)),
    ...(await codeClash(context, input, earlier)),
  ];
  if (faults.length > 0) throw new Refusal(faults);
}

/** Lets one caller after the other write promos of the shop, till the end of the transaction. */
export async function lockShopPromos(context: Context): Promise<void> {
  await context.db
    .selectFrom('shops')
    .select('id')
    .where('id', '=', context.shop.id)
    .forNoKeyUpdate()
    .execute();
}

/** Not before today; a promo that has started can keep its date. */
function startFaults(context: Context, input: PromoInput, earlier: Earlier | undefined): RefusalPart[] {
  const { time_zone } = context.shop;
  const now = today(context.clock, time_zone);
  const began = earlier === undefined ? now : dateText(earlier.starts_at, time_zone);
  const earliest = began < now ? began : now;
  return input.start_date < earliest
    ? [promoErrors.part('promo_starts_early', 'start_date', { earliest })]
    : [];
}

/** Those that are neither a courier service nor a custom courier of the shop. */
async function courierFaults(context: Context, input: PromoInput): Promise<RefusalPart[]> {
  const unknown = new Set(courierIds(input).filter((id) => findService(id) === undefined));
  if (unknown.size === 0) return [];
  const { custom } = await loadShopServices(context);
  for (const { id } of custom) unknown.delete(id);
  return (input.selected_items.couriers ?? []).flatMap((id, index) =>
    unknown.has(id) ? [idNotFound(`selected_items.couriers.${index}`)] : [],
  );
}

/** Products and customer categories that the shop doesn't have. */
async function referenceFaults(context: Context, input: PromoInput): Promise<RefusalPart[]> {
  const wanted = productIds(input);
  const categories = await context.db
    .selectFrom('customer_categories')
    .select('code')
    .where('shop_id', '=', context.shop.id)
    .execute();
  const products =
    wanted.length === 0
      ? []
      : await context.db
          .selectFrom('products')
          .select('id')
          .where('shop_id', '=', context.shop.id)
          .where('id', 'in', wanted)
          .where('archived_at', 'is', null)
          .execute();
  const codes = new Set<string>(categories.map(({ code }) => code));
  const found = new Set(products.map(({ id }) => id));
  const missing = new Set(wanted.filter((id) => !found.has(id)));
  return [
    ...input.customer_categories.flatMap((code, index) =>
      codes.has(code) ? [] : [`customer_categories.${index}`],
    ),
    ...placesOf(input, missing),
  ].map(idNotFound);
}

/** The fields of the input that name these products. */
function placesOf(input: PromoInput, product_ids: ReadonlySet<number>): string[] {
  return (input.selected_items.products ?? []).flatMap((id, index) =>
    product_ids.has(id) ? [`selected_items.products.${index}`] : [],
  );
}

/** Products that another PROMO has at the same time. */
async function productClashes(
  context: Context,
  input: PromoInput,
  earlier: Earlier | undefined,
): Promise<RefusalPart[]> {
  if (input.group !== 'PROMO' || input.type !== 'PRODUCT' || !input.is_active) return [];
  const { rows } = await sql<{ name: string; product_id: number | null }>`
    select promo.name, chosen.product_id
    from promos promo
    left join promo_products chosen on chosen.shop_id = ${context.shop.id} and chosen.promo_id = promo.id
      and chosen.product_id = any(${productIds(input)}::bigint[])
    where promo.shop_id = ${context.shop.id} and ${runsWithin(periodOf(context, input), earlier?.id)} and ${claimsProducts}
      and (${input.all_products}::boolean or promo.all_products or chosen.product_id is not null)
    order by chosen.product_id nulls first, promo.id
    limit ${promoLimits.promo_products}`.execute(context.db);
  const [first] = rows;
  if (first === undefined) return [];
  if (first.product_id === null) {
    const field = input.all_products ? 'all_products' : 'selected_items.products';
    return [promoErrors.part('promo_overlaps', field, { promo: first.name })];
  }
  return rows.flatMap(({ name, product_id }) =>
    placesOf(input, new Set([product_id ?? 0])).map((field) =>
      promoErrors.part('product_in_promo', field, { promo: name }),
    ),
  );
}

/** A coupon that has the same code at the same time. */
async function codeClash(
  context: Context,
  input: PromoInput,
  earlier: Earlier | undefined,
): Promise<RefusalPart[]> {
  if (input.group !== 'COUPON' || input.coupon_code === undefined) return [];
  const { rows } = await sql<{ name: string }>`
    select promo.name from promos promo
    where promo.shop_id = ${context.shop.id} and ${runsWithin(periodOf(context, input), earlier?.id)}
      and lower(promo.coupon_code) = lower(${input.coupon_code}::text)
    limit 1`.execute(context.db);
  return rows.map(({ name }) => promoErrors.part('coupon_code_taken', 'coupon_code', { promo: name }));
}
