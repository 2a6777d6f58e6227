import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineJob, type JobRun } from '../../kernel/jobs/job.ts';

/** Mutations that are looked at in one transaction. */
const BATCH = 500;

/** Matches what has come in and was not looked at yet; what pays nothing by itself goes into the queue, with why. */
export async function matchAllNew(context: Context, run: Pick<JobRun, 'progress'>): Promise<number> {
  let done = 0;
  for (;;) {
    await run.progress(done);
    const count = await context.transaction(matchNext);
    if (count === 0) return done;
    done += count;
  }
}

export const matchMutationsJob = defineJob({
  name: 'match-mutations',
  input: z.object({}),
  run: async (context, _input, run) => ({ mutations: await matchAllNew(context, run) }),
});

/** @returns how many were looked at */
async function matchNext({ db, shop }: Context): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    update bank_mutations as m
    set state = 'QUEUED', fault = case when m.is_pending then 'PENDING' when m.bank_account_id is null then 'UNKNOWN_ACCOUNT'
      else 'UNKNOWN' end
    where m.shop_id = ${shop.id} and m.id in (
      select one.id from bank_mutations as one where one.shop_id = ${shop.id} and one.state = 'NEW'
      order by one.day desc, one.id desc limit ${sql.lit(BATCH)} for update skip locked)
    returning m.id`.execute(db);
  return rows.length;
}
