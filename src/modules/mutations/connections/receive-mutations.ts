import { createHash } from 'node:crypto';
import { z } from 'zod';
import { PROVIDER_NAMES, UNREAD_REASONS, type ProviderName } from '../../../integrations/mutation/port.ts';
import { dateText } from '../../../kernel/calendar.ts';
import type { Context, PublicContext } from '../../../kernel/context.ts';
import type { SignedRequest, VerifiedCallback } from '../../../kernel/http/callback-route.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { hashToken, shopOfToken } from '../../../kernel/shop-token.ts';
import { lockAccount, type MutationAccount } from '../known-mutations.ts';
import { matchAllNew } from '../match-new.ts';
import { recordMutations } from '../record-mutations.ts';
import type { SeenMutation } from '../seen-mutation.ts';
import { shopAccounts } from '../shop-accounts.ts';
import { isSameAccount } from '../statements/account-in-statement.ts';
import { MUTATION_SECRETS } from './connection-secrets.ts';
import { withOwnRefs } from './own-refs.ts';

const Mutation = z.object({
  account_number: z.string().nullable(),
  ref: z.string().nullable(),
  day: z.string(),
  at: z.coerce.date().nullable(),
  direction: z.enum(['CREDIT', 'DEBIT']),
  amount_idr: z.int(),
  description: z.string(),
  balance_idr: z.int().nullable(),
});
type Mutation = z.output<typeof Mutation>;

const ReceivedInput = z.object({
  provider: z.enum(PROVIDER_NAMES),
  bank_account_id: z.int(),
  mutations: z.array(Mutation),
  /** How many entries could not be read, by why. */
  unread: z.partialRecord(z.enum(UNREAD_REASONS), z.int()),
});
type Input = z.output<typeof ReceivedInput>;

/**
 * Records what a service has reported, then matches what has come in. Run again, it finds all recorded. What it says wrongly of one
 * mutation never keeps another from being recorded.
 */
export const receiveMutationsJob = defineJob({
  name: 'receive-mutations',
  input: ReceivedInput,
  async run(context, { provider, bank_account_id, mutations, unread }, run) {
    const unread_count = Object.values(unread).reduce((sum, count) => sum + count, 0);
    if (unread_count > 0)
      context.log.warn(
        { job_id: run.job_id, shop_id: context.shop.id, bank_account_id, provider, unread },
        'mutations that a service has reported cannot be read',
      );
    const recorded = await context.transaction(async (inner) => {
      const groups = await byAccount(inner, bank_account_id, mutations);
      // In the order of their IDs, as all who lock several.
      const ids = groups.map(({ account }) => account.bank_account_id ?? bank_account_id);
      for (const id of [...new Set(ids)].toSorted((a, b) => a - b)) await lockAccount(inner, id);
      let count = 0;
      for (const { account, own } of groups) {
        const source = { account, provider };
        const seen = await withOwnRefs(inner, source, own.map(seenIn(inner)));
        const results = await recordMutations(inner, source, seen);
        count += results.filter(({ is_new }) => is_new).length;
      }
      await noteCall(inner, provider, bank_account_id);
      return count;
    });
    await matchAllNew(context, run);
    return {
      recorded,
      known: mutations.length - recorded,
      unread: unread_count,
      ...(unread_count > 0 && { unread_because: unread }),
    };
  },
});

/** What clocks of banks and services may be ahead. */
const CLOCK_MINUTES = 5;

/** A mutation as it is recorded: no bank has booked what is of a day that lies ahead. */
function seenIn({ clock }: Context): (mutation: Mutation) => SeenMutation {
  const last_day = dateText(new Date(clock.now().getTime() + CLOCK_MINUTES * 60_000), 'Asia/Jakarta');
  return ({ ref, ...mutation }) => ({
    ...mutation,
    provider_ref: ref,
    is_pending: false,
    ...(mutation.day > last_day && { doubt: 'AHEAD' as const }),
  });
}

/** The mutations of each account: of that of the connection, unless they name another of the shop, or one that is none. */
async function byAccount(
  context: Context,
  bank_account_id: number,
  mutations: readonly Mutation[],
): Promise<{ account: MutationAccount; own: Mutation[] }[]> {
  const accounts = await shopAccounts(context);
  const connected = accounts.find(({ id }) => id === bank_account_id);
  const accountOf = (number: string | null): MutationAccount => {
    const isNamed = (one: { account_number: string }) =>
      number !== null && isSameAccount(one.account_number, number);
    if (connected !== undefined && (number === null || isNamed(connected)))
      return { bank_account_id, account_number: connected.account_number };
    const other = accounts.find(isNamed);
    return { bank_account_id: other?.id ?? null, account_number: number ?? '' };
  };
  const by_number = Map.groupBy(mutations, ({ account_number }) => account_number);
  return [...by_number].map(([number, own]) => ({ account: accountOf(number), own }));
}

async function noteCall(
  { db, shop, clock }: Context,
  provider: ProviderName,
  bank_account_id: number,
): Promise<void> {
  await db
    .updateTable('mutation_connections')
    .set({ received_at: clock.now() })
    .where('shop_id', '=', shop.id)
    .where('bank_account_id', '=', bank_account_id)
    .where('provider', '=', provider)
    .execute();
}

/**
 * A service is known by the secret in the address that it calls, and by its signature over what it says. The work is done in the
 * name of who connected it, or of an owner where this person does not work in the shop any more.
 * @returns undefined for what is no connection's address, is not signed, or is nothing that the service says
 */
export async function verifyMutationCallback(
  context: PublicContext,
  { headers, params, body }: SignedRequest,
): Promise<VerifiedCallback<Input> | undefined> {
  const token = params['connection'] ?? '';
  const shop_id = shopOfToken(token);
  if (shop_id === undefined) return undefined;
  const connection = await findConnection(context, shop_id, token);
  if (connection === undefined || connection.provider !== params['provider']) return undefined;
  const { provider, bank_account_id, user_id } = connection;
  const secret = context.secrets.open(MUTATION_SECRETS, { shop_id, bank_account_id }, connection.secret);
  const service = context.ports.mutationProviders[provider];
  if (!service.isSigned({ headers, body }, secret)) return undefined;
  const read = service.read(body);
  if (read === undefined) return undefined;
  return {
    shop_id,
    user_id,
    connection_id: bank_account_id,
    // The same call again, as where our answer was lost, is the same bytes.
    event_id: createHash('sha256').update(body).digest('base64url'),
    input: { provider, bank_account_id, mutations: read.mutations, unread: countsOf(read.unread) },
  };
}

function countsOf<Reason extends string>(reasons: readonly Reason[]): Partial<Record<Reason, number>> {
  const counts: Partial<Record<Reason, number>> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function findConnection({ db }: PublicContext, shop_id: number, token: string) {
  return db
    .selectFrom('mutation_connections as c')
    .innerJoin('bank_accounts as b', (join) =>
      join.on('b.shop_id', '=', shop_id).onRef('b.id', '=', 'c.bank_account_id'),
    )
    .innerJoin('users', (join) => join.on('users.shop_id', '=', shop_id).on('users.status', '=', 'ACTIVE'))
    .select(['c.provider', 'c.bank_account_id', 'c.secret', 'users.id as user_id'])
    .where('c.shop_id', '=', shop_id)
    .where('c.token_hash', '=', hashToken(token))
    .where('b.archived_at', 'is', null)
    .where((is) => is.or([is('users.id', '=', is.ref('c.user_id')), is('users.role', '=', 'owner')]))
    .orderBy((is) => is('users.id', '<>', is.ref('c.user_id')))
    .orderBy('users.id')
    .limit(1)
    .executeTakeFirst();
}
