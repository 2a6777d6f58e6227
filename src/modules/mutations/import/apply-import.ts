import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { emit } from '../../../kernel/outbox.ts';
import { mutationErrors } from '../errors.ts';
import { lockAccount, type MutationAccount } from '../known-mutations.ts';
import { mutationLimits } from '../limits.ts';
import { matchMutationsJob } from '../match-new.ts';
import { recordMutations } from '../record-mutations.ts';
import { claimedBy, nextRows, writeResults } from './import-rows.ts';
import {
  lockMutationImport,
  needStatus,
  setMutationImport,
  type MutationImportState,
} from './import-state.ts';
import { getMutationImport } from './read-imports.ts';
import { MutationImportIdInput, type MutationImport } from './schemas.ts';

/**
 * Records the new mutations of a statement; many by a job. Every row is looked up again, so that what another statement or a
 * service has shown since is not recorded twice.
 * @throws Refusal 404 if the shop has no such import; 409 if it is not READY; 422 if nothing of it is new
 */
export async function applyMutationImport(
  context: Context,
  { id }: z.output<typeof MutationImportIdInput>,
): Promise<z.input<typeof MutationImport>> {
  return context.transaction(async (inner) => {
    const found = await lockMutationImport(inner, id);
    needStatus(found, 'READY');
    if (found.fresh === 0) throw mutationErrors.refuse('mutation_import_nothing');
    if (found.row_total <= mutationLimits.mutation_rows_at_once) {
      await applyBehind(inner, found, 0);
      await finish(inner, id);
    } else {
      const job_id = await enqueue(inner, applyMutationsJob, { id });
      await setMutationImport(inner, id, { status: 'APPLYING', job_id });
    }
    return getMutationImport(inner, { id });
  });
}

/** Applies batch after batch, each in a transaction with what is noted of it: run again, it goes on where it was. */
export const applyMutationsJob = defineJob({
  name: 'apply-mutation-import',
  is_told: true,
  input: MutationImportIdInput,
  async run(context, { id }, run) {
    const total = (await getMutationImport(context, { id })).counts.rows;
    let after: number | undefined = 0;
    let done = 0;
    while (after !== undefined) {
      await run.progress(Math.min(done, total), total);
      const behind: number = after;
      after = await context.transaction(async (inner) => {
        const found = await lockMutationImport(inner, id);
        if (found.status !== 'APPLYING') return undefined;
        const last = await applyBehind(inner, found, behind);
        if (last === undefined) await finish(inner, id);
        return last;
      });
      done = after ?? total;
    }
    await run.progress(total, total);
    return { import_id: id };
  },
});

/** @returns the last row that was worked; undefined if none was left */
async function applyBehind(
  context: Context,
  { id, bank_account_id }: MutationImportState,
  after: number,
): Promise<number | undefined> {
  await lockAccount(context, bank_account_id);
  const rows = await nextRows(context, id, ['NEW', 'KNOWN'], after);
  const last = rows.at(-1)?.row_number;
  if (last === undefined) return undefined;
  const source = {
    account: await accountOf(context, bank_account_id),
    provider: null,
    claimedOf: (ids: readonly number[]) => claimedBy(context, id, after, ids),
  };
  const recorded = await recordMutations(context, source, rows);
  const results = rows.flatMap(({ row_number }, place) => {
    const one = recorded[place];
    return one === undefined
      ? []
      : [
          {
            row_number,
            outcome: one.is_new ? ('RECORDED' as const) : ('KNOWN' as const),
            fault: null,
            mutation_id: one.id,
          },
        ];
  });
  await writeResults(context, id, results);
  return last;
}

async function accountOf({ db, shop }: Context, bank_account_id: number): Promise<MutationAccount> {
  const { account_number } = await db
    .selectFrom('bank_accounts')
    .select('account_number')
    .where('shop_id', '=', shop.id)
    .where('id', '=', bank_account_id)
    .executeTakeFirstOrThrow();
  return { bank_account_id, account_number };
}

async function finish(context: Context, id: number): Promise<void> {
  const { db, shop } = context;
  const { recorded, known } = await db
    .selectFrom('mutation_import_rows')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('outcome', '=', 'RECORDED').as('recorded'),
      fn.countAll<number>().filterWhere('outcome', '=', 'KNOWN').as('known'),
    ])
    .where('shop_id', '=', shop.id)
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  const applied_at = context.clock.now();
  await setMutationImport(context, id, { status: 'APPLIED', applied_at, fresh: 0, recorded, known });
  await emit(context, 'bank_mutations.imported', id, { recorded, known });
  await enqueue(context, matchMutationsJob, {});
}
