import type { GatewayChannel } from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { loadShopServices, takesCod } from '../../couriers/index.ts';
import { findGateway } from '../../payments/index.ts';
import { storeLimits } from '../limits.ts';

/** A bank account that buyers transfer to. */
export interface StoreAccount {
  id: number;
  bank_type: string;
  account_number: string;
  holder_name: string;
  branch: string;
}

/** How a store can be paid, but for the balance of whoever is signed in. */
export interface OfferedMethods {
  /** For TRANSFER. */
  accounts: StoreAccount[];
  /** For GATEWAY. */
  channels: readonly GatewayChannel[];
  takes_cod: boolean;
}

/** How the store can be paid at this moment. Three statements. */
export async function offeredMethods(context: Context): Promise<OfferedMethods> {
  const accounts = await storeAccounts(context);
  const gateway = await findGateway(context);
  const takes_cod = takesCod(await loadShopServices(context));
  return { accounts, channels: gateway?.channels ?? [], takes_cod };
}

/** The bank accounts that buyers transfer to, oldest first, as JSON of `StoreAccount`. */
export function storeAccountsSql(shop_id: string): string {
  return `(select coalesce(json_agg(row_to_json(found)), '[]') from (
    select b.id, b.bank_type, b.account_number, b.holder_name, b.branch from bank_accounts b
    where b.shop_id = ${shop_id} and b.type = 'BANK' and b.archived_at is null
    order by b.id limit ${storeLimits.store_banks}) found)`;
}

const findAccounts = namedStatement<{ accounts: StoreAccount[] }, { shop_id: number }>(
  'find_store_accounts',
  (at) => `select ${storeAccountsSql(at.shop_id)} as accounts`,
);

/** The bank accounts that buyers transfer to, oldest first. */
export async function storeAccounts({ db, shop }: Context): Promise<StoreAccount[]> {
  const [row] = await findAccounts.run(db, { shop_id: shop.id });
  return row?.accounts ?? [];
}
