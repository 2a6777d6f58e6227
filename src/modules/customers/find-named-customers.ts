import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { searchForm } from './customer-keyword.ts';

export interface NamedCustomer {
  id: number;
  name: string;
  phone: string;
}

const findCustomers = statement<NamedCustomer>(
  'named_customers',
  `select id, name, phone from (
   (select id, name, phone, last_order_at from customers
    where shop_id = $1 and archived_at is null and phone = any($2::text[])
    order by last_order_at desc nulls last, id desc limit 20)
   union
   (select c.id, c.name, c.phone, c.last_order_at from customers c
    join customer_texts text on text.shop_id = c.shop_id and text.customer_id = c.id
    where c.shop_id = $1 and text.shop_id = $1
      and left(split_part(text.search_text, E'\\t', 1), 200) = any($3::text[])
    order by c.last_order_at desc nulls last, c.id desc limit 20)) as named
   order by last_order_at desc nulls last, id desc`,
);

/**
 * The shop's customers of these phone numbers (as they are kept) and of these whole names, in any case and with any accents; up to
 * twenty of each, those that ordered last first. One statement.
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
