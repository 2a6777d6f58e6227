import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { enqueue } from '../../../kernel/jobs/enqueue.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { emit } from '../../../kernel/outbox.ts';
import { lockAccount } from '../known-mutations.ts';
import { mutationLimits } from '../limits.ts';
import { nextRows, writeResults, type KeptFault, type RowResult } from './import-rows.ts';
import { lockMutationImport, needStatus, setMutationImport } from './import-state.ts';
import { getMutationImport } from './read-imports.ts';
import { MutationImportIdInput, type MutationImport } from './schemas.ts';

/**
 * Removes the mutations that an import has recorded; many by a job. Those that were matched since, or that another statement or a
 * service has shown too, stay, and their rows say so.
 * @throws Refusal 404 if the shop has no such import; 409 if it is not APPLIED
 */
export async function undoMutationImport(
  context: Context,
  { id }: z.output<typeof MutationImportIdInput>,
): Promise<z.input<typeof MutationImport>> {
  return context.transaction(async (inner) => {
    const found = await lockMutationImport(inner, id);
    needStatus(found, 'APPLIED');
    if (found.recorded <= mutationLimits.mutation_rows_at_once) {
      await undoNext(inner, id, found.bank_account_id);
      await finish(inner, id);
    } else {
      const job_id = await enqueue(inner, undoMutationsJob, { id });
      await setMutationImport(inner, id, { status: 'UNDOING', job_id });
    }
    return getMutationImport(inner, { id });
  });
}

/** Undoes batch after batch, each in a transaction with what is noted of it: run again, it goes on where it was. */
export const undoMutationsJob = defineJob({
  name: 'undo-mutation-import',
  is_told: true,
  input: MutationImportIdInput,
  async run(context, { id }, run) {
    const total = (await getMutationImport(context, { id })).counts.recorded;
    let done = 0;
    let is_done = false;
    while (!is_done) {
      await run.progress(Math.min(done, total), total);
      const rows = await context.transaction(async (inner) => {
        const found = await lockMutationImport(inner, id);
        if (found.status !== 'UNDOING') return 0;
        const count = await undoNext(inner, id, found.bank_account_id);
        if (count === 0) await finish(inner, id);
        return count;
      });
      done += rows;
      is_done = rows === 0;
    }
    await run.progress(total, total);
    return { import_id: id };
  },
});

/** @returns how many rows were worked */
async function undoNext(context: Context, import_id: number, bank_account_id: number): Promise<number> {
  await lockAccount(context, bank_account_id);
  const rows = await nextRows(context, import_id, ['RECORDED']);
  const ids = rows.flatMap(({ mutation_id }) => mutation_id ?? []);
  const kept = await keptOf(context, import_id, ids);
  const removed = ids.filter((id) => !kept.has(id));
  await context.db
    .deleteFrom('bank_mutations')
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', sql<number>`any(${removed}::bigint[])`)
    .execute();
  await writeResults(
    context,
    import_id,
    rows.map(({ row_number, mutation_id }): RowResult => {
      const fault = kept.get(mutation_id ?? 0) ?? null;
      return fault === null
        ? { row_number, outcome: 'UNDONE', fault, mutation_id: null }
        : { row_number, outcome: 'KEPT', fault, mutation_id };
    }),
  );
  return rows.length;
}

/** Those of the mutations that stay, with why. They are locked, so that none of the others is matched meanwhile. */
async function keptOf(
  context: Context,
  import_id: number,
  ids: readonly number[],
): Promise<Map<number, KeptFault>> {
  const { rows } = await sql<{ id: number; fault: KeptFault | null }>`
    select m.id, case
      when m.state = 'MATCHED' or exists (select 1 from mutation_matches as one
        where one.shop_id = ${context.shop.id} and one.mutation_id = m.id) then 'MATCHED'
      when m.provider_ref is not null or exists (select 1 from mutation_import_rows as other
        where other.shop_id = ${context.shop.id} and other.mutation_id = m.id and other.import_id <> ${import_id}
          and other.outcome in ('KNOWN', 'RECORDED', 'KEPT')
          and exists (select 1 from mutation_imports as i where i.shop_id = ${context.shop.id} and i.id = other.import_id
            and i.status in ('APPLYING', 'APPLIED'))) then 'SHOWN_AGAIN' end as fault
    from bank_mutations as m
    where m.shop_id = ${context.shop.id} and m.id = any(${ids}::bigint[])
    order by m.id for update`.execute(context.db);
  return new Map(rows.flatMap(({ id, fault }) => (fault === null ? [] : [[id, fault] as const])));
}

async function finish(context: Context, id: number): Promise<void> {
  const { db, shop } = context;
  const { undone, kept } = await db
    .selectFrom('mutation_import_rows')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('outcome', '=', 'UNDONE').as('undone'),
      fn.countAll<number>().filterWhere('outcome', '=', 'KEPT').as('kept'),
    ])
    .where('shop_id', '=', shop.id)
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  await setMutationImport(context, id, {
    status: 'UNDONE',
    undone_at: context.clock.now(),
    recorded: 0,
    undone,
    kept,
  });
  await emit(context, 'bank_mutations.import_undone', id, { removed: undone, kept });
}
