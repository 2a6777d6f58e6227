import { sql } from 'kysely';
import type { ProviderName } from '../../../integrations/mutation/port.ts';
import { addDays } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { accountKeys, type MutationAccount } from '../known-mutations.ts';
import { PENDING_DAYS } from '../recognise.ts';
import type { SeenMutation } from '../seen-mutation.ts';
import { plainAccount } from '../statements/account-in-statement.ts';

type Named = Pick<SeenMutation, 'day' | 'direction' | 'amount_idr'> & { account_key: string };

/**
 * What a service reports, so that no two have the same ID: the same again under one ID is left out, and what contradicts
 * another of its ID gets an ID of its own, always the same one, and waits for staff.
 */
export async function withOwnRefs(
  context: Context,
  { account, provider }: { account: MutationAccount; provider: ProviderName },
  reported: readonly SeenMutation[],
): Promise<SeenMutation[]> {
  const keys = accountKeys(account);
  const [account_key = ''] = keys;
  const named = await findNamed(context, provider, reported);
  const seen = new Set<string>();
  return reported.flatMap((mutation): SeenMutation[] => {
    const { provider_ref: ref, day, direction, amount_idr } = mutation;
    if (ref === null) return [mutation];
    const other = named.get(ref);
    if (other === undefined) named.set(ref, { day, direction, amount_idr, account_key });
    const contradicts = other !== undefined && !(keys.includes(other.account_key) && isSame(mutation, other));
    const number = plainAccount(account.account_number);
    const own = contradicts ? `${ref} #${number} ${day} ${direction} ${amount_idr}` : ref;
    if (seen.has(own)) return [];
    seen.add(own);
    return [{ ...mutation, provider_ref: own, ...(contradicts && { doubt: 'SAME_ID' as const }) }];
  });
}

function isSame(one: Omit<Named, 'account_key'>, other: Named): boolean {
  const is_near = one.day <= addDays(other.day, PENDING_DAYS) && other.day <= addDays(one.day, PENDING_DAYS);
  return is_near && one.direction === other.direction && one.amount_idr === other.amount_idr;
}

/** What is recorded under the IDs, of whatever account. */
async function findNamed(
  { db, shop }: Context,
  provider: ProviderName,
  reported: readonly SeenMutation[],
): Promise<Map<string, Named>> {
  const refs = reported.flatMap(({ provider_ref }) => provider_ref ?? []);
  if (refs.length === 0) return new Map();
  const rows = await db
    .selectFrom('bank_mutations')
    .select(['provider_ref', 'day', 'direction', 'amount_idr', 'account_key'])
    .where('shop_id', '=', shop.id)
    .where('provider', '=', provider)
    .where('provider_ref', '=', sql<string>`any(${refs}::text[])`)
    .execute();
  return new Map(
    rows.flatMap(({ provider_ref, ...row }) => (provider_ref === null ? [] : [[provider_ref, row]])),
  );
}
