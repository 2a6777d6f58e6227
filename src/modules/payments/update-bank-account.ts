import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { foundBy } from '../../kernel/not-found.ts';
import { emit } from '../../kernel/outbox.ts';
import { findBank } from '../reference/index.ts';
import { paymentErrors } from './errors.ts';
import { lockBankAccount } from './lock-bank-account.ts';
import type { UpdateBankAccountInput } from './schemas.ts';

/**
 * Updates the given fields of a bank account. As when it is created, user names and PINs of internet banking are not
 * stored. An account that moves to a bank that is no business bank has no corporate ID any more.
 * @throws Refusal 404 if the shop has no such account; 422 for an account of the payment gateway, for a business bank
 *   without a corporate ID, and for the number of another account
 */
export async function updateBankAccount(context: Context, input: z.output<typeof UpdateBankAccountInput>) {
  const bank = foundBy('bank_type', findBank(input.bank_type));
  return context.transaction(async (inner) => {
    const before = await lockBankAccount(inner, input.bank_id);
    const corporate_id = bank.is_business ? (input.corporate_id ?? before.corporate_id) : null;
    if (bank.is_business && corporate_id === null)
      throw paymentErrors.refuseField('corporate_id_required', 'corporate_id');
    const after = {
      bank_type: bank.bank_type,
      account_number: input.account_number ?? before.account_number,
      holder_name: input.holder_name ?? before.holder_name,
      branch: input.branch ?? before.branch,
      corporate_id,
    };
    await inner.db
      .updateTable('bank_accounts')
      .set(after)
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', before.id)
      .execute();
    await emit(inner, 'bank_account.updated', before.id, differenceOf(before, after));
    return { bank_id: before.id, name: bank.bank_type };
  });
}
