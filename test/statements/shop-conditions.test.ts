import { describe, expect, it } from 'vitest';
import { isOverAllShops } from './over-all-shops.ts';
import { shopFaults } from './shop-conditions.ts';

describe('a statement that a node with one shop could not answer alone is told', () => {
  it.each([
    ['no condition', 'select id from orders', ['orders without shop_id']],
    [
      "the shop of another table in place of the shop's own value",
      'select 1 from orders o join customers c on c.shop_id = o.shop_id and c.id = o.sender_id where o.shop_id = $1',
      ['customers (c) without shop_id'],
    ],
    [
      'a join by naming the column',
      'select 1 from orders join order_lines using (shop_id) where orders.shop_id = $1',
      ['order_lines without shop_id'],
    ],
    [
      'one table of two held by a name that says neither',
      'select 1 from orders, unnest($2::bigint[]) as wanted (id), customers where shop_id = $1',
      ['customers without shop_id', 'orders without shop_id'],
    ],
    [
      'a sub-select that is held by what is around it',
      'select (select name from customers c where c.shop_id = o.shop_id) from orders o where o.shop_id = $1',
      ['customers (c) without shop_id'],
    ],
    [
      'a lateral one',
      'select 1 from orders o cross join lateral (select 1 from order_lines l where l.order_id = o.id) l where o.shop_id = $1',
      ['order_lines (l) without shop_id'],
    ],
    [
      'one side of a union',
      'select id from orders where shop_id = $1 union all select id from orders where id = $2',
      ['orders without shop_id'],
    ],
    [
      'a CTE',
      'with found as (select id from orders where id = $2) select id from customers where shop_id = $1',
      ['orders without shop_id'],
    ],
    [
      'a table that a CTE of another statement is named as',
      'select 1 from (with orders as (select 1) select 1 from orders) x, orders',
      ['orders without shop_id'],
    ],
    ['one side of an or', 'select id from orders where shop_id = $1 or id = $2', ['orders without shop_id']],
    ['a shop that is only excluded', 'select id from orders where shop_id <> $1', ['orders without shop_id']],
    [
      'a condition that is wrapped',
      'select id from orders where (shop_id = $1 and id = $2) is true',
      ['orders without shop_id'],
    ],
    ['a row', 'select id from orders where (shop_id, id) = ($1, $2)', ['orders without shop_id']],
    ['a computed shop', 'select id from orders where shop_id + 0 = $1', ['orders without shop_id']],
    ['a change', 'update orders o set note = $1 where o.id = $2', ['orders (o) without shop_id']],
    [
      'a change by another table',
      'update orders set note = $1 from customers c where orders.shop_id = $2 and c.shop_id = orders.shop_id',
      ['customers (c) without shop_id'],
    ],
    ['a deletion', 'delete from orders using shops where shops.id = $1', ['orders without shop_id']],
    ['a shop', 'select name from shops', ['shops without id']],
    ['an insert', 'insert into orders (id) values ($1)', ['an insert into orders without shop_id']],
    [
      'an insert of whatever comes',
      'insert into orders select $1',
      ['an insert into orders without shop_id'],
    ],
    [
      'locks of a CTE',
      'with o as (select id from orders where shop_id = $1 for update) select id from o',
      ['locks of the CTE o that stand in no sub-select'],
    ],
    ['no columns', 'select exists (select from orders where shop_id = $1)', ['a select without columns']],
    [
      'ctid',
      'delete from orders where shop_id = $1 and ctid in (select ctid from orders where shop_id = $1)',
      ['ctid'],
    ],
    [
      'grouping sets',
      'select count(*) from orders where shop_id = $1 group by grouping sets ((order_date), ())',
      ['grouping sets'],
    ],
    ['a whole row', 'select to_jsonb(o) from orders o where o.shop_id = $1', ['a whole row of o as a value']],
    [
      'a merge',
      'merge into orders using customers on true when matched then delete',
      ['a merge, whose conditions are not looked at'],
    ],
  ])('%s', (_title, text, begin) => {
    const found = shopFaults(text);
    expect(found.map((fault) => fault.replace(" = the shop's own value", '')).sort()).toEqual(begin);
  });
});

describe('a statement of one shop passes', () => {
  it.each([
    [
      'a value for each table',
      'select o.* from orders o join customers c on c.shop_id = $1 where o.shop_id = $1',
    ],
    ['a cast value', 'select id from orders where shop_id = $1::bigint'],
    ['a constant', 'select id from orders where 7 = orders.shop_id'],
    [
      'an outer join',
      'select 1 from orders o left join users u on u.shop_id = $1 and u.id = o.created_by where o.shop_id = $1',
    ],
    [
      'a table beside values',
      'select 1 from unnest($2::bigint[]) as wanted (id) join orders on shop_id = $1',
    ],
    [
      'locks of a CTE in a sub-select',
      'with o as (select * from (select id from orders where shop_id = $1 for update) as o) select id from o',
    ],
    ['an insert of a shop', 'insert into orders (shop_id, id) select $1, id from unnest($2::bigint[]) as id'],
    ['a new shop', 'insert into shops (name) values ($1) returning id'],
    ['tables of no shop', 'select * from districts'],
  ])('%s', (_title, text) => {
    expect(shopFaults(text)).toEqual([]);
  });

  it('by the names of a function, where those are said', () => {
    const text = 'select id from orders where shop_id = shop';
    expect(shopFaults(text)).toHaveLength(1);
    expect(shopFaults(text, new Set(['shop']))).toEqual([]);
  });
});

it('a statement over all shops needs no condition on one, and is held to all other rules', () => {
  const faults = (text: string) => shopFaults(text, undefined, true);
  expect(faults('select shop_id, count(*) from orders group by shop_id')).toEqual([]);
  expect(faults('select exists (select from orders)')).toEqual(['a select without columns']);
  expect(faults('delete from orders where ctid = $1')).toEqual(['ctid']);
  expect(faults('with o as (select id from orders for update) select id from o')).toHaveLength(1);
  expect(faults('select to_jsonb(o) from orders o')).toEqual(['a whole row of o as a value']);
  expect(faults('insert into orders (id) values ($1)')).toEqual(['an insert into orders without shop_id']);
});

it("only what the modules' checks, retentions, schedules and secrets send is over all shops, and what is listed", () => {
  for (const text of [
    'select name, position, failures, error, retry_at from event_readers where failures > 0 order by name limit $1',
    'delete from "sessions" where ("expires_at" at time zone \'UTC\') < ($1::timestamptz\n and true',
    'select shop_id from product_pictures where check_at <= $1',
    'select substring("key" from 2 for 4) as id, count(*)::int as values from "signing_keys" where "key" is not null group by 1',
    'update outbox_events as e set position = $1',
  ])
    expect([text, isOverAllShops(text)]).toEqual([text, true]);
  for (const text of [
    'select id from orders',
    'delete from "sessions" where "id" = $1',
    'select shop_id from product_pictures',
  ])
    expect([text, isOverAllShops(text)]).toEqual([text, false]);
});
