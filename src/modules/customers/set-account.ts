import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { emit } from '../../kernel/outbox.ts';
import { normalisePhone } from '../../kernel/phone.ts';
import { GRANTED, withActivation } from './customer-states.ts';
import { customerErrors } from './errors.ts';
import { lockCustomer } from './lock-customer.ts';
import type { AccountSet, SetAccountInput } from './schemas.ts';
import { changeCustomer } from './write-customer.ts';

/**
 * Creates a Storefront account for a customer with its email, or removes it.
 * @throws Refusal 404 if the shop has no such customer; 422 if it is blocked, or another account has the email
 */
export async function setAccount(
  context: Context,
  input: z.output<typeof SetAccountInput>,
): Promise<z.input<typeof AccountSet>> {
  return context.transaction(async (inner) => {
    const customer = await lockCustomer(inner, input.id);
    if (customer.registration_status === '4') throw customerErrors.refuseField('customer_blocked', 'id');
    const after = {
      ...(input.active ? GRANTED : withActivation('N', customer)),
      email: input.email,
      name: input.name ?? customer.name,
      phone: normalisePhone(input.phone ?? customer.phone, customer.phone) ?? customer.phone,
    };
    await changeCustomer(inner, customer.id, { ...after, updated_at: inner.clock.now() });
    await emit(inner, 'customer.account_set', customer.id, differenceOf(customer, after));
    return {
      response: 'Success',
      message: context.language === 'id' ? 'Berhasil dijalankan' : 'Successful run',
    };
  });
}
