import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { checkReferences } from './check-references.ts';
import { NO_ACCOUNT, withActivation } from './customer-states.ts';
import type { CreateCustomerInput, CustomerCreated } from './schemas.ts';
import { insertCustomer } from './write-customer.ts';

/** Customers with the same phone that are reported, at most. */
const MOST_DUPLICATES = 5;

/**
 * Adds a customer. The phone number is stored as 62812… in any notation. Customers with the same number are reported,
 * with their total, but do not prevent it, because families and shops share phone numbers.
 */
export async function createCustomer(
  context: Context,
  input: z.output<typeof CreateCustomerInput>,
): Promise<z.input<typeof CustomerCreated>> {
  return context.transaction(async (inner) => {
    const { district_code } = await checkReferences(inner, input);
    const now = inner.clock.now();
    const sharing = await inner.db
      .selectFrom('customers')
      .select(['id as customer_id', 'name', sql<number>`count(*) over ()`.as('total')])
      .where('shop_id', '=', inner.shop.id)
      .where('phone', '=', input.phone)
      .where('archived_at', 'is', null)
      .orderBy('id')
      .limit(MOST_DUPLICATES)
      .execute();
    const id = await insertCustomer(inner, {
      name: input.name,
      phone: input.phone,
      email: input.email ?? null,
      line: input.line ?? null,
      other: input.other ?? null,
      address: input.address,
      district_code: district_code ?? null,
      postal_code: input.postal_code ?? null,
      category_code: input.category,
      ...withActivation(input.is_active, NO_ACCOUNT),
      created_at: now,
      updated_at: now,
    });
    await emit(inner, 'customer.created', id);
    return {
      customer_id: id,
      name: input.name,
      duplicates: sharing.map(({ customer_id, name }) => ({ customer_id, name })),
      duplicates_total: sharing[0]?.total ?? 0,
    };
  });
}
