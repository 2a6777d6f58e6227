import { statement, type Database } from './database/connection.ts';

/*
 * All that a shop shows changes with an event, in the same transaction. So the events of a shop that are there tell whether
 * anything was changed: the place of the last one that has one, and how many have none yet. Events get places that
 * only grow, in the order in which they are committed (`placeEvents`), so that the same two numbers mean the same events. The
 * number of an event alone would not: of two transactions the later number may be committed first.
 */

/** The state of a shop; two that are equal are the same. */
export type ShopVersion = readonly [last_position: number | null, unplaced: number];

/** Beyond so many events without a place, what is going on is not counted. */
const MOST_UNPLACED = 100;

/** SQL of the version of a shop: one look-up in an index, and one for each event of the last second. */
export function shopVersionSql(shop_id: string): string {
  return `json_build_array(
    (select max(placed.position) from outbox_events as placed where placed.shop_id = ${shop_id}),
    (select count(*) from (select 1 from outbox_events as unplaced
      where unplaced.shop_id = ${shop_id} and unplaced.position is null limit ${MOST_UNPLACED + 1}) as counted))`;
}

const shopVersion = statement<{ version: ShopVersion }>(
  'shop_version',
  `select ${shopVersionSql('$1::bigint')} as version`,
);

/** @returns undefined if too much is going on to be told apart */
export function asShopVersion(read: ShopVersion): ShopVersion | undefined {
  return read[1] > MOST_UNPLACED ? undefined : read;
}

export function isSameVersion(one: ShopVersion, other: ShopVersion): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** The version of now. */
export async function readShopVersion(db: Database, shop_id: number): Promise<ShopVersion | undefined> {
  const [row] = await shopVersion.run(db, [shop_id]);
  return row && asShopVersion(row.version);
}
