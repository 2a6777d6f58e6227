import type { Context } from '../../kernel/context.ts';
import { shopFunction } from '../../kernel/database/shop-function.ts';
import { eventSql } from '../../kernel/events.ts';
import { actorOf } from '../../kernel/outbox.ts';
import { NO_ACCOUNT } from './customer-states.ts';
import { customerEvents } from './events.ts';
import { CUSTOMER_TEXT } from './search-text.ts';

/** Name and address as a guest of the store writes them. */
export interface GuestContact {
  name: string;
  /** As it is stored: 62812… */
  phone: string;
  address: string;
  district_code: number | null;
  postal_code: string | null;
}

interface GuestValues extends GuestContact {
  shop_id: number;
  user_id: number;
  api_key_id: number | null;
  now: Date;
}

/** The customers that have these phone numbers, of each number the oldest. */
export async function findCustomersByPhone(
  context: Context,
  phones: readonly string[],
): Promise<Map<string, number>> {
  const rows = await context.db
    .selectFrom('customers')
    .select(['phone', (is) => is.fn.min('id').as('id')])
    .where('shop_id', '=', context.shop.id)
    .where('phone', 'in', [...phones])
    .where('archived_at', 'is', null)
    .groupBy('phone')
    .execute();
  return new Map(rows.map(({ phone, id }) => [phone, id]));
}

/** Of a guest who is new, others with the same number wait at `guest_phones`, and find the customer then. */
export const guestCustomerFunction = shopFunction<{ customer_id: number }, GuestValues>(
  'take_guest_customer',
  {
    takes: {
      shop_id: 'bigint',
      user_id: 'bigint',
      api_key_id: 'bigint',
      now: 'timestamptz',
      name: 'text',
      phone: 'text',
      address: 'text',
      district_code: 'bigint',
      postal_code: 'text',
    },
    returns: { customer_id: 'bigint' },
  },
  (given, { customer_id }) => {
    const find = `select min(id) into ${customer_id} from customers
    where shop_id = ${given.shop_id} and phone = ${given.phone} and archived_at is null;
  if ${customer_id} is not null then return; end if;`;
    return `begin
  ${find}
  insert into guest_phones (shop_id, phone) values (${given.shop_id}, ${given.phone})
    on conflict (shop_id, phone) do update set phone = excluded.phone;
  ${find}

  insert into customers (shop_id, name, phone, address, district_code, postal_code, category_code, activation,
    registration_status, created_at, updated_at)
  values (${given.shop_id}, ${given.name}, ${given.phone}, ${given.address}, ${given.district_code}, ${given.postal_code}, 'N',
    '${NO_ACCOUNT.activation}', '${NO_ACCOUNT.registration_status}', ${given.now}, ${given.now})
  returning id into ${customer_id};

  insert into customer_texts (shop_id, customer_id, search_text)
  select shop_id, id, ${CUSTOMER_TEXT} from customers where shop_id = ${given.shop_id} and id = ${customer_id};

  insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, api_key_id, created_at)
  values (${given.shop_id}, ${eventSql(customerEvents, 'customer.created')}, ${customer_id}, '{}', ${given.user_id},
    ${given.api_key_id}, ${given.now});
end`;
  },
);

/**
 * The customer with a guest's phone number, a new one where there is none: however many order at once with one number,
 * they are one customer. What is stored of a customer stays, whatever a guest writes. One statement; call it in a
 * transaction.
 */
export async function guestCustomer(context: Context, guest: GuestContact): Promise<number> {
  const { name, phone, address, district_code, postal_code } = guest;
  const { customer_id } = await guestCustomerFunction.call(context.db, {
    shop_id: context.shop.id,
    ...actorOf(context),
    now: context.clock.now(),
    name,
    phone,
    address,
    district_code,
    postal_code,
  });
  return customer_id;
}
