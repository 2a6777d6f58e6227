import type { TimeZone } from '../src/kernel/context.ts';

export const ZONES: TimeZone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

/** The time zone that the shops of the tests are opened in: SHOP_ZONE, else the default of the product. */
export const shopZone: TimeZone = ZONES.find((zone) => zone === process.env['SHOP_ZONE']) ?? 'Asia/Jakarta';

/** The day that they have now, in SQL. */
export const TODAY_SQL = `(now() at time zone '${shopZone}')::date`;
