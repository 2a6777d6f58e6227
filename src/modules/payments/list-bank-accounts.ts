import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { BANK_ACCOUNT_COLUMNS, bankAccountOf } from './bank-account-rows.ts';
import { paymentLimits } from './limits.ts';
import type { ListBankAccountsInput } from './schemas.ts';

/** The shop's accounts of one kind, oldest first. */
export async function listBankAccounts(context: Context, input: z.output<typeof ListBankAccountsInput>) {
  const rows = await context.db
    .selectFrom('bank_accounts')
    .select(BANK_ACCOUNT_COLUMNS)
    .where('shop_id', '=', context.shop.id)
    .where('type', '=', input.type)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .limit(paymentLimits.bank_accounts)
    .execute();
  return rows.map((row) => bankAccountOf(context, row));
}
