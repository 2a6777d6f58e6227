import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { distribution, functionDistribution, readTables } from '../../bin/distribution.ts';
import { tenantTables } from '../../src/kernel/database/schema.generated.ts';
import { databaseFunctions } from '../../src/modules.ts';

const tables = readTables(
  readFileSync(new URL('../../migrations/schema.generated.sql', import.meta.url), 'utf8'),
);

test('every table is of a shop, for reference, or local to the coordinator', () => {
  expect(tables.length).toBeGreaterThan(50);
  expect(distribution(tables).unknown).toEqual([]);
  const with_new = [...tables, { name: 'parcels', keys: [] }];
  expect(distribution(with_new).unknown).toEqual(['parcels']);
});

test('every table of shops is distributed once, after what its foreign keys lead to', () => {
  const { statements } = distribution(tables);
  const at = (table: string) => {
    const found = statements.flatMap((text, place) => (text.includes(`_table('${table}'`) ? [place] : []));
    expect([table, found.length]).toEqual([table, 1]);
    return found[0] ?? 0;
  };
  for (const table of tenantTables) at(table);
  const around = ['provinces', 'cities', 'shops'];
  const of_shops = new Set<string>(tenantTables);
  const wrong = tables
    .filter(({ name }) => of_shops.has(name) && !around.includes(name))
    .flatMap(({ name, keys }) =>
      keys.filter(
        ({ target }) => target !== name && !around.slice(0, 2).includes(target) && at(target) > at(name),
      ),
    );
  expect(wrong).toEqual([]);
});

test('every function of shops is distributed by its shop', () => {
  const statements = functionDistribution(databaseFunctions);
  expect(statements).toContainEqual(
    expect.stringMatching(
      /^select create_distributed_function\('store_order_\w+\(bigint, .*\)', 'given_shop_id'/,
    ),
  );
});

test('no foreign key leads from a reference or local table to one of shops, nor from one of shops to a local one', () => {
  const of_shops = new Set<string>([...tenantTables, 'shops', 'idempotency_keys']);
  const reference = new Set(['provinces', 'cities', 'districts']);
  const wrong = tables.flatMap(({ name, keys }) =>
    keys.filter(({ target }) =>
      of_shops.has(name) ? !of_shops.has(target) && !reference.has(target) : of_shops.has(target),
    ),
  );
  expect(wrong).toEqual([]);
});
