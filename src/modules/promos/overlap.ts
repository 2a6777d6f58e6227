import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Period } from './promo-row.ts';

/** Holds for rows of `promos as promo`, of whatever shop, that run at a time within the period, but for one. */
export function runsWithin({ starts_at, ends_at }: Period, but_id: number | undefined): RawBuilder<SqlBool> {
  return sql`promo.deleted_at is null
    and (promo.ends_at is null or promo.ends_at > ${starts_at})
    and (${ends_at}::timestamptz is null or promo.starts_at < ${ends_at})
    and promo.id <> ${but_id ?? 0}`;
}

/** Holds for rows of `promos as promo` whose products can be in no other of these at the same time. */
export const claimsProducts = sql<SqlBool>`promo.promo_group = 'PROMO' and promo.promo_type = 'PRODUCT' and promo.is_active`;
