import type { z } from 'zod';
import { PROVIDER_TITLES } from '../../../integrations/mutation/port.ts';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { emit } from '../../../kernel/outbox.ts';
import { Secret } from '../../../kernel/sealed/index.ts';
import { hashToken, makeShopToken } from '../../../kernel/shop-token.ts';
import { bankName } from '../../reference/index.ts';
import { MUTATION_SECRETS } from './connection-secrets.ts';
import type { MutationConnectionSaved, SaveMutationConnectionInput } from './schemas.ts';

/**
 * Connects a bank account with a service that reads it, or gives the connection another service or secret. The secret is sealed;
 * the address that the service calls has a token of its own, which is stored as a hash.
 * @throws Refusal 422 on `bank_id` if the shop has no such account
 */
export async function saveMutationConnection(
  context: Context,
  { bank_id, provider, secret }: z.output<typeof SaveMutationConnectionInput>,
): Promise<z.input<typeof MutationConnectionSaved>> {
  return context.transaction(async (inner) => {
    const account = await inner.db
      .selectFrom('bank_accounts')
      .select(['bank_type', 'account_number'])
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', bank_id)
      .where('type', '=', 'BANK')
      .where('archived_at', 'is', null)
      // So that it is not deleted meanwhile.
      .forNoKeyUpdate()
      .executeTakeFirst();
    const { bank_type, account_number } = foundBy('bank_id', account);
    const token = makeShopToken(inner.random, inner.shop.id);
    const bound_to = { shop_id: inner.shop.id, bank_account_id: bank_id };
    const now = inner.clock.now();
    const row = {
      provider,
      secret: inner.secrets.seal(MUTATION_SECRETS, bound_to, new Secret(secret)),
      token_hash: hashToken(token),
      user_id: inner.actor.user_id,
      created_at: now,
      received_at: null,
    };
    await inner.db
      .insertInto('mutation_connections')
      .values({ ...bound_to, ...row })
      .onConflict((conflict) => conflict.columns(['shop_id', 'bank_account_id']).doUpdateSet(row))
      .execute();
    await emit(inner, 'mutation_connection.saved', bank_id, { provider });
    return {
      bank_id,
      bank_name: bankName(bank_type),
      account_number,
      provider,
      name: PROVIDER_TITLES[provider],
      created_at: isoWithZone(now, inner.shop.time_zone),
      received_at: null,
      callback_url: `${inner.public_url()}/api/hooks/mutation/${provider}/${token}`,
    };
  });
}
