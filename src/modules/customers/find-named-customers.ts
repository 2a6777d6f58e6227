import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';

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
   (select id, name, phone, last_order_at from customers
    where shop_id = $1 and archived_at is null and lower(name) like any($3::text[])
    order by last_order_at desc nulls last, id desc limit 20)) as named
   order by last_order_at desc nulls last, id desc`,
);

/**
 * The shop's customers of these phone numbers (as they are kept) and of these whole names, in any case; up to
 * twenty of each, those that ordered last first. One statement.
 */
export async function findNamedCustomers(
  context: Context,
  phones: readonly string[],
  names: readonly string[],
): Promise<NamedCustomer[]> {
  const patterns = names.map((name) => name.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`));
  return findCustomers.run(context.db, [context.shop.id, phones, patterns]);
}
