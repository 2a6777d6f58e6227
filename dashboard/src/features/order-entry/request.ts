import type { Input, Output } from 'ngorder-sdk';
import { MANUAL_COURIER, receiverOf, type Draft, type Line } from './draft.ts';

export type Quote = Output<'quoteOrder'>['data'];

/** What the page knows beside what was entered. */
export interface Given {
  supplier_id: number | null;
  order_date: string;
  /** Shipping cost; null: none is known. */
  rate: number | null;
  /** What the courier takes to insure the goods; 0: it does not. */
  insurance: number;
}

type QuoteInput = Input<'quoteOrder'>;
type LineInput = QuoteInput['products'][number];

function lineInput({ id, qty, warehouse_id, discount, promo_id, product_status }: Line): LineInput {
  return {
    id,
    qty,
    product_status,
    ...(warehouse_id !== null && { warehouse_id }),
    ...(promo_id !== null && { promo_id }),
    ...(promo_id === null &&
      discount !== null &&
      discount.value > 0 && {
        type: discount.type,
        ...(discount.type === 'PERCENTAGE' ? { percentage: discount.value } : { nominal: discount.value }),
      }),
  };
}

export function costInputs(
  { costs, is_insured }: Draft,
  insurance: number,
): NonNullable<QuoteInput['order_cost']> {
  const entered = costs
    .filter(({ nominal, percentage }) => (percentage ?? nominal) > 0)
    .map(({ name, category, nominal, percentage }) => ({
      name: name.trim(),
      category,
      ...(percentage === undefined
        ? { type: 'NOMINAL' as const, nominal }
        : { type: 'PERCENTAGE' as const, percentage }),
    }));
  return is_insured && insurance > 0
    ? [...entered, { name: 'Asuransi', category: 'INSURANCE', type: 'NOMINAL', nominal: insurance }]
    : entered;
}

function expeditionInput({ courier, shipping_promo_id, is_cod }: Draft, rate: number | null) {
  if (courier === null) return undefined;
  // Of a courier that is entered by hand there is nothing to ask yet.
  if (courier.id === MANUAL_COURIER && (courier.name.trim() === '' || rate === null)) return undefined;
  return {
    id: courier.id,
    ...(rate !== null && { rate }),
    ...(courier.id === MANUAL_COURIER && { name: courier.name.trim() }),
    ...(shipping_promo_id !== null && { promo: { id: shipping_promo_id } }),
    is_cod,
  };
}

function paymentInput({ payment }: Draft, order_date: string) {
  const { status, bank_id, date, amount } = payment;
  if (status === 'UNPAID') return { status };
  return {
    status,
    date: date ?? order_date,
    ...(bank_id !== null && { bank_id }),
    ...(status === 'INSTALLMENT' && { amount }),
  };
}

function isPaymentWhole({ payment: { status, bank_id, amount } }: Draft): boolean {
  return status !== 'UNPAID' && bank_id !== null && (status === 'PAID' || amount > 0);
}

/** What can be asked of an order that is not whole yet. */
export function quoteInputOf(draft: Draft, given: Given): QuoteInput {
  const { supplier_id, order_date, rate, insurance } = given;
  const expedition = expeditionInput(draft, rate);
  const receiver = receiverOf(draft);
  return {
    products: draft.lines.filter(({ qty }) => qty > 0).map(lineInput),
    order_date,
    order_cost: costInputs(draft, insurance),
    ...(draft.sender !== null && { customer_sender_id: draft.sender.id }),
    // What is paid before is not collected.
    ...(isPaymentWhole(draft) && { payment: paymentInput(draft, order_date) }),
    ...(receiver !== null && { customer_receiver_id: receiver.id }),
    ...(supplier_id !== null && { supplier_id }),
    ...(expedition !== undefined && { expedition, is_cod: draft.is_cod }),
    ...(draft.order_source_id !== null && { order_source_id: draft.order_source_id }),
    ...(draft.coupon_code.trim() !== '' && { coupon_code: draft.coupon_code.trim() }),
  };
}

/** The order that is created: with the costs that the quote says the buyer is charged. */
export function requestOf(
  draft: Draft,
  given: Given & { supplier_id: number },
  quote: Quote,
): Input<'createOrder'> {
  const { supplier_id, order_date, rate, insurance } = given;
  const { sender } = draft;
  const receiver = receiverOf(draft);
  const expedition = expeditionInput(draft, rate);
  if (sender === null || receiver === null || expedition === undefined)
    throw new Error('the order is not whole');
  return {
    ...(draft.order_source_id !== null && { order_source_id: draft.order_source_id }),
    ...(draft.coupon_code.trim() !== '' && { coupon_code: draft.coupon_code.trim() }),
    customer_sender_id: sender.id,
    customer_receiver_id: receiver.id,
    supplier_id,
    order_date,
    products: draft.lines
      .filter(({ qty }) => qty > 0)
      .map((line) => ({ ...lineInput(line), product_status: line.product_status })),
    expedition,
    is_cod: draft.is_cod,
    payment: paymentInput(draft, order_date),
    order_cost: [...costInputs(draft, insurance), ...(quote.shipping_explanation?.order_cost ?? [])],
    note: draft.note.trim(),
    source: 'WEB',
  };
}
