import { sql, type Selectable, type SqlBool } from 'kysely';
import type { z } from 'zod';
import { dateTimeText } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { localPhone } from '../../../kernel/phone.ts';
import { bankName } from '../../reference/index.ts';
import { payableCharge, type PayableCharge } from '../charges.ts';
import { METHOD_CODES, OPEN_STATES, stateText, TO_CONFIRM } from '../payment-states.ts';
import type { ListUnconfirmedInput, UnconfirmedPayment } from './schemas.ts';

type Input = z.output<typeof ListUnconfirmedInput>;
type Item = z.input<typeof UnconfirmedPayment>;

const STATES = { UNPAID: ['WAITING'], CONFIRM: TO_CONFIRM, ALL: OPEN_STATES } as const;

/** Buyers' payments that the seller has not decided, newest first. Two statements. */
export async function listUnconfirmed(context: Context, input: Input): Promise<Page<Item>> {
  const matching = unconfirmedPayments(context, input);
  const rows = matching
    .leftJoin('bank_accounts as b', (join) =>
      join.on('b.shop_id', '=', context.shop.id).onRef('b.id', '=', 'p.bank_account_id'),
    )
    .selectAll('p')
    .select(['b.bank_type', ordersOfPage(context).as('orders'), goodsOfPage(context).as('products')])
    .select(payableCharge(context).as('charge'))
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc');
  return readPage(context.db, input, { matching, rows }, (row) => presentPayment(context, row));
}

/** The payments that the list has by its filters. */
export function unconfirmedPayments(
  { db, shop }: Context,
  { payment_status, keyword, customer_category }: Partial<Input> & Pick<Input, 'payment_status'>,
) {
  const states = sql.join(STATES[payment_status].map((state) => sql.lit(state)));
  return (
    db
      .selectFrom('buyer_payments as p')
      .where('p.shop_id', '=', shop.id)
      // As written in the partial indexes, so that each list has its own.
      .where(sql<SqlBool>`p.state in (${states})`)
      .$if(customer_category !== undefined, (query) =>
        query.where('p.is_guest', '=', customer_category === 'GUEST'),
      )
      .$if(keyword !== undefined, (query) => query.where(withKeyword(shop.id, keyword ?? '')))
  );
}

/** A part of the customer's name, or a PO number. */
function withKeyword(shop_id: number, keyword: string) {
  const number = /^#?(\d{1,15})$/.exec(keyword)?.[1];
  const part = `%${keyword.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const by_name = sql<SqlBool>`p.customer_name ilike ${part}`;
  if (number === undefined) return by_name;
  return sql<SqlBool>`(${by_name} or p.id = (select b.payment_id from orders o
    join buyer_payment_orders b on b.shop_id = ${shop_id} and b.order_id = o.id
    where o.shop_id = ${shop_id} and o.po_number = ${number}::bigint))`;
}

const ordersOfPage = ({ shop }: Context) => sql<Item['orders']>`(
  select coalesce(json_agg(json_build_object('po_number', o.po_number::text, 'order_id', o.order_id::text)
    order by o.position), '[]')
  from buyer_payment_orders o where o.shop_id = ${shop.id} and o.payment_id = p.id)`;

const goodsOfPage = ({ shop }: Context) => sql<Item['products']>`(
  select coalesce(json_agg(json_build_object('name', concat_ws(' ', l.name, l.color, l.size), 'quantity', l.quantity,
    'product_meta_id', l.variation_id::text, 'product_id', v.product_id::text) order by o.position, l.position), '[]')
  from buyer_payment_orders o
  join order_lines l on l.shop_id = ${shop.id} and l.order_id = o.order_id
  join product_variations v on v.shop_id = ${shop.id} and v.id = l.variation_id
  where o.shop_id = ${shop.id} and o.payment_id = p.id)`;

interface Row extends Selectable<DB['buyer_payments']>, Pick<Item, 'orders' | 'products'> {
  bank_type: string | null;
  charge: PayableCharge | null;
}

function presentPayment({ shop, language }: Context, row: Row): Item {
  const moment = (instant: Date | null) => (instant === null ? null : dateTimeText(instant, shop.time_zone));
  const state = stateText(row.state, language);
  return {
    payment_id: row.id,
    shop_id: shop.id,
    nominal_invoice: row.nominal_invoice_idr,
    nominal_unique: row.unique_code,
    nominal_transfer: row.nominal_transfer_idr,
    is_installment: false,
    payment_from: row.made_from === 'PRIVOR' ? 'Privor' : 'Storefront',
    payment_status: state.text,
    payment_type: METHOD_CODES[row.method],
    payment_fee: row.payment_fee_idr === 0 ? null : row.payment_fee_idr,
    pg_provider: row.method === 'GATEWAY' ? 'xendit' : null,
    xendit_id: row.charge?.xendit_id ?? null,
    va_no: row.charge?.va_no ?? null,
    created_by: row.customer_id,
    updated_by: row.updated_by,
    created_at: moment(row.created_at) ?? '',
    updated_at: moment(row.updated_at),
    confirmed_at: moment(row.received_at ?? row.claimed_at),
    expired_at: moment(row.expires_at),
    old_payment_id: null,
    description: row.description,
    customer: { id: row.customer_id, name: row.customer_name, phone: localPhone(row.customer_phone) },
    bank:
      row.bank_account_id === null || row.bank_type === null
        ? null
        : { id: String(row.bank_account_id), name: bankName(row.bank_type) },
    payment_status_code: state.code,
    orders: row.orders,
    products: row.products,
  };
}
