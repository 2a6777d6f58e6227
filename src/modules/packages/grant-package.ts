import { addDays, today } from '../../kernel/calendar.ts';
import type { Context, PublicContext } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { setShopClass } from '../shop/index.ts';
import { nextTerm, type Term, type TermOffer } from './next-term.ts';
import { findOffer, priceListOf, type PackageClass, type PackageOffer } from './price-list.ts';

/** What was bought; also of a package that is not sold any more. */
export interface BoughtPackage extends TermOffer {
  class: PackageClass;
}

/**
 * Gives the shop a package that it has paid. Call it once for each, in the transaction that says that it is paid.
 * @returns what the shop has of its class now
 */
export async function grantPackage(context: Context, bought: BoughtPackage): Promise<Term> {
  const { db, shop, config } = context;
  const list = priceListOf(config);
  // Two that are paid at once come one after the other, also where there is no row yet.
  await db.selectFrom('shops').select('id').where('id', '=', shop.id).forNoKeyUpdate().execute();
  const old = await db
    .selectFrom('shop_packages')
    .select(['package', 'ends_on', 'credit'])
    .where('shop_id', '=', shop.id)
    .where('class', '=', bought.class)
    .executeTakeFirst();
  const term = nextTerm(
    old && { ...old, offer: findOffer(list, old.package) },
    bought,
    today(context.clock, shop.time_zone),
  );
  const now = context.clock.now();
  const row = { ...term, reminded_days: null, updated_at: now };
  await db
    .insertInto('shop_packages')
    .values({ shop_id: shop.id, class: bought.class, started_at: now, ...row })
    .onConflict((conflict) => conflict.columns(['shop_id', 'class']).doUpdateSet(row))
    .execute();
  const level = findOffer(list, bought.code)?.level;
  if (level !== undefined) await setShopClass(context, shop.id, level, term.ends_on);
  await emit(context, 'package.started', shop.id, {
    class: bought.class,
    package: term.package,
    ends_on: term.ends_on,
  });
  return term;
}

/** Gives a shop that has had no package yet those that every shop starts with. Part of the transaction that is open. */
export async function startPackages(
  context: Pick<PublicContext, 'db' | 'clock' | 'config'>,
  shop: Context['shop'],
): Promise<void> {
  const { db, clock, config } = context;
  const { starts_with, packages } = priceListOf(config);
  const ends_on = addDays(today(clock, shop.time_zone), starts_with.days - 1);
  const now = clock.now();
  const offers = starts_with.packages.flatMap((code) => packages.find((offer) => offer.code === code) ?? []);
  const started = await db
    .insertInto('shop_packages')
    .values(
      offers.map((offer: PackageOffer) => ({
        shop_id: shop.id,
        class: offer.class,
        package: offer.code,
        ends_on,
        credit: offer.credit,
        started_at: now,
        updated_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['shop_id', 'class']).doNothing())
    .returning('class')
    .execute();
  const level = offers.find((offer) => offer.class === 'app')?.level;
  if (level !== undefined && started.some((row) => row.class === 'app'))
    await setShopClass(context, shop.id, level, ends_on);
}

/** The packages of a shop, also those that have ended. */
export async function packagesOf({ db, shop }: Context): Promise<(Term & { class: PackageClass })[]> {
  return db
    .selectFrom('shop_packages')
    .select(['class', 'package', 'ends_on', 'credit'])
    .where('shop_id', '=', shop.id)
    .execute();
}

/**
 * SQL of whether the shop `s` has a package of a class now. One that has had no package at all yet has all of them.
 * @param now SQL of the moment; null: shops do not pay for packages
 */
export function runsSql(of_class: PackageClass, shop_id: string, now: string): string {
  return `(${now}::timestamptz is null
    or not exists (select 1 from shop_packages p where p.shop_id = ${shop_id})
    or exists (select 1 from shop_packages p where p.shop_id = ${shop_id} and p.class = '${of_class}'
      and coalesce(p.ends_on >= (${now}::timestamptz at time zone s.time_zone)::date, true)))`;
}
