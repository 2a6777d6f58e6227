import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { emitAll } from '../../../kernel/outbox.ts';
import { refuseNotFound } from '../../../kernel/not-found.ts';
import { checkWarehouses } from '../check-warehouses.ts';
import type { SetShelvesInput } from './schemas.ts';

/**
 * Says on which shelves of a warehouse variations lie; an empty shelf forgets it. Of a variation that is named twice the
 * last counts.
 * @throws Refusal 422 on the warehouse or the variations that the shop does not have, or the user cannot see
 */
export async function setShelves(
  context: Context,
  { warehouse_id, shelves }: z.output<typeof SetShelvesInput>,
): Promise<object> {
  return context.transaction(async (inner) => {
    const { db, shop } = inner;
    await checkWarehouses(inner, [{ warehouse_id, field: 'warehouse_id' }]);
    const shelf_of = new Map(shelves.map(({ variation_id, shelf }) => [variation_id, shelf]));
    const variation_ids = [...shelf_of.keys()].toSorted((a, b) => a - b);
    const found = await db
      .selectFrom('product_variations')
      .select('id')
      .where('shop_id', '=', shop.id)
      .where('id', '=', sql<number>`any(${variation_ids}::bigint[])`)
      .where('archived_at', 'is', null)
      .execute();
    const known = new Set(found.map(({ id }) => id));
    refuseNotFound(
      shelves.flatMap(({ variation_id }, index) =>
        known.has(variation_id) ? [] : [`shelves.${index}.variation_id`],
      ),
    );
    const named = variation_ids.filter((id) => shelf_of.get(id) !== null);
    const without = variation_ids.filter((id) => shelf_of.get(id) === null);
    await sql`
      insert into variation_shelves (shop_id, variation_id, warehouse_id, shelf)
      select ${shop.id}, named.variation_id, ${warehouse_id}::bigint, named.shelf
      from unnest(${named}::bigint[], ${named.map((id) => shelf_of.get(id))}::text[]) as named (variation_id, shelf)
      on conflict (shop_id, variation_id, warehouse_id) do update set shelf = excluded.shelf`.execute(db);
    await db
      .deleteFrom('variation_shelves')
      .where('shop_id', '=', shop.id)
      .where('warehouse_id', '=', warehouse_id)
      .where('variation_id', '=', sql<number>`any(${without}::bigint[])`)
      .execute();
    await emitAll(inner, 'stock.shelved', variation_ids);
    return {};
  });
}
