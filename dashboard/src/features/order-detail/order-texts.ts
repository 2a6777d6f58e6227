import { formatDay, formatRupiah } from '../../ui/format.ts';
import type { Order } from '../order-record/order-record.ts';

type Person = Order['receiver'];

/** As it is written on a parcel. */
export function addressBlock({ name, phone, address, region, postal_code }: Person): string {
  const place = [region, postal_code].filter((part) => part !== null && part !== '').join(' ');
  return [name, phone, address, place].filter((line) => line !== '').join('\n');
}

/** What the customer has ordered and what it costs, for a chat. `*` is bold there. */
export function summaryText(
  order: Order,
  words: { shipping: string; total: string; remaining: string },
): string {
  const goods = order.order_detail.map(
    ({ name, qty, price, nominal }) => `${qty}× ${name} ${formatRupiah((price - nominal) * qty)}`,
  );
  const costs = order.order_cost.map(
    ({ name, category, nominal }) => `${name} ${formatRupiah(category === 'DISCOUNT' ? -nominal : nominal)}`,
  );
  const shipping = `${words.shipping} ${order.shipping_logistic} ${order.shipping_rate}`.trim();
  const remaining = order.remaining_amount ?? 0;
  return [
    `*#${order.po_number}* (${formatDay(order.order_date)})`,
    ...goods,
    `${shipping} ${formatRupiah(order.shipping_cost - order.shipping_discount)}`,
    ...costs,
    `*${words.total} ${formatRupiah(order.total_amount)}*`,
    ...(remaining > 0 && remaining < order.total_amount
      ? [`${words.remaining} ${formatRupiah(remaining)}`]
      : []),
    ...(order.awb_number === null ? [] : [order.awb_number]),
  ].join('\n');
}
