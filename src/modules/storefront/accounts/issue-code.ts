import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { emit } from '../../../kernel/outbox.ts';
import { storeErrors } from '../errors.ts';
import { storeLimits } from '../limits.ts';
import { issueCode } from './codes.ts';
import type { IssueCodeInput, IssuedCode } from './schemas.ts';

/**
 * Makes a code for the account of a customer, which staff pass on, for example by chat: whom no mail reaches
 * signs in with it and sets a password. Nothing is sent.
 * @throws Refusal 404 if the shop has no such customer; 422 if it has no active account
 */
export async function issueBuyerCode(
  context: Context,
  { id }: z.output<typeof IssueCodeInput>,
): Promise<z.input<typeof IssuedCode>> {
  return context.transaction(async (inner) => {
    const customer = await inner.db
      .selectFrom('customers')
      .select(['email', 'registration_status', 'account_ends'])
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', id)
      .where('archived_at', 'is', null)
      .executeTakeFirst();
    if (customer === undefined) throw kernelErrors.refuse('not_found');
    if (customer.registration_status !== '1') throw storeErrors.refuseField('customer_without_account', 'id');
    const { email, account_ends } = customer;
    if (email === null) throw new Error(`customer ${id} has an account without an email`);
    const code = await issueCode(inner, { customer_id: id, account_ends });
    await emit(inner, 'buyer.code_issued', id, {});
    return { account: email, code, valid_minutes: storeLimits.issued_code_minutes };
  });
}
