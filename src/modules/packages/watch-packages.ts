import { addDays, daysBetween, today } from '../../kernel/calendar.ts';
import type { Context, Services, TimeZone } from '../../kernel/context.ts';
import { contextOfShop } from '../../kernel/jobs/in-name-of.ts';
import type { ScheduledJob } from '../../kernel/jobs/queue.ts';
import { sendMail } from '../../kernel/mail/index.ts';
import { emit } from '../../kernel/outbox.ts';
import { startPackages } from './grant-package.ts';
import { findOffer, priceListOf, type PackageClass } from './price-list.ts';
import { reminderMail } from './reminder-mail.ts';

/** What the log calls it. */
const REQUEST_ID = 'packages';
/** Days before its last one at which the owners are told, the first first; the last is when it has ended. */
const REMINDERS = [7, 1, 0] as const;
/** What ended longer ago is not told any more: nobody has billed for so long. */
const TOLD_DAYS = 30;
/** Shops and packages that are read at once. */
const BATCH = 500;

/**
 * Every hour, where shops pay for packages: gives those that have had none what every shop starts with, tells owners of
 * packages that end, and writes down which have ended. Each package in a transaction of its own; one that fails keeps none of the
 * others.
 */
export function packageClock(services: Services): ScheduledJob {
  // What is wrong with the operator's list is said when the server starts.
  if (services.config.BILLING === 'on') priceListOf(services.config);
  return { name: REQUEST_ID, cron: '7 * * * *', run: () => watchPackages(services) };
}

export async function watchPackages(services: Services): Promise<void> {
  if (services.config.BILLING === 'off') return;
  await startMissing(services);
  for (const due of await findEnding(services)) {
    const { shop_id, time_zone } = due;
    try {
      const context = contextOfShop(services, REQUEST_ID, { id: shop_id, time_zone });
      await context.transaction((inner) => tellOwners(inner, due.class));
    } catch (error) {
      services.log.error({ shop_id, class: due.class, err: error }, 'owners were not told of their package');
    }
  }
}

/** The shops that there were before their installation had packages, each once in a run. */
async function startMissing(services: Services): Promise<void> {
  for (let last_id = 0; ;) {
    const shops = await findMissing(services, last_id);
    for (const { id, time_zone } of shops) {
      try {
        const context = contextOfShop(services, REQUEST_ID, { id, time_zone });
        await context.transaction((inner) => startPackages(inner, inner.shop));
      } catch (error) {
        services.log.error(
          { shop_id: id, err: error },
          'a shop did not get the packages that it starts with',
        );
      }
    }
    const last = shops.at(-1);
    if (last === undefined || shops.length < BATCH) return;
    last_id = last.id;
  }
}

function findMissing({ db }: Services, after_id: number) {
  return db
    .withoutPlugins()
    .selectFrom('shops')
    .select(['id', 'time_zone'])
    .where('status', '=', 'ACTIVE')
    .where('id', '>', after_id)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('shop_packages as p')
            .select('p.shop_id')
            .whereRef('p.shop_id', '=', 'shops.id')
            .where('p.class', '=', 'app'),
        ),
      ),
    )
    .orderBy('id')
    .limit(BATCH)
    .execute();
}

interface Ending {
  shop_id: number;
  class: PackageClass;
  time_zone: TimeZone;
}

/** All that end within a week or have ended, and whose owners may not have been told. */
function findEnding({ db, clock }: Services): Promise<Ending[]> {
  // A day more than in any zone: what is not due yet is looked at and left.
  const day = today(clock, 'Asia/Jayapura');
  return db
    .withoutPlugins()
    .selectFrom('shop_packages as p')
    .innerJoin('shops', 'shops.id', 'p.shop_id')
    .select(['p.shop_id', 'p.class', 'shops.time_zone'])
    .where('shops.status', '=', 'ACTIVE')
    .where('p.ends_on', '<=', addDays(day, REMINDERS[0]))
    .where('p.ends_on', '>=', addDays(day, -TOLD_DAYS))
    .where((eb) => eb.or([eb('p.reminded_days', 'is', null), eb('p.reminded_days', '<>', 0)]))
    .orderBy('p.ends_on')
    .execute();
}

/** Tells the owners once for each reminder that is due, of the latest alone; renewed meanwhile, it is not due. */
async function tellOwners(context: Context, of_class: PackageClass): Promise<void> {
  const { db, shop } = context;
  const found = await db
    .selectFrom('shop_packages')
    .select(['class', 'package', 'ends_on', 'reminded_days'])
    .where('shop_id', '=', shop.id)
    .where('class', '=', of_class)
    .forUpdate()
    .executeTakeFirst();
  if (found === undefined || found.ends_on === null) return;
  const left = daysBetween(today(context.clock, shop.time_zone), found.ends_on);
  const due = REMINDERS.findLast((days) => (days === 0 ? left < 0 : left <= days));
  if (due === undefined || (found.reminded_days !== null && found.reminded_days <= due)) return;
  await db
    .updateTable('shop_packages')
    .set({ reminded_days: due, updated_at: context.clock.now() })
    .where('shop_id', '=', shop.id)
    .where('class', '=', of_class)
    .execute();
  const name = findOffer(priceListOf(context.config), found.package)?.name ?? found.package;
  const owners = await db
    .selectFrom('users')
    .select(['id', 'email', 'full_name'])
    .where('shop_id', '=', shop.id)
    .where('role', '=', 'owner')
    .where('status', '=', 'ACTIVE')
    .execute();
  for (const owner of owners)
    await sendMail(context, {
      user_id: owner.id,
      recipient: owner.email,
      key: `package ${of_class} ${found.ends_on} ${due} ${owner.id}`,
      ...reminderMail({
        package: name,
        class: of_class,
        ends_on: found.ends_on,
        left,
        owner: owner.full_name,
      }),
    });
  if (due === 0)
    await emit(context, 'package.ended', shop.id, {
      class: of_class,
      package: found.package,
      ends_on: found.ends_on,
    });
}
