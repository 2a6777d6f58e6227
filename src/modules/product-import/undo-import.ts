import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { planForGrowth } from '../../kernel/database/plan-for-growth.ts';
import { enqueue } from '../../kernel/jobs/enqueue.ts';
import { defineJob, type JobRun } from '../../kernel/jobs/job.ts';
import {
  archiveProducts,
  changeProducts,
  CreateProductInput,
  deleteUnusedCategories,
  productRow,
  variationRow,
} from '../catalog/index.ts';
import { setLevels } from '../stock/index.ts';
import { importErrors } from './errors.ts';
import { getImport } from './get-import.ts';
import { lockProducts } from './load-facts.ts';
import { lockImport, needStatus, setImport } from './import-state.ts';
import type { Raw } from './read/import-row.ts';
import { ImportIdInput, type ImportDetail } from './schemas.ts';

/**
 * Queues a job that undoes an applied import: what it created is deleted, and what it changed is restored.
 * @throws Refusal 404 if it does not belong to the shop; 409 if it is not APPLIED, or any of its products was changed,
 *   sold or moved since
 */
export async function undoImport(
  context: Context,
  input: z.output<typeof ImportIdInput>,
): Promise<z.input<typeof ImportDetail>> {
  return context.transaction(async (inner) => {
    const found = await lockImport(inner, input.id);
    needStatus(found, 'APPLIED');
    await refuseTouched(inner, found);
    const job_id = await enqueue(inner, undoJob, input);
    await setImport(inner, input.id, { status: 'UNDOING', job_id });
    return getImport(inner, input);
  });
}

/** Undoes all of it in one transaction, or nothing where somebody came in between: then it is APPLIED again. */
export const undoJob = defineJob({
  name: 'undo-product-import',
  is_told: true,
  input: ImportIdInput,
  async run(context, { id }, run) {
    await run.progress(0);
    const refusal = await context.transaction(async (inner) => {
      const found = await lockImport(inner, id);
      if (found.status !== 'UNDOING') return undefined;
      await planForGrowth(inner);
      const rows = await doneRows(inner, id);
      await lockProducts(
        inner,
        rows.map((row) => row.product_id),
      );
      const touched = await touchedBy(inner, found);
      if (touched.count > 0) {
        await setImport(inner, id, { status: 'APPLIED' });
        return importErrors.refuse('import_touched', touched);
      }
      await putBackAll(inner, id, rows, run);
      await deleteUnusedCategories(inner, found.added_category_ids, found.new_categories);
      await setImport(inner, id, { status: 'UNDONE', undone_at: inner.clock.now() });
      return undefined;
    });
    if (refusal !== undefined) throw refusal;
    return { import_id: id };
  },
});

interface DoneRow {
  product_id: number;
  variation_id: number;
  before: { product: Raw; variation: Raw; levels: Record<string, number> } | null;
}

async function doneRows(context: Context, id: number): Promise<DoneRow[]> {
  return context.db
    .selectFrom('product_import_rows')
    .select([
      sql<number>`product_id`.as('product_id'),
      sql<number>`variation_id`.as('variation_id'),
      sql<DoneRow['before']>`before`.as('before'),
    ])
    .where('shop_id', '=', context.shop.id)
    .where('import_id', '=', id)
    .where('variation_id', 'is not', null)
    .orderBy('product_row')
    .orderBy('row_number')
    .execute();
}

/** Rows that are put back at a time, and those of the last product with them. */
const CHUNK = 1_500;

async function putBackAll(
  context: Context,
  id: number,
  rows: readonly DoneRow[],
  run: JobRun,
): Promise<void> {
  let first = 0;
  while (first < rows.length) {
    const last = rows[Math.min(first + CHUNK, rows.length) - 1]?.product_id;
    const end = rows.findLastIndex((row) => row.product_id === last) + 1;
    await putBack(context, id, rows.slice(first, end));
    first = end;
    await run.progress(end, rows.length);
  }
}

async function putBack(context: Context, id: number, rows: readonly DoneRow[]): Promise<void> {
  const why = { reason: 'IMPORT', description: `Product import ${id} undone` } as const;
  const created = rows.filter((row) => row.before === null);
  const levels = await context.db
    .selectFrom('stock_levels')
    .select(['variation_id', 'warehouse_id'])
    .where('shop_id', '=', context.shop.id)
    .where('variation_id', '=', sql<number>`any(${created.map((row) => row.variation_id)}::bigint[])`)
    .where('quantity', '>', 0)
    .execute();
  const changed = rows.flatMap(({ before, ...row }) => (before === null ? [] : [{ ...row, before }]));
  await setLevels(
    context,
    [
      ...levels.map((level) => ({ ...level, quantity: 0 })),
      ...changed.flatMap(({ variation_id, before }) =>
        Object.entries(before.levels).map(([warehouse_id, quantity]) => ({
          variation_id,
          warehouse_id: Number(warehouse_id),
          quantity,
        })),
      ),
    ],
    why,
  );
  await archiveProducts(context, [...new Set(created.map((row) => row.product_id))]);
  await changeProducts(context, changesBack(changed));
}

/** What was there, by the rules by which it came to be. */
function changesBack(rows: readonly (DoneRow & { before: NonNullable<DoneRow['before']> })[]) {
  const products = new Map<number, (typeof rows)[number][]>();
  for (const row of rows) products.set(row.product_id, [...(products.get(row.product_id) ?? []), row]);
  return [...products].map(([product_id, of_product]) => {
    const input = CreateProductInput.parse({
      ...of_product[0]?.before.product,
      has_variation: true,
      // Stock is put back apart; the rules want to hear of it.
      variations: of_product.map(({ before }) => ({ ...before.variation, stock_quantity: 0 })),
    });
    return {
      product_id,
      product: productRow(input),
      wholesale: input.wholesale,
      variations: input.variations.map((variation, place) => ({
        id: of_product[place]?.variation_id ?? 0,
        ...variationRow(input, variation, String(of_product[place]?.before.variation['sku'])),
      })),
    };
  });
}

interface Applied {
  id: number;
  applied_at: Date | null;
}

async function refuseTouched(context: Context, found: Applied): Promise<void> {
  const touched = await touchedBy(context, found);
  if (touched.count > 0) throw importErrors.refuse('import_touched', touched);
}

/** Products of the import that somebody changed or deleted, moved pieces of, or sold since it was applied. */
async function touchedBy(context: Context, found: Applied): Promise<{ count: number; name: string }> {
  const { rows } = await sql<{ count: number; name: string | null }>`
    with touched as (
      select distinct on (p.id) p.name
      from product_import_rows row
      join product_imports done on done.shop_id = ${context.shop.id} and done.id = ${found.id}
      join products p on p.shop_id = ${context.shop.id} and p.id = row.product_id
      join product_variations v on v.shop_id = ${context.shop.id} and v.id = row.variation_id
      where row.shop_id = ${context.shop.id} and row.import_id = ${found.id} and row.variation_id is not null
        and (p.updated_at <> ${found.applied_at} or v.archived_at is not null
          or exists (select 1 from stock_ledger l where l.shop_id = ${context.shop.id}
            and l.variation_id = row.variation_id
            and (l.created_at, l.id) > (coalesce(done.ledger_at, '-infinity'), coalesce(done.ledger_id, 0)))
          or exists (select 1 from order_lines o join orders on orders.shop_id = ${context.shop.id} and orders.id = o.order_id
            where o.shop_id = ${context.shop.id} and o.variation_id = row.variation_id
              and orders.created_at >= ${found.applied_at}))
      order by p.id
    )
    select count(*) as count, min(name) as name from touched`.execute(context.db);
  return { count: rows[0]?.count ?? 0, name: rows[0]?.name ?? '' };
}
