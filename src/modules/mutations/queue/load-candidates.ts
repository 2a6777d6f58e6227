import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { likePart } from '../../../kernel/database/text-search.ts';
import type { PaymentState } from '../../checkout/index.ts';
import type { Clues } from './clues.ts';

/** A payment of a buyer that a mutation may be the money of. */
export interface PaymentCandidate {
  payment_id: number;
  customer_id: number;
  customer_name: string;
  nominal_invoice_idr: number;
  nominal_transfer_idr: number;
  received_idr: number;
  state: PaymentState;
  created_at: Date;
}

/** An unpaid order that it may be. */
export interface OrderCandidate {
  order_id: number;
  po_number: number;
  customer_id: number;
  customer_name: string;
  total_idr: number;
  paid_idr: number;
  payment_status: string;
  created_at: Date;
}

/** What is looked for. */
export interface Wanted {
  rest_idr: number;
  day: string;
}

/** Customers of one name that are looked at, and those of them who owe something. */
const MOST_OF_NAME = 1_000;
const MOST_WHO_OWE = 30;

/** Candidates of each kind. */
const MOST = 60;

/** How long before it a payment may have been made, in days. */
const LOOK_BACK_DAYS = 60;

/** Customers who are named, or have a phone number that is, and owe something. One statement. */
export async function findNamedWhoOwe(
  { db, shop }: Context,
  { names, phones }: Clues,
): Promise<{ id: number; by_phone: boolean }[]> {
  if (names.length === 0 && phones.length === 0) return [];
  const owes = sql`(exists (select 1 from orders as o
      where o.shop_id = ${shop.id} and o.sender_id = c.id and o.order_status = 'ACCEPTED' and not o.is_cod
        and o.paid_idr < o.total_idr)
    or exists (select 1 from buyer_payments as p
      where p.shop_id = ${shop.id} and p.customer_id = c.id and p.method = 'TRANSFER' and p.received_idr = 0
        and p.state in ('WAITING', 'CLAIMED', 'EXPIRED')))`;
  const of_name = (pattern: string) => sql`(select c.id, false as by_phone from (
      select t.customer_id as id from customer_texts as t
      where t.shop_id = ${shop.id} and t.search_text like lower(${pattern}) limit ${sql.lit(MOST_OF_NAME)}) as c
    where ${owes} limit ${sql.lit(MOST_WHO_OWE)})`;
  const of_phone = sql`(select c.id, true as by_phone from customers as c
    where c.shop_id = ${shop.id} and c.phone = any(${phones}::text[]) and c.archived_at is null limit ${sql.lit(MOST_WHO_OWE)})`;
  const parts = [...patternsOf(names).map(of_name), ...(phones.length > 0 ? [of_phone] : [])];
  const { rows } = await sql<{ id: number; by_phone: boolean }>`
    select named.id, bool_or(named.by_phone) as by_phone from (${sql.join(parts, sql` union all `)}) as named
    group by named.id limit ${sql.lit(MOST)}`.execute(db);
  return rows;
}

/** Two names that stand together are looked for first: either alone may be of thousands. */
function patternsOf(names: readonly string[]): string[] {
  const pairs = names.slice(1).map((name, index) => `${names[index] ?? ''} ${name}`);
  // The name is the first part of a customer's text, and a blank stands before each word.
  return [...pairs, ...names].map((part) => `${likePart(` ${part}`)}\t%\t%\t%`);
}

/** Unpaid orders of these customers, with these numbers, or of which just the rest remains. One statement. */
export async function findOrders(
  { db, shop }: Context,
  { rest_idr }: Wanted,
  customer_ids: readonly number[],
  po_numbers: readonly number[],
): Promise<OrderCandidate[]> {
  const unpaid = sql`o.shop_id = ${shop.id} and o.order_status = 'ACCEPTED' and not o.is_cod and o.paid_idr < o.total_idr`;
  const { rows } = await sql<OrderCandidate>`
    select o.id as order_id, o.po_number, o.sender_id as customer_id, o.sender_name as customer_name, o.total_idr, o.paid_idr,
      o.payment_status, o.created_at
    from (
      (select o.id from orders as o where ${unpaid} and o.total_idr - o.paid_idr = ${rest_idr} order by o.id desc limit ${sql.lit(MOST)})
      union
      (select o.id from orders as o where ${unpaid} and o.sender_id = any(${customer_ids}::bigint[])
        order by o.id desc limit ${sql.lit(MOST)})
      union
      (select o.id from orders as o where ${unpaid} and o.po_number = any(${po_numbers}::bigint[]) limit ${sql.lit(MOST)})
    ) as found
    join orders as o on o.shop_id = ${shop.id} and o.id = found.id
    order by o.id`.execute(db);
  return rows;
}

/**
 * Payments by transfer of just the rest, with their unique code or without, and those of these customers that wait, or have
 * waited; of those that were made after the mutation, none of before. One statement.
 */
export async function findPayments(
  { db, shop }: Context,
  { rest_idr, day }: Wanted,
  customer_ids: readonly number[],
): Promise<PaymentCandidate[]> {
  const recent = sql`p.shop_id = ${shop.id} and p.method = 'TRANSFER'
    and p.created_at >= ${day}::date::timestamp at time zone 'Asia/Jakarta' - ${sql.lit(`${LOOK_BACK_DAYS} days`)}::interval`;
  const newest = sql`order by p.created_at desc limit ${sql.lit(MOST)}`;
  const { rows } = await sql<PaymentCandidate>`
    select p.id as payment_id, p.customer_id, p.customer_name, p.nominal_invoice_idr, p.nominal_transfer_idr, p.received_idr,
      p.state, p.created_at
    from (
      (select p.id from buyer_payments as p where ${recent} and p.nominal_transfer_idr = ${rest_idr} ${newest})
      union
      (select p.id from buyer_payments as p where ${recent} and p.nominal_invoice_idr = ${rest_idr} and p.received_idr = 0
        and p.state in ('WAITING', 'CLAIMED', 'EXPIRED') ${newest})
      union
      (select p.id from buyer_payments as p where ${recent} and p.customer_id = any(${customer_ids}::bigint[])
        and p.nominal_invoice_idr <= ${rest_idr} and p.received_idr = 0 and p.state in ('WAITING', 'CLAIMED', 'EXPIRED') ${newest})
    ) as found
    join buyer_payments as p on p.shop_id = ${shop.id} and p.id = found.id
    order by p.id`.execute(db);
  return rows;
}
