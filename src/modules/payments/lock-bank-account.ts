import type { Context } from '../../kernel/context.ts';
import { kernelErrors } from '../../kernel/errors.ts';
import { paymentErrors } from './errors.ts';

/**
 * Locks a bank account of the shop for a change.
 * @throws Refusal 404 if the shop has no such account, or has deleted it; 422 on `bank_id` for an account of the payment
 *   gateway, which is the platform's
 */
export async function lockBankAccount(context: Context, bank_id: number) {
  const account = await context.db
    .selectFrom('bank_accounts')
    .select(['id', 'type', 'bank_type', 'account_number', 'holder_name', 'branch', 'corporate_id'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', bank_id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (account === undefined) throw kernelErrors.refuse('not_found');
  if (account.type !== 'BANK') throw paymentErrors.refuseField('bank_account_of_gateway', 'bank_id');
  return account;
}
