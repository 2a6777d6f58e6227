import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { emit } from '../../../kernel/outbox.ts';
import { holdToLimit } from '../../../kernel/shop-limit.ts';
import { tariffLimits } from './limits.ts';
import { namedWays } from './named-ways.ts';
import type { RemoveTariffsInput, SetTariffsInput, TariffsChanged } from './schemas.ts';
import type { TariffKey, TariffRow } from './tariff-row.ts';

const setRows = namedStatement<object, { shop_id: number; rows: string; now: Date }>(
  'set_tariffs',
  (
    at,
  ) => `insert into tariffs (shop_id, service_id, destination, origin_code, first_kg_idr, next_kg_idr, min_kg, min_days,
    max_days, updated_at)
  select ${at.shop_id}, row.service_id, row.destination, row.origin_code, row.first_kg_idr, row.next_kg_idr, row.min_kg,
    row.min_days, row.max_days, ${at.now}
  from jsonb_to_recordset(${at.rows}::jsonb) as row (service_id bigint, destination text, origin_code integer,
    first_kg_idr bigint, next_kg_idr bigint, min_kg integer, min_days smallint, max_days smallint)
  on conflict (shop_id, service_id, destination, origin_code) do update
  set first_kg_idr = excluded.first_kg_idr, next_kg_idr = excluded.next_kg_idr, min_kg = excluded.min_kg,
    min_days = excluded.min_days, max_days = excluded.max_days, updated_at = excluded.updated_at`,
);

const removeRows = namedStatement<TariffKey, { shop_id: number; rows: string }>(
  'remove_tariffs',
  (at) => `delete from tariffs t
  using jsonb_to_recordset(${at.rows}::jsonb) as row (service_id bigint, destination text, origin_code integer)
  where t.shop_id = ${at.shop_id} and t.service_id = row.service_id and t.destination = row.destination
    and t.origin_code = row.origin_code
  returning t.service_id`,
);

/**
 * Sets prices of the shop's own tariff, which count in place of our estimates from then on.
 * @throws Refusal 422 on `rows.N.…` where a service or place is not known, or the shop has too many rows
 */
export async function setTariffs(
  context: Context,
  input: z.output<typeof SetTariffsInput>,
): Promise<z.input<typeof TariffsChanged>> {
  return context.transaction(async (inner) => {
    const keys = await namedWays(inner, input.rows);
    const { shop, db } = inner;
    // Those that replace others are counted too: a shop that is so near its limit has room for no more anyway.
    const having = db.selectFrom('tariffs').where('shop_id', '=', shop.id);
    await holdToLimit(inner, tariffLimits.tariff_rows, having, keys.length);
    const rows = input.rows.map((row, index): Partial<TariffRow> => ({
      ...keys[index],
      first_kg_idr: row.first_kg,
      next_kg_idr: row.next_kg,
      min_kg: row.min_kg,
      min_days: row.min_days ?? null,
      max_days: row.max_days ?? null,
    }));
    await setRows.run(db, { shop_id: shop.id, rows: JSON.stringify(rows), now: inner.clock.now() });
    await emit(inner, 'tariff.updated', shop.id, changesOf(keys));
    return { rows: rows.length };
  });
}

/**
 * Removes prices of the shop's own tariff: what is less specific counts again, at last our estimates. Rows that are not
 * there count as removed.
 * @throws Refusal 422 on `rows.N.…` where a service or place is not known
 */
export async function removeTariffs(
  context: Context,
  input: z.output<typeof RemoveTariffsInput>,
): Promise<z.input<typeof TariffsChanged>> {
  return context.transaction(async (inner) => {
    const keys = await namedWays(inner, input.rows);
    const removed = await removeRows.run(inner.db, {
      shop_id: inner.shop.id,
      rows: JSON.stringify(keys),
    });
    if (removed.length > 0) await emit(inner, 'tariff.deleted', inner.shop.id, changesOf(removed));
    return { rows: removed.length };
  });
}

function changesOf(keys: readonly Pick<TariffKey, 'service_id'>[]) {
  return { rows: keys.length, service_ids: [...new Set(keys.map(({ service_id }) => service_id))] };
}
