import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { orderErrors } from './errors.ts';
import { keep, type OrderHead, type ShortStock } from './keep-order.ts';
import { loadOrderFacts } from './load-order-facts.ts';
import { planOrder, titleOf, type PlannedOrder } from './plan-order.ts';
import type { CreateOrderInput } from './schemas.ts';

type Input = z.output<typeof CreateOrderInput>;

/**
 * Takes an order: prices it from the shop's own data, takes its stock and number, and keeps it with its
 * payment, all or nothing. Two round trips: one reads what the ids stand for, one writes.
 *
 * Guaranteed under any concurrency: no level goes below 0, po_number has no gap and no repeat, and an order
 * that is refused leaves nothing.
 * @throws Refusal 422 naming every field at fault; `products.N.qty` with what is left where stock is short
 */
export async function placeOrder(
  context: Context,
  input: Input,
): Promise<{ order_id: number; po_number: number }> {
  const facts = await loadOrderFacts(context, {
    sender_id: input.customer_sender_id,
    receiver_id: input.customer_receiver_id,
    supplier_id: input.supplier_id,
    order_source_id: input.order_source_id,
    bank_id: input.payment.bank_id,
    variation_ids: input.products.map((line) => line.id),
    warehouse_ids: input.products.flatMap((line) => line.warehouse_id ?? []),
  });
  const plan = planOrder(input, facts);
  const kept = await keep(context, headOf(input), plan);
  if ('short' in kept) throw shortage(plan, kept.short);
  return kept;
}

function headOf(input: Input): OrderHead {
  return {
    fields: {
      order_date: input.order_date,
      order_category: 'APP',
      order_source_id: input.order_source_id ?? null,
      note: input.note,
      source_platform: input.source,
      send_sms: input.send_sms,
      is_printed: input.is_print,
      auto_pickup: input.expedition.auto_pickup,
      awb_number: input.awb_number ?? null,
      marketplace_awb: input.marketplace_awb ?? null,
    },
    charges: input.order_cost,
  };
}

/** One refusal that names each line whose warehouse lacks its goods, with what is left there. */
function shortage(plan: PlannedOrder, short: ShortStock[]): Refusal {
  return new Refusal(
    plan.lines.flatMap(({ goods, warehouse_id }, index) => {
      const level = short.find(
        (item) => item.variation_id === goods.variation_id && item.warehouse_id === warehouse_id,
      );
      if (level === undefined) return [];
      return [
        orderErrors.part('stock_short', `products.${index}.qty`, { left: level.left, name: titleOf(goods) }),
      ];
    }),
  );
}
