import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { searchForm } from './customer-keyword.ts';
import { customerLimits } from './limits.ts';

export interface NamedCustomer {
  id: number;
  name: string;
  phone: string;
}

/** Of customers of one name so many are looked at. */
const MOST_OF_NAME = 500;

/** Each phone number and name is looked up by its index, whatever is known of the tables. */
const findCustomers = statement<NamedCustomer>(
  'named_customers',
  `with named as (
     (select of_phone.* from unnest($2::text[]) as requested (phone)
      cross join lateral (
        select c.id, c.name, c.phone, c.last_order_at from (
          select * from customers k where k.shop_id = $1 and k.phone = requested.phone offset 0) as c
        where c.archived_at is null
        order by c.last_order_at desc nulls last, c.id desc limit ${customerLimits.order_text_customers}) as of_phone)
     union
     (select c.id, c.name, c.phone, c.last_order_at from unnest($3::text[]) as requested (name)
      cross join lateral (
        select t.customer_id from customer_texts t
        where t.shop_id = $1 and left(split_part(t.search_text, E'\\t', 1), 200) = requested.name
        limit ${MOST_OF_NAME}) as of_name
      cross join lateral (
        select * from customers k where k.shop_id = $1 and k.id = of_name.customer_id offset 0) as c
      where c.archived_at is null
      order by c.last_order_at desc nulls last, c.id desc limit ${customerLimits.order_text_customers})
   )
   select id, name, phone from named order by last_order_at desc nulls last, id desc
   limit ${2 * customerLimits.order_text_customers}`,
);

/**
 * The customers of the shop with these phone numbers (as stored) and these full names, ignoring case and accents; at
 * most twenty of each, those with the latest orders first. One statement.
 */
export async function findNamedCustomers(
  context: Context,
  phones: readonly string[],
  names: readonly string[],
): Promise<NamedCustomer[]> {
  const texts = names.map((name) =>
    Array.from(` ${searchForm(name)}`)
      .slice(0, 200)
      .join(''),
  );
  return findCustomers.run(context.db, [context.shop.id, phones, texts]);
}
