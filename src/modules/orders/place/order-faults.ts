import type { z } from 'zod';
import type { RefusalPart } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { orderErrors } from '../errors.ts';
import { lastOrderDay, paymentDateFaults } from '../order-days.ts';
import type { GoodsFacts, OrderFacts } from './load-order-facts.ts';
import type { GoodsLine, PricedInput, PricedLineInput } from './price-request.ts';
import type { CreateOrderInput } from './schemas.ts';

type OrderLine = z.output<typeof CreateOrderInput>['products'][number];

/** Every id of the lines and their promos that names nothing in the shop. */
export function missingFaults(
  input: Pick<PricedInput, 'expedition'> & { products: readonly PricedLineInput[] },
  facts: Pick<OrderFacts, 'goods' | 'promos' | 'warehouses'>,
): RefusalPart[] {
  const missing: string[] = [];
  const promos = new Set(facts.promos.map(({ id }) => id));
  if (input.expedition.promo !== undefined && !promos.has(input.expedition.promo.id))
    missing.push('expedition.promo.id');
  const known = new Set(facts.goods.map((item) => item.variation_id));
  input.products.forEach((line, index) => {
    if (!known.has(line.id)) missing.push(`products.${index}.id`);
    if (line.promo_id !== undefined && !promos.has(line.promo_id)) missing.push(`products.${index}.promo_id`);
    if (line.warehouse_id !== undefined && !facts.warehouses.some(({ id }) => id === line.warehouse_id))
      missing.push(`products.${index}.warehouse_id`);
  });
  return missing.map(idNotFound);
}

/** A day that is further ahead than orders are made for, or payments: most likely a slip of the pen, as 2062 for 2026. */
export function dateFaults(
  { order_date, payment }: Pick<z.output<typeof CreateOrderInput>, 'order_date' | 'payment'>,
  { today }: Pick<OrderFacts, 'today'>,
): RefusalPart[] {
  const last = lastOrderDay(today);
  return [
    ...(order_date > last ? [orderErrors.part('order_date_far_ahead', 'order_date', { last })] : []),
    ...(payment.status === 'UNPAID' ? [] : paymentDateFaults(payment.date, today)),
  ];
}

/** Existing warehouses that are inactive. */
export function inactiveFaults(
  products: readonly Pick<OrderLine, 'warehouse_id'>[],
  facts: Pick<OrderFacts, 'warehouses'>,
): RefusalPart[] {
  const inactive = new Set(facts.warehouses.filter(({ is_active }) => !is_active).map(({ id }) => id));
  return products.flatMap(({ warehouse_id }, index) =>
    warehouse_id !== undefined && inactive.has(warehouse_id)
      ? [orderErrors.part('warehouse_inactive', `products.${index}.warehouse_id`)]
      : [],
  );
}

/** @param first product_status of the first line, which all lines share */
export function lineFaults(
  { line, goods, index }: GoodsLine<OrderLine>,
  first: string | undefined,
): RefusalPart[] {
  const faults: RefusalPart[] = [];
  const field = `products.${index}.product_status`;
  if (line.product_status !== goods.product_type)
    faults.push(orderErrors.part('wrong_product_status', field, { allowed: goods.product_type }));
  else if (first !== undefined && goods.product_type !== first)
    faults.push(orderErrors.part('mixed_product_status', field, { first }));
  if (goods.product_type !== 'S' && !goods.is_in_stock)
    faults.push(orderErrors.part('out_of_stock', `products.${index}.qty`, { name: titleOf(goods) }));
  return faults;
}

/** Why a courier cannot collect the cash of an order, or need not. */
export function codFaults(
  { is_cod, payment }: { is_cod: boolean; payment: { status: string } },
  courier: { name: string; is_collecting: boolean },
): RefusalPart[] {
  if (!is_cod) return [];
  return [
    ...(courier.is_collecting
      ? []
      : [orderErrors.part('courier_without_cod', 'is_cod', { courier: courier.name })]),
    ...(payment.status === 'PAID' ? [orderErrors.part('cod_paid', 'payment.status')] : []),
  ];
}

/**
 * A service that the shop has switched off. Who brings an AWB number has chosen the courier elsewhere, as a marketplace
 * does.
 */
export function serviceFaults(
  { awb_number, marketplace_awb }: { awb_number?: string | undefined; marketplace_awb?: string | undefined },
  { custom_courier, is_service_offered }: Pick<OrderFacts, 'custom_courier' | 'is_service_offered'>,
  courier: { name: string; is_virtual: boolean; shipping: { rate_name: string } },
): RefusalPart[] {
  const is_chosen_elsewhere = (awb_number ?? marketplace_awb) !== undefined;
  if (is_service_offered || custom_courier !== null || courier.is_virtual || is_chosen_elsewhere) return [];
  const service = `${courier.name} ${courier.shipping.rate_name}`;
  return [orderErrors.part('service_switched_off', 'expedition.id', { service })];
}

/** The title of a variation: the name of the product, its colour and its size. */
export function titleOf(goods: Pick<GoodsFacts, 'name' | 'color' | 'size'>): string {
  return [goods.name, goods.color, goods.size].filter((part) => part !== '').join(' ');
}
