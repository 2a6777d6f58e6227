import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { emit } from '../../../kernel/outbox.ts';
import { checkWarehouses, holdLevels, setHeldLevels } from '../../stock/index.ts';
import { inventoryLimits } from '../limits.ts';

/**
 * Sets the next lines of an opname to the counted quantities in the current transaction, which limits how long its
 * levels are locked. The stock that each count corrects is stored on its line.
 * @returns how many lines are done, and the total
 * @throws Refusal 422 if the warehouse no longer exists
 */
export async function setNextCounted(
  context: Context,
  opname_id: number,
): Promise<{ processed: number; total: number }> {
  const opname = await context.db
    .selectFrom('stock_opnames')
    .select(['warehouse_id', 'description', 'processed', 'variation_total'])
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', opname_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const total = opname.variation_total;
  // Another run has set all.
  if (opname.processed === total) return { processed: total, total };
  const { warehouse_id, description } = opname;
  await checkWarehouses(context, [{ warehouse_id, field: 'warehouse_id' }]);
  const lines = await context.db
    .selectFrom('stock_opname_lines')
    .select(['id', 'variation_id', 'counted_quantity', 'seen_quantity'])
    .where('shop_id', '=', context.shop.id)
    .where('opname_id', '=', opname_id)
    .where('system_quantity', 'is', null)
    .orderBy('id')
    .limit(inventoryLimits.adjustment_lines_at_once)
    .execute();
  const levels = lines.map(({ variation_id }) => ({ variation_id, warehouse_id }));
  const held = await holdLevels(context, levels);
  const corrections = lines.map((line, index) => correctionOf(line, held[index] ?? 0));
  await setHeldLevels(
    context,
    levels.map((level, index) => ({ ...level, quantity: (held[index] ?? 0) + (corrections[index] ?? 0) })),
    held,
    { reason: 'OPNAME', description },
  );
  await sql`update stock_opname_lines as line set system_quantity = held.quantity
    from unnest(${lines.map((line) => line.id)}::bigint[], ${lines.map((line, index) => line.counted_quantity - (corrections[index] ?? 0))}::bigint[]) as held (id, quantity)
    where line.shop_id = ${context.shop.id} and line.opname_id = ${opname_id} and line.id = held.id`.execute(
    context.db,
  );
  const processed = opname.processed + lines.length;
  const finished = processed === total;
  await context.db
    .updateTable('stock_opnames')
    .set({ processed, ...(finished && { finished_at: context.clock.now() }) })
    .where('shop_id', '=', context.shop.id)
    .where('id', '=', opname_id)
    .execute();
  if (finished) await emit(context, 'stock.counted', opname_id);
  return { processed, total };
}

/**
 * By how much a level changes. What was counted against a known stock corrects the stock of now by the same difference: units
 * that were sold or came since stay sold and there. No level falls below 0.
 */
function correctionOf(
  { counted_quantity, seen_quantity }: { counted_quantity: number; seen_quantity: number | null },
  held: number,
): number {
  return Math.max(counted_quantity - (seen_quantity ?? held), -held);
}

/** Processes a large opname, a thousand lines per transaction: what an interrupted run has set stays set. */
export const setCounted = defineJob({
  name: 'set-counted-stock',
  is_told: true,
  input: z.object({ opname_id: z.int() }),
  async run(context, { opname_id }, run) {
    for (;;) {
      const { processed, total } = await context.transaction((inner) => setNextCounted(inner, opname_id));
      await run.progress(processed, total);
      if (processed === total) return { opname_id, lines: total };
    }
  },
});
