import type { Context } from '../../kernel/context.ts';
import { oneAhead } from '../../kernel/side-by-side.ts';
import { checkProducts } from '../catalog/index.ts';
import { holdPictures } from '../pictures/index.ts';
import { importErrors } from './errors.ts';
import { countOutcomes, faultsByRow, rowChunks, writeOutcomes, type RowOutcome } from './import-rows.ts';
import { setImport } from './import-state.ts';
import { loadFacts } from './load-facts.ts';
import { columnOf, planImport, remarkOf, type Plan, type RowRemark, type SeenRows } from './plan-import.ts';
import { titlesOf, type FileColumn } from './read/columns.ts';
import type { ImportRow } from './read/import-row.ts';

export interface CheckedPlan extends Plan {
  rows: ImportRow[];
  /** SKUs of the variations of each new product. */
  skus: string[][];
}

/**
 * What the rows of an import would do to the current data of the shop, including everything that only the database
 * knows; in batches, each checked when `use` is done with the previous one.
 * @param factsOf `lockFacts` if the rows are also applied
 */
export async function eachChunk(
  context: Context,
  import_id: number,
  columns: readonly FileColumn[],
  use: (plan: CheckedPlan) => Promise<void>,
  factsOf = loadFacts,
): Promise<void> {
  const seen: SeenRows = {
    skus: new Map(),
    products: new Map(),
    last_product_row: 0,
    is_at_top: true,
    new_categories: new Map(),
  };
  async function* planned() {
    for await (const rows of rowChunks(context, import_id, columns))
      yield { rows, plan: await planImport(rows, await factsOf(context, rows), titlesOf(columns), seen) };
  }
  // The database writes what one batch does while the next is planned: no batch changes what another reads.
  await oneAhead(planned(), async ({ rows, plan }) =>
    use(await checkCreated(context, rows, await checkPictures(context, plan))),
  );
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
    row === undefined ? [] : (gone[place] ?? []).map((part) => remarkOf(row, 'images', part)),
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
      plan.faults.push(remarkOf(row, columnOf(top === 'variations' ? (inner ?? 'name') : top), part));
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
  columns: readonly FileColumn[],
  onRows: (rows: number) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  let checked = 0;
  const new_categories = new Map<string, string>();
  await eachChunk(context, import_id, columns, async (plan) => {
    const shown = (outcome: RowOutcome['outcome']) => (group: { rows: ImportRow[] }) =>
      group.rows.map(({ row_number }) => outcomeOf(row_number, outcome));
    await writeOutcomes(context, import_id, [
      ...plan.created.flatMap(shown('NEW')),
      ...plan.changed.flatMap(shown('CHANGED')),
      ...restOf(plan, columns),
    ]);
    for (const name of newCategories(plan))
      if (!new_categories.has(name.toLowerCase())) new_categories.set(name.toLowerCase(), name);
    checked += plan.rows.length;
    await onRows(checked);
  });
  await countOutcomes(context, import_id);
  await setImport(context, import_id, { new_categories: [...new_categories.values()] });
}

/** The names of the categories that a plan needs and the shop does not have, each once in any letter case. */
export function newCategories(plan: CheckedPlan): string[] {
  const names = new Map<string, string>();
  for (const { new_category } of [...plan.created, ...plan.changed])
    if (new_category !== undefined && !names.has(new_category.toLowerCase()))
      names.set(new_category.toLowerCase(), new_category);
  return [...names.values()];
}

/**
 * The rows that do nothing: those without changes, those that are no variation, and the invalid ones, which are those with
 * errors and the other rows of the same product. Each of the last two says why.
 */
export function restOf(plan: CheckedPlan, columns: readonly FileColumn[]): RowOutcome[] {
  const titles = titlesOf(columns);
  const unchanged = plan.unchanged.map(({ row_number }) => outcomeOf(row_number, 'UNCHANGED'));
  const why = faultsByRow(plan.passed, titles);
  const right = new Set([
    ...unchanged.map(({ row_number }) => row_number),
    ...[...plan.created, ...plan.changed].flatMap(({ rows }) => rows.map(({ row_number }) => row_number)),
  ]);
  const passed = plan.passed
    .filter(({ row_number }) => !right.has(row_number))
    .map(({ row_number }) => ({
      ...outcomeOf(row_number, 'PASSED_OVER'),
      faults: why.get(row_number) ?? [],
    }));
  for (const { row_number } of passed) right.add(row_number);
  const faults = faultsByRow([...plan.faults, ...othersOf(plan, right)], titles);
  const wrong = plan.rows
    .filter(({ row_number }) => !right.has(row_number))
    .map(({ row_number }) => ({
      ...outcomeOf(row_number, 'WRONG'),
      faults: faults.get(row_number) ?? [],
    }));
  return [...unchanged, ...passed, ...wrong];
}

/** What to say of rows that have no error of their own, but a row of their product has. */
function othersOf(plan: CheckedPlan, right: ReadonlySet<number>): RowRemark[] {
  const faulty = new Set(plan.faults.map(({ row_number }) => row_number));
  const rows_by_product = new Map<number, number>();
  for (const { row_number, product_row } of plan.rows)
    if (faulty.has(row_number) && !rows_by_product.has(product_row))
      rows_by_product.set(product_row, row_number);
  return plan.rows
    .filter(({ row_number }) => !right.has(row_number) && !faulty.has(row_number))
    .map((row) => {
      const faulty_row = rows_by_product.get(row.product_row) ?? row.product_row;
      return remarkOf(row, 'name', importErrors.part('import_same_product', '', { row: faulty_row }));
    });
}

function outcomeOf(row_number: number, outcome: RowOutcome['outcome']): RowOutcome {
  return { row_number, outcome, faults: [], product_id: null, variation_id: null, before: null };
}
