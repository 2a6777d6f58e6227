import type { Input } from 'ngorder-sdk';
import { MANUAL_COURIER, receiverOf, type Draft, type Line } from './draft.ts';
import type { Order } from '../order-record/order-record.ts';
import { insuranceOf } from './order-draft.ts';
import { costInputs, type Given } from './request.ts';

type EditInput = Input<'updateOrder'>;

/** Of a line that the order has, what was not touched is left out: then it stays, also where a new order could not have it. */
function editedLine(line: Line, order: Order): EditInput['products'][number] {
  const { id, qty, warehouse_id, promo_id, discount, product_status } = line;
  const there = line.at === undefined ? undefined : order.order_detail[line.at];
  // Somebody else may have changed the lines since.
  const before = there?.variation_id === id ? there : undefined;
  const is_same_promo = before !== undefined && before.promo_id === promo_id;
  const was = before?.type === 'PERCENTAGE' ? before.percentage : before?.nominal;
  const is_same_discount =
    is_same_promo &&
    (before.type ?? null) === (discount?.type ?? null) &&
    (discount === null || discount.value === was);
  const has_discount = promo_id === null && discount !== null && discount.value > 0;
  return {
    id,
    qty,
    product_status,
    ...(warehouse_id !== null && { warehouse_id }),
    ...(!is_same_promo && { promo_id }),
    ...(!is_same_discount && promo_id === null && !has_discount && { type: null }),
    ...(!is_same_discount &&
      has_discount && {
        type: discount.type,
        ...(discount.type === 'PERCENTAGE' ? { percentage: discount.value } : { nominal: discount.value }),
      }),
  };
}

/** What the insurance costs: as it stands in the order, unless another courier takes the parcel. */
function insuranceIn(draft: Draft, order: Order, { insurance }: Given): number {
  return insuranceOf(order) > 0 && draft.courier?.id === order.shipping_id ? insuranceOf(order) : insurance;
}

/** The whole order as it is to be; undefined where something is missing that it cannot be without. */
export function editInputOf(
  draft: Draft,
  given: Given,
  { order, version }: { order: Order; version: number },
): EditInput | undefined {
  const { sender, courier } = draft;
  const receiver = receiverOf(draft);
  const lines = draft.lines.filter(({ qty }) => qty > 0);
  const { supplier_id, rate } = given;
  if (sender === null || receiver === null || courier === null || supplier_id === null || rate === null)
    return undefined;
  if (lines.length === 0 || (courier.id === MANUAL_COURIER && courier.name.trim() === '')) return undefined;
  const is_same_promo = draft.shipping_promo_id === order.shipping_promo_id;
  return {
    order_id: order.order_id,
    version,
    customer_sender_id: sender.id,
    customer_receiver_id: receiver.id,
    supplier_id,
    order_date: given.order_date,
    order_source_id: draft.order_source_id,
    note: draft.note.trim() === '' ? null : draft.note.trim(),
    products: lines.map((line) => editedLine(line, order)),
    expedition: {
      id: courier.id,
      rate,
      is_cod: draft.is_cod,
      ...(courier.id === MANUAL_COURIER && { name: courier.name.trim() }),
      ...(!is_same_promo && {
        promo: draft.shipping_promo_id === null ? null : { id: draft.shipping_promo_id },
      }),
    },
    is_cod: draft.is_cod,
    // What was paid stays as it is: payments have their own place.
    payment: { status: 'UNPAID' },
    order_cost: costInputs(draft, insuranceIn(draft, order, given)),
    ...(draft.coupon_code.trim() !== '' && { coupon_code: draft.coupon_code.trim() }),
  };
}
