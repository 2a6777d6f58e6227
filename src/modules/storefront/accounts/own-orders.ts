import { sql } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import { countRows } from '../../../kernel/database/count-rows.ts';
import { regionJoins } from '../../reference/index.ts';
import { storeLimits } from '../limits.ts';
import type { BuyerContext } from '../store-context.ts';
import type {
  BuyerAddress,
  BuyerOrderDetail,
  BuyerOrderIdInput,
  BuyerOrderRow,
  ListBuyerOrdersInput,
} from './schemas.ts';

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

function rowsOf(context: BuyerContext) {
  return ownOrders(context).select([
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
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

function present(
  { shop }: BuyerContext,
  { created_at, logistic_name, rate_name, ...row }: Row,
): z.input<typeof BuyerOrderRow> {
  const courier = [logistic_name, rate_name].filter((part) => part !== null && part !== '').join(' ');
  return { ...row, courier, created_at: dateTimeText(created_at, shop.time_zone) };
}

interface Line {
  name: string;
  quantity: number;
  price: number;
  discount: number;
}

/**
 * An order of the buyer with its products and where its parcels are, in one statement.
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
  return present(context, row) as z.input<typeof BuyerOrderDetail>;
}

const linesSql = (shop_id: number) => sql<Line[]>`(
  select coalesce(json_agg(json_build_object('name', concat_ws(' ', l.name, nullif(l.color, ''), nullif(l.size, '')),
    'quantity', l.quantity, 'price', l.price_idr, 'discount', l.discount_idr) order by l.position), '[]')
  from order_lines l where l.shop_id = ${shop_id} and l.order_id = o.id)`;

const shipmentsSql = (shop_id: number) => sql<{ awb_number: string | null; status: string }[]>`(
  select coalesce(json_agg(json_build_object('awb_number', s.awb_number,
    'status', coalesce(s.shipping_status, 'READY_TO_SHIP')) order by s.number), '[]')
  from shipments s where s.shop_id = ${shop_id} and s.order_id = o.id)`;

/** To whom the buyer has had parcels sent, of its latest orders, in one statement. */
export async function listBuyerAddresses(context: BuyerContext): Promise<z.input<typeof BuyerAddress>[]> {
  const { shop, buyer } = context;
  const { rows } = await sql<z.input<typeof BuyerAddress>>`
    select used.name, used.phone, used.address, used.postal_code, district.public_id as district_id,
      district.name as district, city.name as city, province.name as province
    from (
      select o.receiver_name as name, o.receiver_phone as phone, o.receiver_address as address,
        o.receiver_postal_code as postal_code, o.receiver_district_code as district_code, max(o.id) as last_order
      from (select * from orders o where o.shop_id = ${shop.id} and o.sender_id = ${buyer.customer_id}
        and o.order_category <> 'SF_GUEST'
        order by o.order_date desc, o.id desc limit ${sql.lit(storeLimits.address_orders)}) as o
      group by 1, 2, 3, 4, 5
    ) as used
    ${sql.raw(regionJoins('used.district_code'))}
    order by used.last_order desc limit ${sql.lit(storeLimits.buyer_addresses)}`.execute(context.db);
  return rows;
}
