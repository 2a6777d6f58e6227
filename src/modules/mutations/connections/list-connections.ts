import type { z } from 'zod';
import { PROVIDER_TITLES } from '../../../integrations/mutation/port.ts';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { bankName } from '../../reference/index.ts';
import type { MutationConnection } from './schemas.ts';

/** The bank accounts that a service reads, the oldest account first. */
export async function listMutationConnections(
  context: Context,
): Promise<z.input<typeof MutationConnection>[]> {
  const { db, shop } = context;
  const rows = await db
    .selectFrom('mutation_connections as c')
    .innerJoin('bank_accounts as b', (join) =>
      join.on('b.shop_id', '=', shop.id).onRef('b.id', '=', 'c.bank_account_id'),
    )
    .select([
      'c.bank_account_id',
      'c.provider',
      'c.created_at',
      'c.received_at',
      'b.bank_type',
      'b.account_number',
    ])
    .where('c.shop_id', '=', shop.id)
    .where('b.archived_at', 'is', null)
    .orderBy('c.bank_account_id')
    .execute();
  const text = (moment: Date) => isoWithZone(moment, shop.time_zone);
  return rows.map(({ bank_account_id, bank_type, provider, created_at, received_at, account_number }) => ({
    bank_id: bank_account_id,
    bank_name: bankName(bank_type),
    account_number,
    provider,
    name: PROVIDER_TITLES[provider],
    created_at: text(created_at),
    received_at: received_at === null ? null : text(received_at),
  }));
}
