import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { withActivation, NO_ACCOUNT } from './customer-states.ts';
import { insertCustomer } from './write-customer.ts';

/** What somebody who wants an account says of itself; nothing of it is proven. */
export interface AccountRequest {
  name: string;
  /** As it is stored: 62812… */
  phone: string;
  email: string;
  address: string;
  district_code: number | null;
}

/**
 * Stores that somebody wants an account, for staff to accept or reject: as a customer of its own, whoever has the phone
 * number already. Joined to that one, a stranger would get into its orders and balance. Nothing is done where an account has
 * the email, or the same email or phone waits already, however often and at once it is requested.
 */
export async function requestAccount(context: Context, request: AccountRequest): Promise<void> {
  await context.transaction(async (inner) => {
    const { id: shop_id } = inner.shop;
    // Others with this number wait here until this one is there.
    await inner.db
      .insertInto('guest_phones')
      .values({ shop_id, phone: request.phone })
      .onConflict((conflict) => conflict.columns(['shop_id', 'phone']).doUpdateSet({ phone: request.phone }))
      .execute();
    if (await isKnown(inner, request)) return;
    const now = inner.clock.now();
    const { name, phone, email, address, district_code } = request;
    const customer = {
      name,
      phone,
      email,
      address,
      district_code,
      postal_code: null,
      category_code: 'N',
      ...withActivation('R', NO_ACCOUNT),
      created_at: now,
      updated_at: now,
    };
    const id = await insertCustomer(inner, customer);
    await emit(inner, 'customer.account_requested', id);
  });
}

/** Each condition has an index of its own. */
async function isKnown({ db, shop }: Context, { email, phone }: AccountRequest): Promise<boolean> {
  const { rows } = await sql<{ is_known: boolean }>`
    select exists (select 1 from customers where shop_id = ${shop.id} and lower(email) = lower(${email})
        and coalesce(status_before_block, registration_status) = '1' and archived_at is null)
      or exists (select 1 from customers where shop_id = ${shop.id} and phone = ${phone}
        and coalesce(status_before_block, registration_status) = 'R' and archived_at is null) as is_known`.execute(
    db,
  );
  return rows[0]?.is_known === true;
}
