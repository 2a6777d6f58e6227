import { formatDay, formatNumber, formatRupiah } from '../../ui/format.ts';
import { useStrings, type Strings } from '../../ui/language.ts';
import { changeWords } from './change-words.ts';
import { useStateWord } from './StateBadge.tsx';
import type { Change, Order } from './order-record.ts';

type Words = (typeof changeWords extends Strings<infer Texts> ? Strings<Texts> : never)['id'];

/** Fields that people want to know of, in this order. What follows from others by reckoning is left out. */
const FIELDS = [
  'total_idr',
  'paid_idr',
  'shipping_idr',
  'shipping_discount_idr',
  'return_cost_idr',
  'shipping_paid_idr',
  'gateway_fee_idr',
  'marketplace_fee_idr',
  'cod_charges_idr',
  'refund_fee_idr',
  'order_status',
  'shipping_status',
  'awb_number',
  'order_date',
  'estimated_ship_on',
  'sender_name',
  'sender_phone',
  'sender_address',
  'receiver_name',
  'receiver_phone',
  'receiver_address',
  'origin_name',
  'logistic_name',
  'rate_name',
  'is_cod',
  'note',
  'reason',
] as const;

type Field = (typeof FIELDS)[number];

interface Told {
  words: Words;
  wordOf: (state: string) => string;
  /** Of the goods that the order has. */
  nameOf: (variation_id: number) => string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const recordsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
const pairOf = (value: unknown): [before: unknown, after: unknown] =>
  Array.isArray(value) ? [value[0], value[1]] : [null, null];

function valueText(field: Field, value: unknown, { words, wordOf }: Told): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (field.endsWith('_idr')) return formatRupiah(Number(value));
  if (field.endsWith('_status')) return wordOf(textOf(value));
  return field === 'order_date' || field === 'estimated_ship_on' ? formatDay(textOf(value)) : textOf(value);
}

function changedText(name: string, before: string, after: string, words: Words): string {
  if (before === '') return words.set(name, after === '' ? words.empty : after);
  return after === '' ? words.cleared(name, before) : words.changed(name, before, after);
}

function fieldTexts(difference: Change['difference'], told: Told): string[] {
  return FIELDS.flatMap((field) => {
    if (!(field in difference)) return [];
    const [before, after] = pairOf(difference[field as keyof typeof difference]);
    const texts = [valueText(field, before, told), valueText(field, after, told)] as const;
    // Of a new order it is said what there is.
    const is_nothing = before === null && (after === null || after === 0);
    return texts[0] === texts[1] || is_nothing ? [] : [changedText(told.words[field], ...texts, told.words)];
  });
}

const lineKey = (line: Record<string, unknown>) =>
  [line['variation_id'], line['warehouse_id']].map(textOf).join(' ');
const lineText = (line: Record<string, unknown>) => `${textOf(line['quantity'])}× ${textOf(line['name'])}`;
const unitOf = (line: Record<string, unknown>) => Number(line['price_idr']) - Number(line['discount_idr']);

/** Goods that came, went, or are of another number or price. */
function lineTexts(value: unknown, words: Words): string[] {
  const [before, after] = pairOf(value).map(recordsOf);
  if (before === undefined || after === undefined) return [];
  const was = new Map(before.map((line) => [lineKey(line), line]));
  const is = new Map(after.map((line) => [lineKey(line), line]));
  return [
    ...after.flatMap((line) => {
      const old = was.get(lineKey(line));
      if (old === undefined) return [words.line_added(lineText(line))];
      const name = textOf(line['name']);
      return [
        ...(old['quantity'] === line['quantity']
          ? []
          : [words.changed(name, `${textOf(old['quantity'])}×`, `${textOf(line['quantity'])}×`)]),
        ...(unitOf(old) === unitOf(line)
          ? []
          : [words.changed(name, formatRupiah(unitOf(old)), formatRupiah(unitOf(line)))]),
      ];
    }),
    ...before.filter((line) => !is.has(lineKey(line))).map((line) => words.line_removed(lineText(line))),
  ];
}

/** Costs and discounts that came or went. */
function costTexts(value: unknown, words: Words): string[] {
  const [before, after] = pairOf(value).map((costs) =>
    recordsOf(costs).map((cost) => `${textOf(cost['name'])} ${formatRupiah(Number(cost['amount_idr']))}`),
  );
  if (before === undefined || after === undefined) return [];
  return [
    ...after.filter((text) => !before.includes(text)).map(words.line_added),
    ...before.filter((text) => !after.includes(text)).map(words.line_removed),
  ];
}

function paymentTexts(value: unknown, words: Words): string[] {
  return pairOf(value)
    .filter(isRecord)
    .map((payment) =>
      words.payment(formatRupiah(Number(payment['amount_idr'])), formatDay(textOf(payment['paid_on']))),
    );
}

/** Of several parcels, those whose status or number changed. */
function parcelTexts(value: unknown, told: Told): string[] {
  const [before, after] = pairOf(value).map(recordsOf);
  return (after ?? []).flatMap((parcel) => {
    const old = before?.find(({ number }) => number === parcel['number']) ?? {};
    const difference = Object.fromEntries(
      ['shipping_status', 'awb_number'].map((field) => [field, [old[field], parcel[field]]]),
    );
    return fieldTexts(difference, told).map(
      (text) => `${told.words.parcel(Number(parcel['number']))}: ${text}`,
    );
  });
}

function stockTexts({ stock }: Change, { words, nameOf }: Told): string[] {
  return stock.map(({ variation_id, delta }) => {
    const told = [formatNumber(Math.abs(delta)), nameOf(variation_id)] as const;
    return delta > 0 ? words.stock_back(...told) : words.stock_taken(...told);
  });
}

/** A change in words: what was done, and what is other than before. */
export function useChangeTexts(order: Order): (change: Change) => { title: string; details: string[] } {
  const words = useStrings(changeWords);
  const wordOf = useStateWord();
  const names = new Map(order.order_detail.map(({ variation_id, name }) => [variation_id, name]));
  const told: Told = { words, wordOf, nameOf: (id) => names.get(id) ?? `#${id}` };
  return (change) => {
    const difference: Record<string, unknown> = change.difference;
    const action = `action_${change.action}`;
    return {
      title: Object.hasOwn(words, action) ? textOf(words[action as keyof Words]) : change.action,
      details: [
        ...lineTexts(difference['lines'], words),
        ...costTexts(difference['order_cost'], words),
        ...paymentTexts(difference['payment'], words),
        ...fieldTexts(change.difference, told),
        ...parcelTexts(difference['shipments'], told),
        ...stockTexts(change, told),
      ],
    };
  };
}
