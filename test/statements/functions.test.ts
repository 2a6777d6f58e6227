import { parsePlPgSQLSync } from 'libpg-query';
import { describe, expect, test } from 'vitest';
import { shopFunction, type DatabaseFunction } from '../../src/kernel/database/shop-function.ts';
import { databaseFunctions } from '../../src/modules.ts';
import { shopFaults } from './shop-conditions.ts';

/** The statements of a function, by PostgreSQL's own parser of PL/pgSQL. */
function statementsOf({ definition }: DatabaseFunction): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [kind, value] of Object.entries(node)) {
      if (kind === 'PLpgSQL_stmt_execsql' || kind === 'PLpgSQL_stmt_perform')
        found.push(queryOf(value as Record<string, unknown>));
      walk(value);
    }
  };
  walk(parsePlPgSQLSync(definition));
  return found;
}

function queryOf(node: Record<string, unknown>): string {
  const { PLpgSQL_expr: expression } = (node['sqlstmt'] ?? node['expr']) as {
    PLpgSQL_expr: { query: string };
  };
  return expression.query;
}

const SHOP = new Set(['given_shop_id']);

describe.each(databaseFunctions)('$title', (declared) => {
  test('has statements of one shop alone', () => {
    const statements = statementsOf(declared);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.flatMap((text) => shopFaults(text, SHOP).map((fault) => `${fault}: ${text}`))).toEqual(
      [],
    );
  });

  // An engine of several nodes sends such a statement to all of them (docs/scale.md).
  test('inserts in no CTE', () => {
    const inserting = statementsOf(declared).filter((text) => /^\s*with\b.*\(\s*insert\b/is.test(text));
    expect(inserting).toEqual([]);
  });
});

test('a statement of a function that another shop could answer is seen', () => {
  const wrong = shopFunction<{ count: number }, { shop_id: number }>(
    'wrong',
    { takes: { shop_id: 'bigint' }, returns: { count: 'bigint' } },
    (given, { count }) => `begin
      perform 1 from customers where shop_id = ${given.shop_id};
      if true then
        select count(*) into ${count} from customers join users on users.shop_id = customers.shop_id
        where customers.shop_id = ${given.shop_id};
      end if;
    end`,
  );
  const faults = statementsOf(wrong).flatMap((text) => shopFaults(text, SHOP));
  expect(faults).toEqual(["users without shop_id = the shop's own value"]);
});
