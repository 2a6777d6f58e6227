import type { ProviderName } from '../../integrations/mutation/port.ts';
import type { Context } from '../../kernel/context.ts';
import { namedStatement } from '../../kernel/database/named-statement.ts';
import { accountKey, findKnown, type MutationAccount } from './known-mutations.ts';
import { recognise } from './recognise.ts';
import type { KnownMutation, SeenMutation } from './seen-mutation.ts';

export interface Recorded {
  id: number;
  /** It was not recorded before. */
  is_new: boolean;
}

/** Where mutations are seen. */
export interface MutationSource {
  account: MutationAccount;
  /** null: a statement. */
  provider: ProviderName | null;
  /** Those of these recorded ones that others of the same source are. */
  claimedOf?: (ids: readonly number[]) => Promise<ReadonlySet<number>>;
}

const insertMutations = namedStatement<
  Pick<KnownMutation, 'id' | 'amount_idr' | 'day' | 'direction' | 'occurrence'>,
  {
    shop_id: number;
    bank_account_id: number | null;
    account_key: string;
    provider: string | null;
    now: Date;
    rows: string;
  }
>(
  'insert_bank_mutations',
  (
    at,
  ) => `insert into bank_mutations (shop_id, bank_account_id, account_key, provider, provider_ref, day, at, direction,
    amount_idr, occurrence, description, search_text, balance_idr, is_pending, state, fault, created_at)
  select ${at.shop_id}, ${at.bank_account_id}::bigint, ${at.account_key}, case when row.provider_ref is not null then
    ${at.provider}::text end, row.provider_ref, row.day, row.at, row.direction, row.amount_idr, row.occurrence, row.description,
    search_form(' ' || row.description), row.balance_idr, row.is_pending,
    case when row.direction = 'DEBIT' then 'OUTGOING' when row.doubt is null then 'NEW' else 'QUEUED' end,
    case row.direction when 'CREDIT' then row.doubt end, ${at.now}
  from jsonb_to_recordset(${at.rows}::jsonb) as row (provider_ref text, day date, at timestamptz, direction text,
    amount_idr bigint, occurrence integer, description text, balance_idr bigint, is_pending boolean,
    doubt text)
  returning id, amount_idr, day, direction, occurrence`,
);

const completeMutations = namedStatement<object, { shop_id: number; provider: string | null; rows: string }>(
  'complete_bank_mutations',
  // What is booked is a payment now: what waited for that is looked at anew.
  (at) => `update bank_mutations as known
  set provider = coalesce(known.provider, case when seen.provider_ref is not null then ${at.provider}::text end),
    provider_ref = coalesce(known.provider_ref, seen.provider_ref),
    at = coalesce(known.at, seen.at), balance_idr = coalesce(known.balance_idr, seen.balance_idr),
    day = seen.day, occurrence = seen.occurrence, is_pending = seen.is_pending,
    state = case when known.is_pending and not seen.is_pending and known.state = 'QUEUED' and known.fault = 'PENDING'
      then 'NEW' else known.state end
  from jsonb_to_recordset(${at.rows}::jsonb) as seen (id bigint, provider_ref text, at timestamptz, balance_idr bigint, day date,
    occurrence integer, is_pending boolean)
  where known.shop_id = ${at.shop_id} and known.id = seen.id`,
);

/**
 * Records the mutations that a source shows, each once whoever shows it again: see `recognise`. The caller has locked the
 * account.
 * @returns the recorded one for each
 */
export async function recordMutations(
  context: Context,
  { account, provider, claimedOf }: MutationSource,
  seen: readonly SeenMutation[],
): Promise<Recorded[]> {
  const known = await findKnown(context, account, seen);
  const claimed = await claimedOf?.(known.map(({ id }) => id));
  const recognised = recognise(seen, known, provider, claimed);
  const last = new Map<string, number>();
  for (const one of known) last.set(groupOf(one), Math.max(last.get(groupOf(one)) ?? 0, one.occurrence));
  const nextOf = (mutation: SeenMutation) => {
    const occurrence = (last.get(groupOf(mutation)) ?? 0) + 1;
    last.set(groupOf(mutation), occurrence);
    return occurrence;
  };
  await complete(context, provider, seen, recognised, { known, nextOf });
  const fresh = seen.flatMap((mutation, place) =>
    recognised[place] === undefined ? [{ ...mutation, occurrence: nextOf(mutation) }] : [],
  );
  const ids = await insert(context, { account, provider }, fresh);
  let place = 0;
  return recognised.map((id) => {
    if (id !== undefined) return { id, is_new: false };
    const mutation = fresh[place];
    place += 1;
    const inserted = mutation && ids.get(`${groupOf(mutation)} ${mutation.occurrence}`);
    if (inserted === undefined) throw new Error('a mutation was not recorded');
    return { id: inserted, is_new: true };
  });
}

/** Those that are alike but for their occurrence. */
function groupOf({
  day,
  direction,
  amount_idr,
}: Pick<SeenMutation, 'day' | 'direction' | 'amount_idr'>): string {
  return `${day} ${direction} ${amount_idr}`;
}

/** What a source says beyond what is recorded: the ID of a service, the time, the balance, and that it is booked. */
async function complete(
  context: Context,
  provider: ProviderName | null,
  seen: readonly SeenMutation[],
  recognised: readonly (number | undefined)[],
  { known, nextOf }: { known: readonly KnownMutation[]; nextOf: (mutation: SeenMutation) => number },
): Promise<void> {
  const by_id = new Map(known.map((one) => [one.id, one]));
  const rows = seen.flatMap((mutation, place) => {
    const one = by_id.get(recognised[place] ?? 0);
    if (one === undefined) return [];
    const is_booked = one.is_pending && !mutation.is_pending;
    const is_named = mutation.provider_ref !== null && one.provider_ref === null;
    const is_told = mutation.balance_idr !== null && one.balance_idr === null;
    if (!is_booked && !is_named && !is_told) return [];
    const { id, is_pending, day, occurrence } = one;
    const { provider_ref, at, balance_idr } = mutation;
    const moves = is_booked && mutation.day !== day;
    return [
      {
        id,
        provider_ref,
        at,
        balance_idr,
        day: moves ? mutation.day : day,
        occurrence: moves ? nextOf(mutation) : occurrence,
        is_pending: is_pending && !is_booked,
      },
    ];
  });
  if (rows.length === 0) return;
  await completeMutations.run(context.db, { shop_id: context.shop.id, provider, rows: JSON.stringify(rows) });
}

async function insert(
  context: Context,
  { account, provider }: Pick<MutationSource, 'account' | 'provider'>,
  fresh: readonly (SeenMutation & { occurrence: number })[],
): Promise<Map<string, number>> {
  if (fresh.length === 0) return new Map();
  const rows = await insertMutations.run(context.db, {
    shop_id: context.shop.id,
    bank_account_id: account.bank_account_id,
    account_key: accountKey(account),
    provider,
    now: context.clock.now(),
    rows: JSON.stringify(fresh),
  });
  return new Map(rows.map((row) => [`${groupOf(row)} ${row.occurrence}`, row.id]));
}
