import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { DB as Database } from './schema.generated.ts';
import { GuardedDialect, TenantGuardError, tenantGuard } from './tenant-guard.ts';

/** Sends nothing: the guard refuses before a connection is opened. */
const db = new Kysely<Database>({
  dialect: new GuardedDialect({ pool: new pg.Pool() }),
  plugins: [tenantGuard],
});

describe('a statement that could reach another shop is refused', () => {
  it.each([
    ['a read by id alone', () => db.selectFrom('orders').select('id').where('id', '=', 1)],
    ['a change by id alone', () => db.updateTable('orders').set({ note: '' }).where('id', '=', 1)],
    ['a deletion by id alone', () => db.deleteFrom('orders').where('id', '=', 1)],
    [
      'a shop on one side of an or',
      () =>
        db
          .selectFrom('orders')
          .select('id')
          .where((eb) => eb.or([eb('shop_id', '=', 1), eb('id', '=', 1)])),
    ],
    ['a shop that is only excluded', () => db.selectFrom('orders').select('id').where('shop_id', '!=', 1)],
    [
      'a join by id alone',
      () =>
        db
          .selectFrom('orders')
          .innerJoin('customers', 'customers.id', 'orders.receiver_id')
          .select('orders.id')
          .where('orders.shop_id', '=', 1),
    ],
    [
      'a subquery without a shop',
      () =>
        db
          .selectFrom('orders')
          .select('id')
          .where('shop_id', '=', 1)
          .where('receiver_id', 'in', (eb) => eb.selectFrom('customers').select('id')),
    ],
    ['raw SQL', () => sql`select id from orders where id = 1`],
    ['raw SQL within a statement', () => db.selectFrom('shops').select(sql`(select 1 from orders)`.as('x'))],
  ])('%s', (_title, build) => {
    const query = build() as { compile(executor: unknown): unknown };
    // Refused once is refused again.
    for (let time = 0; time < 2; time += 1) expect(() => query.compile(db)).toThrow(TenantGuardError);
  });

  it('also where the same was sent without the guard before', () => {
    const build = (on: typeof db) => on.selectFrom('orders').select('note').where('id', '=', 1);
    expect(() => build(db.withoutPlugins()).compile()).not.toThrow();
    expect(() => build(db).compile()).toThrow(TenantGuardError);
  });

  it('a named statement, when it is made', () => {
    expect(() => tenantGuard.checkText('delete from orders where id = $1')).toThrow(TenantGuardError);
    expect(() => tenantGuard.checkText('select * from public."orders" where id = $1')).toThrow(
      TenantGuardError,
    );
  });
});

describe('a statement that is held to its shop passes', () => {
  it.each([
    ['a read', () => db.selectFrom('orders').select('id').where('shop_id', '=', 1)],
    [
      'a join on the shop',
      () =>
        db
          .selectFrom('orders')
          .innerJoin('customers', (join) =>
            join
              .onRef('customers.shop_id', '=', 'orders.shop_id')
              .onRef('customers.id', '=', 'orders.receiver_id'),
          )
          .select('orders.id')
          .where('orders.shop_id', '=', 1),
    ],
    [
      'raw SQL that compares columns of a table tied around it',
      () =>
        db
          .selectFrom('orders')
          .select('id')
          .where('shop_id', '=', 1)
          .where(sql<boolean>`(orders.created_at, orders.id) < (now(), 1)`),
    ],
    ['a table of all shops', () => db.selectFrom('districts').selectAll()],
  ])('%s', (_title, build) => {
    const query = build() as { compile(): unknown };
    expect(() => query.compile()).not.toThrow();
  });
});
