import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { foundBy } from '../../kernel/not-found.ts';
import { emit } from '../../kernel/outbox.ts';
import { holdToLimit } from '../../kernel/shop-limit.ts';
import { findBank } from '../reference/index.ts';
import { paymentErrors } from './errors.ts';
import { paymentLimits } from './limits.ts';
import type { CreateBankAccountInput } from './schemas.ts';

/**
 * Adds a bank account that customers pay into. Refused if the shop already has the number at this bank (by a unique
 * constraint, so also for concurrent requests). User names and PINs of internet banking are never stored: the server
 * does not sign in to banks, and what is not stored cannot be stolen.
 */
export async function createBankAccount(context: Context, input: z.output<typeof CreateBankAccountInput>) {
  const bank = foundBy('bank_type', findBank(input.bank_type));
  if (bank.is_business && input.corporate_id === undefined)
    throw paymentErrors.refuseField('corporate_id_required', 'corporate_id');
  return context.transaction(async (inner) => {
    const having = inner.db
      .selectFrom('bank_accounts')
      .where('shop_id', '=', inner.shop.id)
      .where('archived_at', 'is', null);
    await holdToLimit(inner, paymentLimits.bank_accounts, having);
    const account = await inner.db
      .insertInto('bank_accounts')
      .values({
        shop_id: inner.shop.id,
        bank_type: bank.bank_type,
        type: 'BANK',
        account_number: input.account_number,
        holder_name: input.holder_name,
        branch: input.branch,
        corporate_id: input.corporate_id ?? null,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await emit(inner, 'bank_account.created', account.id);
    return { bank_id: account.id, name: bank.bank_type };
  });
}
