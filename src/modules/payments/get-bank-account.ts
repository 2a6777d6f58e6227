import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { BANK_ACCOUNT_COLUMNS, bankAccountOf } from './bank-account-rows.ts';
import type { BankAccountIdInput } from './schemas.ts';

export async function getBankAccount(context: Context, input: z.output<typeof BankAccountIdInput>) {
  const row = await context.db
    .selectFrom('bank_accounts')
    .select(BANK_ACCOUNT_COLUMNS)
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', input.id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return bankAccountOf(context, row);
}
