import type { ReadEvent } from '../../kernel/event-readers.ts';
import type { DeclaredEvent, EventPayload } from '../../kernel/events.ts';
import type { Details } from './kind-texts.ts';
import type { Kind } from './kinds.ts';
import { shelfKey, type OrderSubject, type PaymentSubject, type ShelfSubject } from './load-subjects.ts';
import { shortened } from './sentence.ts';

/** A notification that is not stored yet. */
export interface Draft {
  kind: Kind;
  order_id?: number;
  warehouse_id?: number;
  /** Who did it, and is not told; nobody of the shop where it is left out. */
  actor_id?: number;
  /** To whom alone it is told. */
  user_id?: number;
  details: Details;
}

/** What the events of a shop are of. */
export interface Subjects {
  orders: ReadonlyMap<number, OrderSubject>;
  payments: ReadonlyMap<number, PaymentSubject>;
  emptied: ReadonlyMap<string, ShelfSubject>;
  customers: ReadonlyMap<number, string>;
  /** The name of a package by its code. */
  packageName: (code: string) => string;
}

const GOODS_CHARACTERS = 120;
const NAME_CHARACTERS = 80;

const nameOf = (text: string) => shortened(text, NAME_CHARACTERS);

/** What is told of an event; undefined for one that nobody needs to be told of. */
type DraftOf<Name extends DeclaredEvent> = (
  event: ReadEvent & { payload: EventPayload<Name> },
  subjects: Subjects,
) => Draft | undefined;

const PROBLEMS = new Set(['SHIPMENT_PROBLEM', 'LOST', 'UNPICK', 'INVALID']);

const DRAFTS = {
  'buyer_payment.created': ({ subject_id }, { payments }) => {
    const payment = payments.get(subject_id);
    return payment && { kind: 'order_placed', ...ofPayment(payment, { status: howPaid(payment) }) };
  },
  'buyer_payment.claimed': ({ subject_id }, { payments }) => {
    const payment = payments.get(subject_id);
    return payment && { kind: 'transfer_claimed', ...ofPayment(payment) };
  },
  'buyer_payment.paid': ({ subject_id, payload, user_id }, { payments }) => {
    const payment = payments.get(subject_id);
    // What is paid by balance is told with the order.
    if (payment === undefined || payload.source === 'BALANCE') return undefined;
    return {
      kind: 'payment_received',
      ...ofPayment(payment, { amount_idr: payload.amount }),
      ...(payment.is_matched_by_staff && { actor_id: user_id }),
    };
  },
  'buyer_payment.late': ({ subject_id, payload }, { payments }) => {
    const payment = payments.get(subject_id);
    const { amount, outcome } = payload;
    return payment && { kind: 'payment_late', ...ofPayment(payment, { amount_idr: amount, outcome }) };
  },
  'gateway_payment.queued': ({ subject_id, payload }, { payments }) => {
    const payment = payments.get(payload.payment_id);
    const facts = { amount_idr: payload.amount, data_id: subject_id };
    return payment && { kind: 'payment_undecided', ...ofPayment(payment, facts) };
  },
  'buyer_payment.expired': ({ subject_id }, { payments }) => {
    const payment = payments.get(subject_id);
    return payment && { kind: 'checkout_expired', ...ofPayment(payment, { data_id: payment.order_id }) };
  },
  'buyer_payment.canceled': ({ subject_id, user_id }, { payments }) => {
    const payment = payments.get(subject_id);
    const facts = payment && ofPayment(payment, { data_id: payment.order_id });
    return facts && { kind: 'checkout_canceled', ...facts, ...(user_id !== 0 && { actor_id: user_id }) };
  },
  'order.paid': ({ subject_id, payload, user_id }, { orders }) => {
    const order = orders.get(subject_id);
    // Of what is paid by nobody of the shop, its payment is told.
    if (order === undefined || user_id === 0) return undefined;
    const { amount_idr, status } = payload;
    return { kind: 'order_paid', actor_id: user_id, ...ofOrder(order, { amount_idr, status }) };
  },
  'order.canceled': ({ subject_id, user_id }, { orders }) => {
    const order = orders.get(subject_id);
    if (order === undefined || user_id === 0) return undefined;
    return { kind: 'order_canceled', actor_id: user_id, ...ofOrder(order) };
  },
  'order.shipping_changed': ({ subject_id, payload, user_id }, { orders }) => {
    const order = orders.get(subject_id);
    const [, status] = (payload as { shipping_status?: [unknown, unknown] }).shipping_status ?? [];
    if (order === undefined || typeof status !== 'string') return undefined;
    const kind = PROBLEMS.has(status)
      ? 'shipment_problem'
      : status === 'RETURNED'
        ? 'shipment_returned'
        : undefined;
    const actor = order.is_said_by_courier || user_id === 0 ? {} : { actor_id: user_id };
    return kind && { kind, ...actor, ...ofOrder(order, { status, name: nameOf(order.receiver_name) }) };
  },
  'order.turned_back': ({ subject_id }, { orders }) => {
    const order = orders.get(subject_id);
    if (order === undefined) return undefined;
    const facts = { status: 'TURNED_BACK', name: nameOf(order.receiver_name) };
    return { kind: 'shipment_returned', ...ofOrder(order, facts) };
  },
  'stock.emptied': ({ subject_id, payload }, { emptied }) => {
    const { warehouse_id } = payload;
    const shelf = emptied.get(shelfKey({ variation_id: subject_id, warehouse_id }));
    if (shelf === undefined) return undefined;
    const { product_id: data_id, title, warehouse } = shelf;
    const details = { data_id, goods: shortened(title, GOODS_CHARACTERS), warehouse: nameOf(warehouse) };
    return { kind: 'stock_emptied', warehouse_id, details };
  },
  'customer.account_requested': ({ subject_id }, { customers }) => {
    const name = customers.get(subject_id);
    if (name === undefined) return undefined;
    return { kind: 'account_requested', details: { data_id: subject_id, name: nameOf(name) } };
  },
  'withdrawal.paid': ({ subject_id, payload }) => ({
    kind: 'withdrawal_paid',
    details: { data_id: subject_id, amount_idr: payload.nominal_idr },
  }),
  'withdrawal.failed': ({ subject_id, payload }) => ({
    kind: 'withdrawal_failed',
    details: { data_id: subject_id, amount_idr: payload.nominal_idr },
  }),
  'package.ended': ({ subject_id, payload }, { packageName }) => ({
    kind: 'package_ended',
    details: { data_id: subject_id, name: packageName(payload.package) },
  }),
  'billing.paid': ({ subject_id, payload }) => ({
    kind: 'billing_paid',
    details: { data_id: subject_id, amount_idr: payload.amount },
  }),
  'webhook.switched_off': ({ subject_id, payload }) => ({
    kind: 'webhook_switched_off',
    details: { data_id: subject_id, status: payload.reason },
  }),
  'job.finished': ({ subject_id, payload, user_id }) => ({
    kind: 'work_finished',
    user_id,
    details: { data_id: subject_id, job: payload.name },
  }),
  'job.failed': ({ subject_id, payload, user_id }) => ({
    kind: 'work_failed',
    user_id,
    details: { data_id: subject_id, job: payload.name },
  }),
} satisfies { [Name in DeclaredEvent]?: DraftOf<Name> };

/** The events that something is told of. */
export const TOLD_EVENTS = Object.keys(DRAFTS) as (keyof typeof DRAFTS)[];

export function draftOf(event: ReadEvent, subjects: Subjects): Draft | undefined {
  const draft = (DRAFTS as Partial<Record<DeclaredEvent, DraftOf<never>>>)[event.name];
  return draft?.(event, subjects);
}

/** What is paid at once, or costs nothing, waits for the shop alone. */
function howPaid({ method, nominal_transfer_idr }: PaymentSubject): string {
  return nominal_transfer_idr === 0 && method !== 'COD' ? 'FREE' : method;
}

function ofPayment(payment: PaymentSubject, facts: Details = {}): Pick<Draft, 'order_id' | 'details'> {
  const { id, customer_name, made_from, nominal_transfer_idr, order_id, goods, po_numbers } = payment;
  return {
    order_id,
    details: {
      data_id: id,
      platform: made_from,
      name: nameOf(customer_name),
      goods: shortened(goods ?? '', GOODS_CHARACTERS),
      amount_idr: nominal_transfer_idr,
      po_numbers: po_numbers.slice(0, 5),
      ...facts,
    },
  };
}

function ofOrder(order: OrderSubject, facts: Details = {}): Pick<Draft, 'order_id' | 'details'> {
  const { id, sender_name, po_number } = order;
  return {
    order_id: id,
    details: { data_id: id, name: nameOf(sender_name), po_numbers: [po_number], ...facts },
  };
}
