import type { Module } from '../../kernel/module.ts';
import { findClassDifferences } from './differences.ts';
import './errors.ts';
import { packageEvents } from './events.ts';
import { startPackages } from './grant-package.ts';
import { packageClock } from './watch-packages.ts';

export const packagesModule: Module = {
  name: 'packages',
  tables: ['shop_packages'],
  events: packageEvents,
  schedules: (services) => [packageClock(services)],
  checks: [{ title: 'shops have the class of their package', find: findClassDifferences }],
  async openShop(context, id) {
    if (context.config.BILLING === 'off') return;
    const { time_zone } = await context.db
      .selectFrom('shops')
      .select('time_zone')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await startPackages(context, { id, time_zone });
  },
};
