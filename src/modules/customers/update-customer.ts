import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { differenceOf } from '../../kernel/difference.ts';
import { Refusal } from '../../kernel/errors.ts';
import { emit } from '../../kernel/outbox.ts';
import { normalisePhone } from '../../kernel/phone.ts';
import { checkReferences } from './check-references.ts';
import { accountFault, withActivation } from './customer-states.ts';
import { lockCustomer } from './lock-customer.ts';
import type { CustomerChanged, UpdateCustomerInput } from './schemas.ts';
import { changeCustomer } from './write-customer.ts';

/**
 * Updates the given fields of a customer; omitted fields do not change, and an empty optional field is cleared.
 * @throws Refusal 404 if the shop has no such customer; 422 if it refers to something that does not exist, or an
 *   account would be without email
 */
export async function updateCustomer(
  context: Context,
  input: z.output<typeof UpdateCustomerInput>,
): Promise<z.input<typeof CustomerChanged>> {
  return context.transaction(async (inner) => {
    const before = await lockCustomer(inner, input.customer_id);
    const { district_code } = await checkReferences(inner, input, before.category_code);
    const { customer_id, district_id: _district, category, is_active, phone, ...same } = input;
    const changes = withoutAbsent({
      ...same,
      ...(phone !== undefined && { phone: normalisePhone(phone, before.phone) }),
      ...(district_code !== undefined && { district_code }),
      ...(category !== undefined && { category_code: category }),
      ...(is_active !== undefined && withActivation(is_active, before)),
    });
    const after = { ...before, ...changes };
    const fault = accountFault(after, after.email);
    if (fault !== undefined) throw new Refusal([fault]);
    const { name } = await changeCustomer(inner, customer_id, { ...changes, updated_at: inner.clock.now() });
    await emit(inner, 'customer.updated', customer_id, differenceOf(before, changes));
    return { customer_id, name };
  });
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutAbsent<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
