import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../kernel/context.ts';

/** Whether customers can transfer to an account of the shop's own. */
export const hasBankAccount = ({ shop }: Context): RawBuilder<boolean> =>
  sql`exists (select 1 from bank_accounts b where b.shop_id = ${shop.id} and b.type = 'BANK' and b.archived_at is null)`;
