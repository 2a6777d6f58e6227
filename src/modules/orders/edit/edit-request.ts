import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors.ts';
import { orderErrors } from '../errors.ts';
import type { LockedOrder } from '../lock-order.ts';
import type { CreateOrderInput } from '../place/schemas.ts';
import { isRounding } from '../place/round-cod.ts';
import { hasOtherCode } from './edit-promos.ts';
import type {
  CurrentOrder,
  EditInput,
  RequestedLine,
  RequestedOrder,
  StoredCharge,
  StoredLine,
  Touched,
  UnratedOrder,
} from './edit.ts';

type InputLine = EditInput['products'][number];

/**
 * The order that the edit requests: omitted fields are as before, cleared fields are absent. Payments are handled
 * separately. An existing line stays in its warehouse, and keeps its promo or discount if the input does not mention
 * them.
 * @throws Refusal 422 if no line is left
 */
export function requestedOrder(input: EditInput, { order, lines, charges }: CurrentOrder): UnratedOrder {
  const { expedition, payment } = input;
  const products = requestedLines(input.products, order, lines);
  if (products.length === 0) throw orderErrors.refuseField('order_without_lines', 'products');
  const is_cod = input.is_cod ?? expedition.is_cod ?? order.is_cod;
  const is_same_courier = expedition.id === order.courier_service_id;
  const shipping_promo = order.shipping_promo_id === null ? null : { id: order.shipping_promo_id };
  return {
    ...input,
    products,
    expedition: {
      ...expedition,
      rate: expedition.rate ?? (is_same_courier ? order.shipping_idr : undefined),
      name: expedition.name ?? (is_same_courier ? order.logistic_name : undefined),
      auto_pickup: expedition.auto_pickup ?? order.auto_pickup,
      promo: saidOr(expedition.promo, shipping_promo),
    },
    is_cod,
    has_current_cod: is_cod && order.is_cod && is_same_courier,
    is_shipping_promo_named: expedition.promo != null,
    order_date: input.order_date ?? order.order_date,
    order_source_id: saidOr(input.order_source_id, order.order_source_id),
    note: saidOr(input.note, order.note) ?? '',
    is_print: input.is_print ?? order.is_printed,
    send_sms: input.send_sms ?? order.send_sms,
    source: input.source ?? order.source_platform,
    awb_number: saidOr(input.awb_number, order.awb_number),
    marketplace_awb: saidOr(input.marketplace_awb, order.marketplace_awb),
    order_cost: input.order_cost ?? chargesAgain(charges, { was_cod: order.is_cod, is_cod }),
    paid_idr:
      payment.status === 'INSTALLMENT' ? Math.max(order.paid_idr, payment.amount ?? 0) : order.paid_idr,
    payment: {
      status: 'UNPAID',
      date: undefined,
      bank_id: undefined,
      amount: undefined,
      cost_of_goods_sales:
        payment.cost_of_goods_sales ?? (order.product_status === 'R' ? order.cost_of_goods_idr : undefined),
    },
  };
}

/** The value of the input (null: cleared), or the current one. */
function saidOr<T>(said: T | null | undefined, stored: T | null): T | undefined {
  return (said === undefined ? stored : said) ?? undefined;
}

/** The charges that an order has; what rounded up its COD amount ends with that. */
function chargesAgain(
  charges: readonly StoredCharge[],
  { was_cod, is_cod }: { was_cod: boolean; is_cod: boolean },
): ReturnType<typeof chargeAgain>[] {
  return charges.filter((charge) => is_cod || !was_cod || !isRounding(charge)).map(chargeAgain);
}

function chargeAgain(charge: StoredCharge): z.output<typeof CreateOrderInput>['order_cost'][number] {
  const { name, category, type, percentage_bp, amount_idr } = charge;
  return {
    name,
    category,
    type,
    percentage: type === 'PERCENTAGE' ? percentage_bp / 100 : undefined,
    nominal: type === 'NOMINAL' ? amount_idr : undefined,
  };
}

/**
 * The lines in the order of the input. If every line has a flag, the input contains only changes: lines that it does not
 * contain stay in their places, and new ones are added at the end.
 */
function requestedLines(
  input: readonly InputLine[],
  order: LockedOrder,
  stored: readonly StoredLine[],
): RequestedLine[] {
  const matched = matchLines(input, stored);
  const requested = matched.filter(({ line }) => line.flag !== 'DELETE').map(requestedLine);
  if (!input.every(({ flag }) => flag !== undefined)) return requested;
  const stays = stored.flatMap((line, index): RequestedLine[] => {
    if (matched.some((entry) => entry.stored === line))
      return requested.filter((entry) => entry.stored === line);
    const { variation_id: id, quantity: qty } = line;
    const again = { id, qty, product_status: order.product_status };
    return [requestedLine({ line: again, stored: line, index: input.length + index })];
  });
  return [...stays, ...requested.filter((line) => line.stored === undefined)];
}

/** A line of the input with its index, and the current line of the order that it refers to. */
interface MatchedLine {
  line: InputLine;
  index: number;
  stored: StoredLine | undefined;
}

function requestedLine({ line, index, stored }: MatchedLine): RequestedLine {
  const { flag: _, type, promo_id, ...said } = line;
  const has_discount = type != null;
  const has_current_discount = type === undefined && stored?.discount_type != null;
  return {
    ...said,
    ...(has_current_discount && discountAgain(stored)),
    ...(has_discount && { type }),
    warehouse_id: line.warehouse_id ?? stored?.warehouse_id,
    // A discount instead of the promo.
    promo_id: has_discount ? (promo_id ?? undefined) : saidOr(promo_id, stored?.promo_id ?? null),
    stored,
    input_index: index,
    is_promo_named: promo_id != null,
    has_current_discount,
  };
}

function discountAgain(stored: StoredLine): Pick<RequestedLine, 'type' | 'nominal' | 'percentage'> {
  return stored.discount_type === 'NOMINAL'
    ? { type: 'NOMINAL', nominal: stored.discount_idr }
    : { type: 'PERCENTAGE', percentage: (stored.discount_percentage_bp ?? 0) / 100 };
}

/**
 * Matches the lines of the input with those of the order, one to one, by variation: preferably in the same warehouse,
 * then at the same index. A line flagged NEW matches only a line in the same warehouse that no other line matches, so
 * repeating the same edit adds it once.
 */
function matchLines(input: readonly InputLine[], stored: readonly StoredLine[]): MatchedLine[] {
  const matched: MatchedLine[] = input.map((line, index) => ({ line, index, stored: undefined }));
  const free = new Set(stored);
  const match = (fits: (line: InputLine, known: StoredLine, at_same_place: boolean) => boolean) => {
    for (const entry of matched) {
      if (entry.stored !== undefined) continue;
      const { line, index } = entry;
      entry.stored = [...free].find(
        (known) => known.variation_id === line.id && fits(line, known, known === stored[index]),
      );
      if (entry.stored !== undefined) free.delete(entry.stored);
    }
  };
  const isThere = (line: InputLine, known: StoredLine) =>
    (line.warehouse_id ?? known.warehouse_id) === known.warehouse_id;
  match((line, known, same_place) => line.flag !== 'NEW' && same_place && isThere(line, known));
  match((line, known) => line.flag !== 'NEW' && line.warehouse_id === known.warehouse_id);
  match((line, known) => line.flag !== 'NEW' && isThere(line, known));
  match((line, _known, same_place) => line.flag !== 'NEW' && same_place);
  match((line) => line.flag !== 'NEW');
  match((line, known) => isThere(line, known));
  return matched;
}

/** Which parts of the order the request changes. */
export function touchedBy(requested: UnratedOrder, current: CurrentOrder): Touched {
  const { order, lines } = current;
  const { products, expedition } = requested;
  const goods =
    products.length !== lines.length ||
    products.some(
      ({ stored, qty, warehouse_id }) => stored?.quantity !== qty || stored.warehouse_id !== warehouse_id,
    );
  const promo_id = expedition.promo?.id ?? null;
  const is_other_shipping =
    expedition.id !== order.courier_service_id || expedition.rate !== order.shipping_idr;
  return {
    goods,
    prices:
      goods ||
      hasOtherCode(requested, current) ||
      requested.customer_sender_id !== order.sender_id ||
      products.some(hasOtherDiscount),
    shipping_promo: promo_id !== order.shipping_promo_id || (promo_id !== null && is_other_shipping),
  };
}

/** Whether a line has another promo, or, without one, another discount. */
function hasOtherDiscount({ stored, ...line }: RequestedLine): boolean {
  if (stored === undefined || (line.promo_id ?? null) !== stored.promo_id) return true;
  if (stored.promo_id !== null) return false;
  if (line.type === undefined) return stored.discount_type !== null;
  if (line.type !== stored.discount_type) return true;
  return line.type === 'NOMINAL'
    ? line.nominal !== stored.discount_idr
    : Math.round((line.percentage ?? 0) * 100) !== stored.discount_percentage_bp;
}

/** @throws the refusal of `run`, with the line indexes of the input */
export async function onInputLines<T>({ products }: RequestedOrder, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.parts.map((part) => ({
        ...part,
        ...(part.field !== undefined && {
          field: part.field.replace(
            /^products\.(\d+)/,
            (_text, index: string) => `products.${products[Number(index)]?.input_index ?? index}`,
          ),
        }),
      })),
    );
  }
}
