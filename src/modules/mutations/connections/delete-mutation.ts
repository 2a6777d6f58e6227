import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { lockBankAccount } from '../../payments/index.ts';
import type { DeleteMutationInput, MutationDeleted } from './schemas.ts';

/**
 * Ends the automatic reading of an account's mutations: the connection with its service is removed, with the secret. Mutations
 * that are recorded stay. An account without a connection stays as it is.
 * @throws Refusal 404 if the shop has no such account; 422 for an account of the payment gateway
 */
export async function deleteMutation(
  context: Context,
  { bank_id }: z.output<typeof DeleteMutationInput>,
): Promise<z.input<typeof MutationDeleted>> {
  return context.transaction(async (inner) => {
    const { bank_type } = await lockBankAccount(inner, bank_id);
    await removeConnection(inner, bank_id);
    return { bank_id, name: bank_type };
  });
}

/** Removes the connection of an account, if there is one. */
export async function removeConnection(context: Context, bank_account_id: number): Promise<void> {
  const removed = await context.db
    .deleteFrom('mutation_connections')
    .where('shop_id', '=', context.shop.id)
    .where('bank_account_id', '=', bank_account_id)
    .returning('provider')
    .executeTakeFirst();
  if (removed !== undefined)
    await emit(context, 'mutation_connection.removed', bank_account_id, { provider: removed.provider });
}
