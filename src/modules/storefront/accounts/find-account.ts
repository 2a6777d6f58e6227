import { namedStatement } from '../../../kernel/database/named-statement.ts';
import type { StoreContext } from '../store-context.ts';
import type { Recipient } from './recipient.ts';

/** An account for which somebody has proven to be its owner: nothing follows from that once it has ended. */
export interface OwnAccount {
  customer_id: number;
  account_ends: number;
}

export interface FoundAccount extends OwnAccount {
  name: string;
  email: string | null;
  phone: string;
  /** null: none was set yet. */
  password_hash: string | null;
}

const findAccounts = namedStatement<
  FoundAccount,
  { shop_id: number; email: string | null; phone: string | null }
>(
  'find_buyer_accounts',
  (at) => `select c.id as customer_id, c.account_ends, c.name, c.email, c.phone, p.password_hash
    from (
      (select * from customers k where k.shop_id = ${at.shop_id} and lower(k.email) = ${at.email}::text
        and coalesce(k.status_before_block, k.registration_status) = '1' and k.archived_at is null limit 1)
      union all
      (select * from customers k where k.shop_id = ${at.shop_id} and k.phone = ${at.phone}::text
        and k.registration_status = '1' and k.archived_at is null limit 2)
    ) as c
    left join buyer_passwords p on p.shop_id = ${at.shop_id} and p.customer_id = c.id
      and p.account_removals = c.account_removals
    where c.shop_id = ${at.shop_id} and c.registration_status = '1'`,
);

/** The account of an email or phone number; undefined if there is none, or several have the number. */
export async function findAccount(
  context: StoreContext,
  recipient: Recipient,
): Promise<FoundAccount | undefined> {
  const found = await findAccounts.run(context.db, {
    shop_id: context.shop.id,
    email: null,
    phone: null,
    ...recipient,
  });
  return found.length === 1 ? found[0] : undefined;
}
