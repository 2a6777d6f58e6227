import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { withSavepoint } from '../../kernel/database/savepoint.ts';
import { Refusal } from '../../kernel/errors.ts';
import { defineJob, type JobRun } from '../../kernel/jobs/job.ts';
import { lockPayment, receiveMoney, type MoneyOutcome } from '../checkout/index.ts';
import { findPaymentsOf, paymentThatIsMeant, type Verdict } from './payments-of-mutation.ts';
import { causeOfMatch, isTaken, storeMatches } from './store-match.ts';

/** Mutations that are looked at in one transaction. */
const BATCH = 500;

/** Matches what has come in and was not looked at yet; what pays nothing by itself goes into the queue, with why. */
export async function matchAllNew(context: Context, run: Pick<JobRun, 'progress'>): Promise<number> {
  let done = 0;
  for (;;) {
    await run.progress(done);
    const { count, paying } = await context.transaction(matchNext);
    for (const id of paying) await payWith(context, id);
    if (count === 0) return done;
    done += count;
  }
}

export const matchMutationsJob = defineJob({
  name: 'match-mutations',
  input: z.object({}),
  run: async (context, _input, run) => ({ mutations: await matchAllNew(context, run) }),
});

interface NewMutation {
  id: number;
  is_pending: boolean;
  bank_account_id: number | null;
  amount_idr: number;
  received_at: Date;
}

/** @returns how many were looked at, and those of them that pay, which stay NEW */
async function matchNext(context: Context): Promise<{ count: number; paying: number[] }> {
  const batch = await lockNew(context);
  const verdicts = await judge(context, batch);
  const paying = batch.filter(({ id }) => verdicts.get(id)?.payment_id !== undefined);
  const queued = batch.flatMap(({ id }) => {
    const fault = verdicts.get(id)?.fault;
    return fault === undefined ? [] : [{ id, fault }];
  });
  await queue(context, queued);
  return { count: batch.length, paying: paying.map(({ id }) => id) };
}

/** Lets one mutation pay, or queues it, in a transaction of its own: once, however many look at it at the same time. */
async function payWith(context: Context, id: number): Promise<void> {
  await context.transaction(async (inner) => {
    const [mutation] = await lockNew(inner, id);
    if (mutation === undefined) return;
    const seen = await judgeOne(inner, mutation);
    if (seen.payment_id !== undefined) await lockPayment(inner, seen.payment_id);
    // Another mutation may have paid it until it was locked, or the seller may have rejected its orders.
    const verdict = await judgeOne(inner, mutation);
    const { payment_id } = verdict;
    if (payment_id === undefined || payment_id !== seen.payment_id) {
      await queue(inner, [{ id, fault: verdict.fault ?? 'SEVERAL' }]);
      return;
    }
    const cause = await causeOfMatch(inner, id);
    const outcome = await receive(inner, mutation, payment_id, cause);
    const { amount_idr } = mutation;
    if (outcome !== 'REFUSED' && isTaken(outcome))
      await storeMatches(
        inner,
        { ...mutation, matched_idr: 0 },
        [{ buyer_payment_id: payment_id, cause, outcome, amount_idr }],
        null,
      );
    else await queue(inner, [{ id, fault: outcome === 'WRONG_AMOUNT' ? outcome : 'REFUSED' }]);
  });
}

async function receive(
  context: Context,
  { amount_idr, received_at }: NewMutation,
  payment_id: number,
  cause: string,
): Promise<MoneyOutcome | 'REFUSED'> {
  try {
    return await withSavepoint(context, (inner) =>
      receiveMoney(inner, { payment_id, cause, source: 'MUTATION', purse: 'BANK', amount_idr, received_at }),
    );
  } catch (error) {
    // An order of the payment does not allow it: somebody has to look.
    if (error instanceof Refusal) return 'REFUSED';
    throw error;
  }
}

/** Locks new mutations, those of the newest days first; what another run holds is that run's. */
async function lockNew({ db, shop }: Context, id?: number): Promise<NewMutation[]> {
  const { rows } = await sql<NewMutation>`
    select one.id, one.is_pending, one.bank_account_id, one.amount_idr,
      coalesce(one.at, one.day::timestamp at time zone 'Asia/Jakarta') as received_at
    from bank_mutations as one
    where one.shop_id = ${shop.id} and one.state = 'NEW' ${id === undefined ? sql`` : sql`and one.id = ${id}`}
    order by one.day desc, one.id desc limit ${sql.lit(BATCH)} for update skip locked`.execute(db);
  return rows;
}

/** What each mutation pays, or why it pays nothing. */
async function judge(context: Context, batch: readonly NewMutation[]): Promise<Map<number, Verdict>> {
  const asked = batch.filter(({ is_pending, bank_account_id }) => !is_pending && bank_account_id !== null);
  const payments = Map.groupBy(
    await findPaymentsOf(
      context,
      asked.map(({ id }) => id),
    ),
    ({ mutation_id }) => mutation_id,
  );
  return new Map(
    batch.map(({ id, is_pending, bank_account_id }): [number, Verdict] => {
      if (is_pending) return [id, { fault: 'PENDING' }];
      if (bank_account_id === null) return [id, { fault: 'UNKNOWN_ACCOUNT' }];
      return [id, paymentThatIsMeant(payments.get(id) ?? [])];
    }),
  );
}

async function judgeOne(context: Context, mutation: NewMutation): Promise<Verdict> {
  return (await judge(context, [mutation])).get(mutation.id) ?? { fault: 'UNKNOWN' };
}

async function queue({ db, shop }: Context, queued: readonly { id: number; fault: string }[]): Promise<void> {
  if (queued.length === 0) return;
  await sql`
    update bank_mutations as m set state = 'QUEUED', fault = one.fault
    from jsonb_to_recordset(${JSON.stringify(queued)}::jsonb) as one (id bigint, fault text)
    where m.shop_id = ${shop.id} and m.id = one.id`.execute(db);
}
