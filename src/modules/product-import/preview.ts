import type { Context } from '../../kernel/context.ts';
import { checkProducts } from '../catalog/index.ts';
import { holdPictures } from '../pictures/index.ts';
import type { ImportColumn } from './columns.ts';
import type { ImportRow } from './import-row.ts';
import { faultsByRow, rowChunks, writeOutcomes, type RowOutcome } from './import-rows.ts';
import { loadFacts } from './load-facts.ts';
import { columnOf, faultOf, planImport, type Plan } from './plan-import.ts';

type Titles = ReadonlyMap<ImportColumn, string>;

export interface CheckedPlan extends Plan {
  rows: ImportRow[];
  /** SKUs of the variations of each new product. */
  skus: string[][];
}

/**
 * What the rows of an import would do to the current data of the shop, including everything that only the database
 * knows; in batches, each checked when the previous one is done.
 * @param factsOf `lockFacts` if the rows are also applied
 */
export async function* checkedChunks(
  context: Context,
  import_id: number,
  titles: Titles,
  factsOf = loadFacts,
): AsyncGenerator<CheckedPlan> {
  const seen = { skus: new Map<string, number>(), products: new Map<number, number>(), last_name: '' };
  for await (const rows of rowChunks(context, import_id)) {
    const plan = await planImport(rows, await factsOf(context, rows), titles, seen);
    yield await checkCreated(context, rows, await checkPictures(context, plan));
  }
}

/** Without the changes that would give a product a picture that was removed. */
async function checkPictures(context: Context, plan: Plan): Promise<Plan> {
  const rows = plan.changed.flatMap(({ rows, product }) =>
    product.variations.map(({ images }, place) => ({ row: rows[place], images })),
  );
  const gone = await holdPictures(
    context,
    rows.map(({ images }) => images),
  );
  const faults = rows.flatMap(({ row }, place) =>
    row === undefined ? [] : (gone[place] ?? []).map((part) => faultOf(row, 'images', part)),
  );
  const wrong = new Set(faults.map(({ row_number }) => row_number));
  return {
    ...plan,
    changed: plan.changed.filter(({ rows }) => rows.every((row) => !wrong.has(row.row_number))),
    faults: [...plan.faults, ...faults],
  };
}

async function checkCreated(context: Context, rows: ImportRow[], plan: Plan): Promise<CheckedPlan> {
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

/**
 * Stores for every row what it would do.
 * @param onRows called with the number of rows that have been checked
 */
export async function storePreview(
  context: Context,
  import_id: number,
  titles: Titles,
  onRows: (rows: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  let checked = 0;
  for await (const plan of checkedChunks(context, import_id, titles)) {
    const shown = (outcome: RowOutcome['outcome']) => (group: { rows: ImportRow[] }) =>
      group.rows.map(({ row_number }) => outcomeOf(row_number, outcome));
    await writeOutcomes(context, import_id, [
      ...plan.created.flatMap(shown('NEW')),
      ...plan.changed.flatMap(shown('CHANGED')),
      ...restOf(plan, titles),
    ]);
    checked += plan.rows.length;
    await onRows(checked);
  }
}

/**
 * The rows that do nothing: those without changes, and the invalid ones, which are those with errors and the other rows
 * of the same product.
 */
export function restOf(plan: CheckedPlan, titles: Titles): RowOutcome[] {
  const unchanged = plan.unchanged.map(({ row_number }) => outcomeOf(row_number, 'UNCHANGED'));
  const right = new Set([
    ...unchanged.map(({ row_number }) => row_number),
    ...[...plan.created, ...plan.changed].flatMap(({ rows }) => rows.map(({ row_number }) => row_number)),
  ]);
  const faults = faultsByRow(plan.faults, titles);
  const wrong = plan.rows
    .filter(({ row_number }) => !right.has(row_number))
    .map(({ row_number }) => ({
      ...outcomeOf(row_number, 'WRONG'),
      faults: faults.get(row_number) ?? [],
    }));
  return [...unchanged, ...wrong];
}

function outcomeOf(row_number: number, outcome: RowOutcome['outcome']): RowOutcome {
  return { row_number, outcome, faults: [], product_id: null, variation_id: null, before: null };
}
