import { z } from 'zod';
import type { Context } from '../../../../kernel/context.ts';
import { namedStatement } from '../../../../kernel/database/named-statement.ts';
import { kernelErrors } from '../../../../kernel/errors.ts';
import { enqueue } from '../../../../kernel/jobs/enqueue.ts';
import { defineJob, type JobRun } from '../../../../kernel/jobs/job.ts';
import { emit } from '../../../../kernel/outbox.ts';
import { holdToLimit } from '../../../../kernel/shop-limit.ts';
import { tariffErrors } from '../errors.ts';
import { tariffLimits } from '../limits.ts';
import { pricedServices } from '../priced-services.ts';
import { getTariffImport } from './read-imports.ts';
import { TariffImportIdInput, type ApplyTariffImportInput, type TariffImport } from './schemas.ts';

/** Rows that one statement applies. */
const SLICE = 5_000;

const applySlice = namedStatement<
  object,
  {
    shop_id: number;
    import_id: number;
    after: number;
    up_to: number;
    service_ids: readonly number[];
    now: Date;
  }
>(
  'apply_tariff_import_rows',
  (
    at,
  ) => `insert into tariffs (shop_id, service_id, destination, origin_code, first_kg_idr, next_kg_idr, min_kg, min_days,
    max_days, updated_at)
  select ${at.shop_id}, service_id, destination, origin_code, first_kg_idr, next_kg_idr, min_kg, min_days, max_days, ${at.now}
  from tariff_import_rows
  where shop_id = ${at.shop_id} and import_id = ${at.import_id} and row_number > ${at.after} and row_number <= ${at.up_to}
    and outcome <> 'WRONG'
    -- A custom courier may have been deleted since the file was read.
    and service_id = any(${at.service_ids}::bigint[])
  on conflict (shop_id, service_id, destination, origin_code) do update
  set first_kg_idr = excluded.first_kg_idr, next_kg_idr = excluded.next_kg_idr, min_kg = excluded.min_kg,
    min_days = excluded.min_days, max_days = excluded.max_days, updated_at = excluded.updated_at`,
);

/**
 * Sets the rows of a checked import; large ones by a job. What the tariff has been changed to meanwhile is overwritten:
 * the file says the prices, not what to do.
 * @throws Refusal 404 if it does not belong to the shop; 409 if it is not READY; 422 if rows are invalid without
 *   `partial`, all are, or the shop would have too many rows
 */
export async function applyTariffImport(
  context: Context,
  input: z.output<typeof ApplyTariffImportInput>,
): Promise<z.input<typeof TariffImport>> {
  return context.transaction(async (inner) => {
    const found = await lockImport(inner, input.id);
    if (found.status !== 'READY') throw tariffErrors.refuse('tariff_import_status', { status: found.status });
    if (found.wrong > 0 && !input.partial)
      throw tariffErrors.refuse('tariff_import_has_faults', { count: found.wrong });
    if (found.wrong === found.row_total) throw tariffErrors.refuse('tariff_import_nothing');
    await holdToTariffRows(inner, found.created);
    if (found.row_total <= tariffLimits.tariff_import_rows_at_once) await applyAll(inner, input.id);
    else {
      const job_id = await enqueue(inner, applyTariffJob, { id: input.id });
      await setImport(inner, input.id, { status: 'APPLYING', job_id });
    }
    return getTariffImport(inner, input);
  });
}

/** Applies the import in one transaction; run again, it finds it APPLIED and does nothing. */
export const applyTariffJob = defineJob({
  name: 'apply-tariff-import',
  is_told: true,
  input: TariffImportIdInput,
  async run(context, { id }, run) {
    await context.transaction(async (inner) => {
      const found = await lockImport(inner, id);
      if (found.status === 'APPLYING') await applyAll(inner, id, run);
    });
    return { import_id: id };
  },
});

async function applyAll(context: Context, id: number, run?: JobRun): Promise<void> {
  const { db, shop, clock } = context;
  const { last } = await db
    .selectFrom('tariff_import_rows')
    .select(({ fn }) => fn.max('row_number').as('last'))
    .where('shop_id', '=', shop.id)
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow();
  const service_ids = [...(await pricedServices(context, true)).keys()];
  for (let after = 0; after < last; after += SLICE) {
    await applySlice.run(db, {
      shop_id: shop.id,
      import_id: id,
      after,
      up_to: after + SLICE,
      service_ids,
      now: clock.now(),
    });
    await run?.progress(Math.min(after + SLICE, last), last);
  }
  await setImport(context, id, { status: 'APPLIED', applied_at: clock.now() });
  const { row_total, wrong } = await lockImport(context, id);
  await emit(context, 'tariff.imported', id, { rows: row_total - wrong });
}

async function holdToTariffRows(context: Context, adding: number): Promise<void> {
  const { db, shop } = context;
  const having = db.selectFrom('tariffs').where('shop_id', '=', shop.id);
  await holdToLimit(context, tariffLimits.tariff_rows, having, adding);
}

/** @throws Refusal 404 if it does not belong to the shop */
async function lockImport(context: Context, id: number) {
  const found = await context.db
    .selectFrom('tariff_imports')
    .selectAll()
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined) throw kernelErrors.refuse('not_found');
  return found;
}

async function setImport(
  context: Context,
  id: number,
  changes: { status: 'APPLYING' | 'APPLIED'; job_id?: number; applied_at?: Date },
): Promise<void> {
  await context.db
    .updateTable('tariff_imports')
    .set(changes)
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', id)
    .execute();
}
