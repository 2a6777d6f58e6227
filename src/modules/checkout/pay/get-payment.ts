import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { sum } from '../../../kernel/money.ts';
import { amountToCollectSql, hasEnded, type ShippingStatus } from '../../orders/index.ts';
import type { StoreContext } from '../../storefront/index.ts';
import { liveCharge } from '../charges.ts';
import { instructionsFor } from '../instructions.ts';
import { findAccount } from '../payment-methods.ts';
import { storeStateText, type PaymentMethod } from '../payment-states.ts';
import { findPaymentId } from './find-payment.ts';
import type { BuyerPaymentView, TokenInput } from './schemas.ts';

type View = z.input<typeof BuyerPaymentView>;

/** A buyer's payment with its orders and where their parcels are, by its secret token. */
export async function getPayment(context: StoreContext, input: z.output<typeof TokenInput>): Promise<View> {
  return viewPayment(context, await findPaymentId(context, input.token));
}

/** The payment as its buyer sees it, in four statements, or five where it goes through the gateway. */
export async function viewPayment(context: Context, id: number): Promise<View> {
  const zone = context.shop.time_zone;
  const payment = await context.db
    .selectFrom('buyer_payments')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (payment === undefined) throw kernelErrors.refuse('not_found');
  const { method, expires_at, nominal_transfer_idr } = payment;
  const orders = await loadOrders(context, id);
  const to_pay_idr =
    payment.state === 'WAITING' || payment.state === 'COD'
      ? nominal_transfer_idr
      : payment.state === 'CLOSED'
        ? leftToCollect(method, orders)
        : null;
  const account = await findAccount(context, payment.bank_account_id);
  const charge = method === 'GATEWAY' && to_pay_idr !== null ? await liveCharge(context, id) : undefined;
  return {
    payment_id: payment.id,
    state: payment.state,
    state_text: storeStateText(payment.state, orders, context.language),
    method,
    nominal_invoice: payment.nominal_invoice_idr,
    nominal_unique: payment.unique_code,
    payment_fee: payment.payment_fee_idr,
    nominal_transfer: nominal_transfer_idr,
    created_at: dateTimeText(payment.created_at, zone),
    expired_at: expires_at === null ? null : dateTimeText(expires_at, zone),
    proof: payment.proof_url !== null,
    instructions:
      to_pay_idr === null
        ? null
        : instructionsFor(context, {
            method,
            account,
            nominal_transfer_idr: to_pay_idr,
            expires_at,
            charge,
          }),
    orders: orders.map((order) => presentOrder(context, order)),
  };
}

/** What couriers still collect of orders that the seller has accepted; null: nothing. */
function leftToCollect(method: PaymentMethod, orders: readonly OrderRow[]): number | null {
  if (method !== 'COD') return null;
  const coming = orders.filter(
    ({ status, shipments }) =>
      status === 'ACCEPTED' && !shipments.every(({ status: parcel }) => hasEnded(parcel)),
  );
  return sum(coming.map(({ to_collect_idr }) => to_collect_idr)) || null;
}

interface OrderRow extends Omit<View['orders'][number], 'shipments'> {
  shipments: { awb_number: string | null; status: ShippingStatus; history: Told[] }[];
  /** 0 where no courier collects. */
  to_collect_idr: number;
}

type Told = { at: string; status: string; description: string; location: string };

/** What a buyer reads of where a parcel is, at most. */
const MOST_EVENTS = 50;

async function loadOrders(context: Context, payment_id: number): Promise<OrderRow[]> {
  const shop_id = context.shop.id;
  const { rows } = await sql<Omit<OrderRow, 'status'> & { status: OrderRow['status'] | null }>`
    select b.order_id, b.po_number, 'INV.' || to_char(o.order_date, 'YYYY.MM.DD') || '.' || b.po_number as invoice,
      o.order_status as status, o.order_progress_status as progress,
      json_build_object('name', o.receiver_name, 'phone', o.receiver_phone, 'address', o.receiver_address) as receiver,
      nullif(concat_ws(' ', o.logistic_name, nullif(o.rate_name, '')), '') as courier,
      coalesce((select json_agg(json_build_object('name', concat_ws(' ', l.name, nullif(l.color, ''), nullif(l.size, '')),
          'quantity', l.quantity, 'price', l.price_idr, 'discount', l.discount_idr,
          'subtotal', (l.price_idr - l.discount_idr) * l.quantity) order by l.position)
        from order_lines l where l.shop_id = ${shop_id} and l.order_id = b.order_id), '[]') as products,
      coalesce(o.shipping_idr - o.shipping_discount_idr, 0) as shipping, coalesce(o.total_idr, b.total_idr) as total,
      case when o.is_cod then ${sql.raw(amountToCollectSql('o', String(shop_id)))} else 0 end as to_collect_idr,
      coalesce((select json_agg(json_build_object('awb_number', s.awb_number, 'status', coalesce(s.shipping_status, 'READY_TO_SHIP'),
          'history', coalesce((select json_agg(json_build_object('at', e.happened_at, 'status', e.status, 'description', e.description,
              'location', e.location) order by e.happened_at desc, e.event_id)
            from (select * from tracking_events t where t.shop_id = ${shop_id} and t.order_id = s.order_id and t.number = s.number
              order by t.happened_at desc, t.event_id limit ${MOST_EVENTS}) e), '[]')) order by s.number)
        from shipments s where s.shop_id = ${shop_id} and s.order_id = b.order_id), '[]') as shipments
    from buyer_payment_orders b
    left join orders o on o.shop_id = ${shop_id} and o.id = b.order_id
    where b.shop_id = ${shop_id} and b.payment_id = ${payment_id}
    order by b.position`.execute(context.db);
  return rows.map((row) => ({ ...row, status: row.status ?? 'DELETED' }));
}

function presentOrder({ shop }: Context, order: OrderRow): View['orders'][number] {
  const { to_collect_idr: _, invoice, receiver, shipments, ...row } = order;
  return {
    ...row,
    invoice: invoice ?? '',
    receiver: row.status === 'DELETED' ? null : receiver,
    shipments: shipments.map((shipment) => ({
      ...shipment,
      history: shipment.history.map((told) => ({
        ...told,
        at: dateTimeText(new Date(told.at), shop.time_zone),
      })),
    })),
  };
}
