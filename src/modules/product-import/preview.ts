import type { Context } from '../../kernel/context.ts';
import { checkProducts } from '../catalog/index.ts';
import type { ImportColumn } from './columns.ts';
import { faultsByRow, loadRows, writeOutcomes, type RowOutcome } from './import-rows.ts';
import { loadFacts } from './load-facts.ts';
import { columnOf, faultOf, planImport, type ImportRow, type Plan } from './plan-import.ts';

export interface CheckedPlan extends Plan {
  rows: ImportRow[];
  /** SKUs of the variations of each new product. */
  skus: string[][];
}

/** What the rows of an import would do to the shop as it is now, with everything that only the database knows. */
export async function checkImport(
  context: Context,
  import_id: number,
  titles: ReadonlyMap<ImportColumn, string>,
): Promise<CheckedPlan> {
  const rows = await loadRows(context, import_id);
  const plan = planImport(rows, await loadFacts(context, rows), titles);
  const { skus, faults } = await checkProducts(
    context,
    plan.created.map(({ product }) => product),
  );
  for (const { index, part } of faults) {
    const group = plan.created[index];
    const [top = '', place, inner] = (part.field ?? '').split('.');
    const row = group?.rows[top === 'variations' ? Number(place) : 0];
    if (row !== undefined)
      plan.faults.push(faultOf(row, columnOf(top === 'variations' ? (inner ?? 'name') : top), part));
  }
  const wrong = new Set(faults.map(({ index }) => index));
  return {
    ...plan,
    rows,
    created: plan.created.filter((_, index) => !wrong.has(index)),
    skus: skus.filter((_, index) => !wrong.has(index)),
  };
}

/** Writes beside each row what it would do. A row beside a wrong one of its product is wrong with it. */
export async function keepPreview(
  context: Context,
  import_id: number,
  plan: CheckedPlan,
  titles: ReadonlyMap<ImportColumn, string>,
): Promise<void> {
  const outcomes = new Map<number, RowOutcome['outcome']>();
  for (const { rows } of plan.created) for (const row of rows) outcomes.set(row.row_number, 'NEW');
  for (const { rows } of plan.changed) for (const row of rows) outcomes.set(row.row_number, 'CHANGED');
  const faults = faultsByRow(plan.faults, titles);
  await writeOutcomes(
    context,
    import_id,
    plan.rows.map(({ row_number }) => ({
      row_number,
      outcome: outcomes.get(row_number) ?? 'WRONG',
      faults: faults.get(row_number) ?? [],
      product_id: null,
      variation_id: null,
      before: null,
    })),
  );
}
