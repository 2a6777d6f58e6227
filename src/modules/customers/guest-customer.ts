import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { NO_ACCOUNT } from './customer-states.ts';
import { insertCustomer } from './write-customer.ts';

/** Name and address as a guest of the store writes them. */
export interface GuestContact {
  name: string;
  /** As it is stored: 62812… */
  phone: string;
  address: string;
  district_code: number | null;
  postal_code: string | null;
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

/**
 * The customer with a guest's phone number, a new one where there is none: however many order at once with one number,
 * they are one customer. What is stored of a customer stays, whatever a guest writes. Call it in a transaction.
 */
export async function guestCustomer(context: Context, guest: GuestContact): Promise<number> {
  const shop_id = context.shop.id;
  const known = (await findCustomersByPhone(context, [guest.phone])).get(guest.phone);
  if (known !== undefined) return known;
  // Others with this number wait here, and find the customer then.
  await context.db
    .insertInto('guest_phones')
    .values({ shop_id, phone: guest.phone })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await context.db
    .selectFrom('guest_phones')
    .select('phone')
    .where('shop_id', '=', shop_id)
    .where('phone', '=', guest.phone)
    .forUpdate()
    .execute();
  const made = (await findCustomersByPhone(context, [guest.phone])).get(guest.phone);
  if (made !== undefined) return made;
  const now = context.clock.now();
  const { name, phone, address, district_code, postal_code } = guest;
  const id = await insertCustomer(context, {
    name,
    phone,
    address,
    district_code,
    postal_code,
    email: null,
    category_code: 'N',
    ...NO_ACCOUNT,
    created_at: now,
    updated_at: now,
  });
  await emit(context, 'customer.created', id);
  return id;
}
