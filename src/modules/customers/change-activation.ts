import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { checkReferences } from './check-references.ts';
import { accountFault, activationFault, CUSTOMER_TRANSITIONS } from './customer-states.ts';
import { lockCustomer } from './lock-customer.ts';
import type { ActivationChanged, ChangeActivationInput } from './schemas.ts';
import { changeCustomer } from './write-customer.ts';

/**
 * Refuses, accepts, activates, blocks, unblocks or deletes a customer. One that is deleted leaves every list and can
 * not be ordered for; the orders that there are go on naming it.
 * @throws Refusal 404 where the shop has no such customer; 422 where its status does not allow it, an account would be
 * without email, or the category is not active
 */
export async function changeActivation(
  context: Context,
  input: z.output<typeof ChangeActivationInput>,
): Promise<z.input<typeof ActivationChanged>> {
  return context.transaction(async (inner) => {
    const customer = await lockCustomer(inner, input.id);
    const fault = activationFault(input.status, customer.registration_status);
    if (fault !== undefined) throw new Refusal([fault]);
    await checkReferences(inner, { category: input.category }, customer.category_code);
    const { to, done, event } = CUSTOMER_TRANSITIONS[input.status];
    const account = to?.(customer);
    const missing = account && accountFault(account, customer.email);
    if (missing !== undefined) throw new Refusal([missing]);
    const now = inner.clock.now();
    await changeCustomer(inner, customer.id, {
      ...(account ?? { archived_at: now }),
      ...(input.category !== undefined && { category_code: input.category }),
      updated_at: now,
    });
    await emit(inner, event, customer.id, {
      registration_status: [customer.registration_status, account?.registration_status ?? null],
    });
    return {
      response: 'Success',
      message:
        context.language === 'id'
          ? `${customer.name} telah ${done.id}`
          : `${customer.name} has been ${done.en}`,
      data: { customer_id: String(customer.id), name: customer.name },
    };
  });
}
