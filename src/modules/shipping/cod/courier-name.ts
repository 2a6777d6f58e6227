import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { findCourier } from '../../reference/index.ts';

/**
 * The name of a courier as filters take it: its code, as `sicepat`; of one of the shop's own and of manual input what it
 * is called, in small letters.
 */
export function courierName(courier_id: number, logistic_name: string): string {
  const courier = findCourier(courier_id);
  return courier === undefined || courier.virtual ? logistic_name.toLowerCase() : courier.code;
}

/**
 * SQL of the name of a custom courier as the shop has written it; null: it has none of that name.
 * @param courier SQL of the name of a courier, as of `courierName`
 */
export function customName({ shop }: Context, courier: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select own.name from custom_couriers as own where own.shop_id = ${shop.id} and lower(own.name) = ${courier}
    order by own.archived_at desc nulls first, own.id desc limit 1)`;
}

/** What lists call couriers, by their names: custom ones as the shop has written them. */
export async function shownNames(
  context: Context,
  couriers: readonly string[],
): Promise<(courier: string) => string> {
  const { rows } = await sql<{ courier: string; name: string | null }>`
    select known.courier, ${customName(context, sql`known.courier`)} as name
    from unnest(${couriers}::text[]) as known (courier)`.execute(context.db);
  const names = new Map(rows.map(({ courier, name }) => [courier, name]));
  return (courier) => names.get(courier) ?? courier;
}

/** As the reference shows it: SICEPAT; a custom courier as the shop has written it. */
export const vendorName = ({
  courier,
  custom_name,
}: {
  courier: string;
  custom_name: string | null;
}): string => custom_name ?? courier.toUpperCase();
