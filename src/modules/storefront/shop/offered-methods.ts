import type { GatewayChannel } from '../../../integrations/gateway/port.ts';
import type { Context } from '../../../kernel/context.ts';
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

/** The bank accounts that buyers transfer to, oldest first. */
export async function storeAccounts({ db, shop }: Context): Promise<StoreAccount[]> {
  return db
    .selectFrom('bank_accounts')
    .select(['id', 'bank_type', 'account_number', 'holder_name', 'branch'])
    .where('shop_id', '=', shop.id)
    .where('type', '=', 'BANK')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .limit(storeLimits.store_banks)
    .execute();
}
