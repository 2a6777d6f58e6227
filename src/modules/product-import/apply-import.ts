import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { planForGrowth } from '../../kernel/database/plan-for-growth.ts';
import { Refusal } from '../../kernel/errors.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { defineJob, type JobRun } from '../../kernel/jobs/job.ts';
import { changeProducts, giveCategories, productRow, storeProducts, variationRow } from '../catalog/index.ts';
import { setLevels } from '../stock/index.ts';
import { importErrors } from './errors.ts';
import { getImport } from './get-import.ts';
import { countOutcomes, writeOutcomes, type RowOutcome } from './import-rows.ts';
import { columnsOf, lockImport, needStatus, setImport } from './import-state.ts';
import { lockFacts } from './load-facts.ts';
import { eachChunk, restOf, storePreview, type CheckedPlan } from './preview.ts';
import { statedLevels } from './raw-product.ts';
import type { ApplyImportInput, ImportDetail } from './schemas.ts';

/**
 * Queues a job that applies a checked import.
 * @throws Refusal 404 if it does not belong to the shop; 409 if it is not READY; 422 if rows are invalid without
 *   `partial`, or all are
 */
export async function applyImport(
  context: Context,
  input: z.output<typeof ApplyImportInput>,
): Promise<z.input<typeof ImportDetail>> {
  return context.transaction(async (inner) => {
    needStatus(await lockImport(inner, input.id), 'READY');
    const { counts } = await getImport(inner, input);
    if (counts.wrong > 0 && !input.partial)
      throw importErrors.refuse('import_has_faults', { count: counts.wrong });
    if (counts.created + counts.changed === 0) throw importErrors.refuse('import_nothing');
    const job_id = await enqueue(inner, applyJob, input);
    await setImport(inner, input.id, { status: 'APPLYING', job_id });
    return getImport(inner, input);
  });
}

/** Rows have become wrong since they were shown: what was applied of the import is rolled back. */
class ImportChanged extends Error {}

/**
 * Applies the whole import in one transaction, to the current data of the shop: concurrent edits and orders happen
 * before or after it. If a row has become invalid since the preview and `partial` is not set, nothing is applied, and
 * the import is READY again with the errors.
 */
export const applyJob = defineJob({
  name: 'apply-product-import',
  is_told: true,
  input: z.object({ id: z.int(), partial: z.boolean() }),
  async run(context, input, run) {
    try {
      await context.transaction((inner) => applyAll(inner, input, run));
    } catch (error) {
      if (!(error instanceof ImportChanged)) throw error;
      const count = await context.transaction((inner) => showAgain(inner, input.id));
      throw count > 0
        ? importErrors.refuse('import_has_faults', { count })
        : importErrors.refuse('import_nothing');
    }
    return { import_id: input.id };
  },
});

async function applyAll(
  open: Context,
  { id, partial }: { id: number; partial: boolean },
  run: JobRun,
): Promise<void> {
  // All that it writes is of one moment: products of another have been touched since.
  const applied_at = open.clock.now();
  const context = { ...open, clock: { now: () => applied_at } };
  const found = await lockImport(context, id);
  if (found.status !== 'APPLYING') return;
  const columns = columnsOf(found);
  const wanted: WantedCategories = new Map();
  let done = 0;
  let applied = 0;
  /** Rows for which the plans were made: those for half as many would read too much. */
  let planned = -1;
  const apply = async (plan: CheckedPlan) => {
    if (done > 2 * planned) {
      await planForGrowth(context);
      planned = done;
    }
    if (plan.faults.length > 0 && !partial) throw new ImportChanged();
    const outcomes = [...(await create(context, plan)), ...(await change(context, id, plan))];
    noteCategories(wanted, plan, outcomes);
    await writeOutcomes(context, id, [...outcomes, ...restOf(plan, columns)]);
    done += plan.rows.length;
    applied += outcomes.length;
    await run.progress(done, found.row_total);
  };
  await eachChunk(context, id, columns, apply, lockFacts);
  if (applied === 0) throw new ImportChanged();
  await countOutcomes(context, id);
  await noteNewestEntry(context, id);
  const added_category_ids = await categorise(context, wanted);
  const new_categories = [...wanted.values()].map(({ name }) => name);
  await setImport(context, id, { status: 'APPLIED', applied_at, new_categories, added_category_ids });
}

/** Categories that the shop did not have, by name in lower case, with the products that are to have them. */
type WantedCategories = Map<string, { name: string; product_ids: number[] }>;

function noteCategories(wanted: WantedCategories, plan: CheckedPlan, outcomes: readonly RowOutcome[]): void {
  const products = new Map(outcomes.map(({ row_number, product_id }) => [row_number, product_id]));
  for (const { rows, new_category: name } of [...plan.created, ...plan.changed]) {
    const product_id = products.get(rows[0]?.row_number ?? 0);
    if (name === undefined || typeof product_id !== 'number') continue;
    const known = wanted.get(name.toLowerCase());
    if (known === undefined) wanted.set(name.toLowerCase(), { name, product_ids: [product_id] });
    else known.product_ids.push(product_id);
  }
}

/** @throws ImportChanged where others have added so many meanwhile that the shop may not have these */
async function categorise(context: Context, wanted: WantedCategories): Promise<number[]> {
  try {
    return await giveCategories(context, [...wanted.values()]);
  } catch (error) {
    throw error instanceof Refusal ? new ImportChanged() : error;
  }
}

/** @returns how many rows are wrong now */
async function showAgain(context: Context, id: number): Promise<number> {
  const found = await lockImport(context, id);
  await storePreview(context, id, columnsOf(found));
  await setImport(context, id, { status: 'READY' });
  return (await getImport(context, { id })).counts.wrong;
}

async function create(context: Context, plan: CheckedPlan): Promise<RowOutcome[]> {
  const { stored, faults } = await storeProducts(
    context,
    plan.created.map(({ product }) => product),
    plan.skus,
  );
  // Somebody took a SKU this moment: all is rolled back, and the next run sees it.
  if (faults.length > 0) throw new Refusal([{ code: 'unavailable' }]);
  return plan.created.flatMap(({ rows }, index) =>
    rows.map((row, place) => ({
      row_number: row.row_number,
      outcome: 'NEW' as const,
      faults: [],
      product_id: stored[index]?.product_id ?? 0,
      variation_id: stored[index]?.product_meta_id[place] ?? 0,
      before: null,
    })),
  );
}

async function change(context: Context, id: number, plan: CheckedPlan): Promise<RowOutcome[]> {
  const { changed } = plan;
  await changeProducts(
    context,
    changed.map(({ product, existing }) => ({
      product_id: existing[0]?.product_id ?? 0,
      product: productRow(product),
      wholesale: product.wholesale,
      variations: product.variations.map((variation, place) => ({
        id: existing[place]?.variation_id ?? 0,
        ...variationRow(product, variation, String(existing[place]?.variation['sku'])),
      })),
    })),
  );
  const targets = changed.flatMap(({ rows, product, existing }) =>
    product.product_type === 'S'
      ? rows.flatMap((row, place) =>
          [...statedLevels(row)].map(([warehouse_id, quantity]) => ({
            variation_id: existing[place]?.variation_id ?? 0,
            warehouse_id,
            quantity,
          })),
        )
      : [],
  );
  const before = await setLevels(context, targets, {
    reason: 'IMPORT',
    description: `Product import ${id}`,
  });
  const levels = new Map<number, Record<string, number>>();
  for (const [index, { variation_id, warehouse_id }] of targets.entries())
    levels.set(variation_id, { ...levels.get(variation_id), [warehouse_id]: before[index] ?? 0 });
  return changed.flatMap(({ rows, existing }) =>
    rows.map((row, place) => {
      const found = existing[place];
      return {
        row_number: row.row_number,
        outcome: 'CHANGED' as const,
        faults: [],
        product_id: found?.product_id ?? 0,
        variation_id: found?.variation_id ?? 0,
        before: {
          product: found?.product,
          variation: found?.variation,
          levels: levels.get(found?.variation_id ?? 0) ?? {},
        },
      };
    }),
  );
}

/** Notes the newest entry of the ledger for the goods of the import: what is newer was not done by it. */
async function noteNewestEntry({ db, shop }: Context, id: number): Promise<void> {
  await sql`
    update product_imports as done set ledger_at = newest.created_at, ledger_id = newest.id
    from (
      select entry.created_at, entry.id
      from product_import_rows row
      join stock_ledger entry on entry.shop_id = ${shop.id} and entry.variation_id = row.variation_id
      where row.shop_id = ${shop.id} and row.import_id = ${id}
      order by entry.created_at desc, entry.id desc limit 1
    ) as newest
    where done.shop_id = ${shop.id} and done.id = ${id}`.execute(db);
}
