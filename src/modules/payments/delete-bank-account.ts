import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { lockBankAccount } from './lock-bank-account.ts';
import type { DeleteBankAccountInput } from './schemas.ts';

/**
 * Deletes a bank account: it is archived, so it no longer appears in lists and no payment can be made to it, while the
 * orders that were paid into it still show it. Its number is free.
 * @throws Refusal 404 if the shop has no such account; 422 for an account of the payment gateway
 */
export async function deleteBankAccount(
  context: Context,
  { bank_id }: z.output<typeof DeleteBankAccountInput>,
): Promise<null> {
  return context.transaction(async (inner) => {
    await lockBankAccount(inner, bank_id);
    await inner.db
      .updateTable('bank_accounts')
      .set({ archived_at: inner.clock.now() })
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', bank_id)
      .execute();
    await emit(inner, 'bank_account.deleted', bank_id);
    return null;
  });
}
