import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors.ts';
import { orderErrors } from '../errors.ts';
import type { LockedOrder } from '../lock-order.ts';
import type { CreateOrderInput } from '../place/schemas.ts';
import type { KeptCharge, KeptLine, KeptParts } from './edit-parts.ts';
import type { UpdateOrderInput } from './schemas.ts';

export type EditInput = z.output<typeof UpdateOrderInput>;
type SentLine = EditInput['products'][number];
type NewOrder = z.output<typeof CreateOrderInput>;

/** A line that the order is to have. */
export type AskedLine = NewOrder['products'][number] & {
  /** The line of the order that it was; undefined: it is new. */
  kept: KeptLine | undefined;
  /** Where it stands in what was sent. Lines that were not sent come after those. */
  sent_index: number;
  /** Its promo was named, so it is refused where the order can not have it; else it is dropped. */
  is_promo_sent: boolean;
  is_discount_kept: boolean;
};

/** The order that an edit asks for, whole. */
export type AskedOrder = Omit<NewOrder, 'products'> & {
  products: AskedLine[];
  is_shipping_promo_sent: boolean;
};

/**
 * The edit as the order that it asks for: what it does not say is as it was, what it empties is not there. Payments
 * come apart. A line that the order had stays in its warehouse, and keeps its promo or discount where it says nothing
 * of these.
 * @throws Refusal 422 where no line is left
 */
export function askedOrder(input: EditInput, order: LockedOrder, parts: KeptParts): AskedOrder {
  const { expedition, payment } = input;
  const products = askedLines(input.products, order, parts.lines);
  if (products.length === 0) throw orderErrors.refuseField('order_without_lines', 'products');
  return {
    ...input,
    products,
    expedition: {
      ...expedition,
      name: expedition.name ?? (expedition.id === order.courier_service_id ? order.logistic_name : undefined),
      auto_pickup: expedition.auto_pickup ?? order.auto_pickup,
      promo: saidOr(
        expedition.promo,
        order.shipping_promo_id === null ? null : { id: order.shipping_promo_id },
      ),
    },
    is_shipping_promo_sent: expedition.promo != null,
    order_date: input.order_date ?? order.order_date,
    order_source_id: saidOr(input.order_source_id, order.order_source_id),
    note: saidOr(input.note, order.note) ?? '',
    is_print: input.is_print ?? order.is_printed,
    send_sms: input.send_sms ?? order.send_sms,
    source: input.source ?? order.source_platform,
    awb_number: saidOr(input.awb_number, order.awb_number),
    marketplace_awb: saidOr(input.marketplace_awb, order.marketplace_awb),
    order_cost: input.order_cost ?? parts.charges.map(chargeAsked),
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

/** What was sent (null: nothing is to be there), or else what the order has. */
function saidOr<T>(sent: T | null | undefined, kept: T | null): T | undefined {
  return (sent === undefined ? kept : sent) ?? undefined;
}

function chargeAsked(charge: KeptCharge): NewOrder['order_cost'][number] {
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
 * The lines in the order in which they were sent. Where each has a flag, only what changes was sent: the lines that
 * no one is stay, at their places, and new ones come last.
 */
function askedLines(sent: readonly SentLine[], order: LockedOrder, kept: readonly KeptLine[]): AskedLine[] {
  const matches = matchLines(sent, kept);
  const asked = sent.flatMap((line, index): AskedLine[] =>
    line.flag === 'DELETE' ? [] : [askedLine(line, matches.get(index), index)],
  );
  if (!sent.every(({ flag }) => flag !== undefined)) return asked;
  const named = new Set(matches.values());
  const stays = kept.flatMap((line, index): AskedLine[] => {
    if (!named.has(line)) return [askedLine(sentAgain(line, order), line, sent.length + index)];
    return asked.filter((entry) => entry.kept === line);
  });
  return [...stays, ...asked.filter((line) => line.kept === undefined)];
}

function sentAgain(line: KeptLine, order: LockedOrder): SentLine {
  return { id: line.variation_id, qty: line.quantity, product_status: order.product_status };
}

function askedLine(line: SentLine, kept: KeptLine | undefined, sent_index: number): AskedLine {
  const { flag: _, type, promo_id, ...said } = line;
  const has_discount = type != null;
  const is_discount_kept = type === undefined && kept?.discount_type != null;
  return {
    ...said,
    ...(is_discount_kept && discountAsked(kept)),
    ...(has_discount && { type }),
    warehouse_id: line.warehouse_id ?? kept?.warehouse_id,
    // A discount in place of the promo.
    promo_id: has_discount ? (promo_id ?? undefined) : saidOr(promo_id, kept?.promo_id ?? null),
    kept,
    sent_index,
    is_promo_sent: promo_id != null,
    is_discount_kept,
  };
}

function discountAsked(kept: KeptLine): Pick<AskedLine, 'type' | 'nominal' | 'percentage'> {
  return kept.discount_type === 'NOMINAL'
    ? { type: 'NOMINAL', nominal: kept.discount_idr }
    : { type: 'PERCENTAGE', percentage: (kept.discount_percentage_bp ?? 0) / 100 };
}

/**
 * Which line of the order each line that was sent is, one to one: of the same variation, in the same warehouse before
 * another, at the same place before another. One that is flagged NEW is a line of the order only where no other is
 * that, and in the same warehouse: so the same edit sent twice adds it once.
 */
function matchLines(sent: readonly SentLine[], kept: readonly KeptLine[]): ReadonlyMap<number, KeptLine> {
  const matches = new Map<number, KeptLine>();
  const free = new Set(kept);
  const match = (fits: (line: SentLine, known: KeptLine, at_same_place: boolean) => boolean) => {
    for (const [index, line] of sent.entries()) {
      if (matches.has(index)) continue;
      const known = [...free].find(
        (entry) => entry.variation_id === line.id && fits(line, entry, entry === kept[index]),
      );
      if (known === undefined) continue;
      matches.set(index, known);
      free.delete(known);
    }
  };
  const isThere = (line: SentLine, known: KeptLine) =>
    (line.warehouse_id ?? known.warehouse_id) === known.warehouse_id;
  match((line, known, same_place) => line.flag !== 'NEW' && same_place && isThere(line, known));
  match((line, known) => line.flag !== 'NEW' && line.warehouse_id === known.warehouse_id);
  match((line, known) => line.flag !== 'NEW' && isThere(line, known));
  match((line, _known, same_place) => line.flag !== 'NEW' && same_place);
  match((line) => line.flag !== 'NEW');
  match((line, known) => isThere(line, known));
  return matches;
}

/** @throws what `run` refuses, on the lines as they were sent */
export function onSentLines<T>({ products }: AskedOrder, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.parts.map((part) => ({
        ...part,
        ...(part.field !== undefined && {
          field: part.field.replace(
            /^products\.(\d+)/,
            (_text, index: string) => `products.${products[Number(index)]?.sent_index ?? index}`,
          ),
        }),
      })),
    );
  }
}
