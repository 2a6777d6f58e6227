import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import { countRows } from '../../../kernel/database/count-rows.ts';
import type { BuyerContext } from '../../storefront/index.ts';
import { viewPayment } from './get-payment.ts';
import type { BuyerOrderDetail, BuyerOrderIdInput, BuyerOrderRow, ListBuyerOrdersInput } from './schemas.ts';

/**
 * The orders that a buyer has placed, or staff for it. What a guest ordered with its phone number is not among them: nobody
 * has shown that the number was the guest's own.
 */
function ownOrders({ db, shop, buyer }: BuyerContext) {
  return db
    .selectFrom('orders as o')
    .where('o.shop_id', '=', shop.id)
    .where('o.sender_id', '=', buyer.customer_id)
    .where('o.order_category', '<>', 'SF_GUEST');
}

/** A page of the orders of the buyer, newest first, in two statements. */
export async function listBuyerOrders(
  context: BuyerContext,
  input: z.output<typeof ListBuyerOrdersInput>,
): Promise<Page<z.input<typeof BuyerOrderRow>>> {
  const rows = await rowsOf(context)
    .orderBy('o.order_date', 'desc')
    .orderBy('o.id', 'desc')
    .$call(cutPage(input))
    .execute();
  return pageOf(
    input,
    await countRows(context.db, ownOrders(context)),
    rows.map((row) => present(context, row)),
  );
}

/** With the payment that the buyer has made them with, signed in; an order of staff has none. */
function rowsOf(context: BuyerContext) {
  const { shop, buyer } = context;
  return ownOrders(context)
    .leftJoin('buyer_payment_orders as b', (join) =>
      join.on('b.shop_id', '=', shop.id).onRef('b.order_id', '=', 'o.id'),
    )
    .leftJoin('buyer_payments as p', (join) =>
      join
        .on('p.shop_id', '=', shop.id)
        .onRef('p.id', '=', 'b.payment_id')
        .on('p.customer_id', '=', buyer.customer_id)
        .on('p.is_guest', 'is', false),
    )
    .select([
      'o.id as order_id',
      'o.po_number',
      'o.order_date',
      'o.order_status as status',
      'o.order_progress_status as progress',
      'o.payment_status',
      'o.total_idr as total',
      'o.paid_idr as paid',
      'o.quantity',
      'o.receiver_name as receiver',
      'o.logistic_name',
      'o.rate_name',
      'o.awb_number',
      'o.created_at',
      'p.id as payment_id',
      'p.state as payment_state',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

function present(
  { shop }: BuyerContext,
  { created_at, logistic_name, rate_name, ...row }: Row,
): z.input<typeof BuyerOrderRow> {
  const courier = [logistic_name, rate_name].filter((part) => part !== null && part !== '').join(' ');
  return { ...row, ...paidOf(row), courier, created_at: dateTimeText(created_at, shop.time_zone) };
}

/** What the buyer has paid. The order itself says so only when the seller has accepted it. */
function paidOf({
  status,
  payment_state,
  payment_status,
  paid,
  total,
}: Pick<Row, 'status' | 'payment_state' | 'payment_status' | 'paid' | 'total'>) {
  const is_paid = status === 'UNCONFIRMED' && payment_state === 'PAID';
  return is_paid ? { payment_status: 'PAID' as const, paid: total } : { payment_status, paid };
}

interface Line {
  name: string;
  quantity: number;
  price: number;
  discount: number;
}

/**
 * An order of the buyer with its products and where its parcels are, in one statement, and how it is paid, as its payment says.
 * @throws Refusal 404 if the buyer has no such order
 */
export async function getBuyerOrder(
  context: BuyerContext,
  { order_id }: z.output<typeof BuyerOrderIdInput>,
): Promise<z.input<typeof BuyerOrderDetail>> {
  const { id: shop_id } = context.shop;
  const row = await rowsOf(context)
    .select([
      'o.receiver_phone',
      'o.receiver_address',
      linesSql(shop_id).as('products'),
      shipmentsSql(shop_id).as('shipments'),
    ])
    .select((is) => is.fn.coalesce('o.shipping_idr', is.lit(0)).as('shipping'))
    .where('o.id', '=', order_id)
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return {
    ...present(context, row),
    payment: await paymentOf(context, row.payment_id),
  } as z.input<typeof BuyerOrderDetail>;
}

async function paymentOf(context: BuyerContext, payment_id: number | null) {
  if (payment_id === null) return null;
  const { orders: _, ...payment } = await viewPayment(context, payment_id);
  return payment;
}

const linesSql = (shop_id: number) => sql<Line[]>`(
  select coalesce(json_agg(json_build_object('name', concat_ws(' ', l.name, nullif(l.color, ''), nullif(l.size, '')),
    'quantity', l.quantity, 'price', l.price_idr, 'discount', l.discount_idr) order by l.position), '[]')
  from order_lines l where l.shop_id = ${shop_id} and l.order_id = o.id)`;

const shipmentsSql = (shop_id: number) => sql<{ awb_number: string | null; status: string }[]>`(
  select coalesce(json_agg(json_build_object('awb_number', s.awb_number,
    'status', coalesce(s.shipping_status, 'READY_TO_SHIP')) order by s.number), '[]')
  from shipments s where s.shop_id = ${shop_id} and s.order_id = o.id)`;
