import { sql, type SelectQueryBuilder } from 'kysely';
import { today } from '../../kernel/calendar.ts';
import type { Config } from '../../kernel/config.ts';
import type { Context, PublicContext, TimeZone } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import type { Refusal } from '../../kernel/errors.ts';
import { packageErrors } from './errors.ts';
import { priceListOf, type PackageLimits, type PackageOffer } from './price-list.ts';

/** What the row of a shop says of its package. */
export interface ShopClass {
  class: string;
  /** yyyy-mm-dd */
  class_ends_on: string | null;
}

/** What a shop has now: its package, or what is free where that has ended. */
interface AppPackage {
  name: string;
  limits: PackageLimits;
}

/** @param day of the shop: a package runs until the end of its last one */
function appPackage(config: Config, shop: ShopClass, day: string): AppPackage {
  const { packages, free } = priceListOf(config);
  const has_ended = shop.class_ends_on !== null && shop.class_ends_on < day;
  const offer = has_ended ? undefined : packages.find(({ level }) => level === shop.class);
  return offer?.limits === undefined ? free : { name: offer.name, limits: offer.limits };
}

/** The cheapest package that a condition holds for. */
function cheapest(config: Config, fits: (limits: PackageLimits) => boolean): PackageOffer | undefined {
  return priceListOf(config)
    .packages.filter(({ limits }) => limits !== undefined && fits(limits))
    .toSorted((a, b) => a.price_idr - b.price_idr)[0];
}

/** Why the keys of a shop do not open it; undefined where they do. */
export function keyRefusal(
  { config, clock }: Pick<PublicContext, 'config' | 'clock'>,
  shop: ShopClass & { time_zone: TimeZone },
): Refusal | undefined {
  if (config.BILLING === 'off') return undefined;
  const { name, limits } = appPackage(config, shop, today(clock, shop.time_zone));
  if (limits.api_keys) return undefined;
  const offer = cheapest(config, (other) => other.api_keys);
  const needed = offer?.name ?? '-';
  return packageErrors.refuse('package_needed', { package: name, needed, upgrade: needed });
}

/** @throws Refusal 403 if the package of the shop has no API keys */
export async function refuseKeysOfPackage(context: Context): Promise<void> {
  if (context.config.BILLING === 'off') return;
  const refusal = keyRefusal(context, { ...(await classOf(context)), time_zone: context.shop.time_zone });
  if (refusal !== undefined) throw refusal;
}

async function classOf({ db, shop }: Context): Promise<ShopClass> {
  return db
    .selectFrom('shops')
    .select(['class', 'class_ends_on'])
    .where('id', '=', shop.id)
    .executeTakeFirstOrThrow();
}

const WHAT = {
  users: { en: 'users', id: 'pengguna' },
  warehouses: { en: 'warehouses', id: 'gudang' },
} as const;

/**
 * Call it in the transaction that adds a row, after `holdToLimit`, which makes one wait for the other.
 * @param rows those that count, of the shop
 * @throws Refusal 422 where the shop would have more than its package includes, with the package that includes more
 */
export async function holdToPackage<Table extends keyof DB>(
  context: Context,
  what: keyof typeof WHAT,
  rows: SelectQueryBuilder<DB, Table, object>,
): Promise<void> {
  const { config } = context;
  if (config.BILLING === 'off') return;
  const { name, limits } = appPackage(
    config,
    await classOf(context),
    today(context.clock, context.shop.time_zone),
  );
  const most = limits[what];
  if (most === null) return;
  const { having } = await rows.select(sql<number>`count(*)`.as('having')).executeTakeFirstOrThrow();
  if (having < most) return;
  const larger = cheapest(config, (other) => other[what] === null || (other[what] ?? 0) > most);
  throw packageErrors.refuse('package_limit', {
    package: name,
    limit: most,
    what: WHAT[what][context.language],
    upgrade: larger?.name ?? '-',
  });
}
