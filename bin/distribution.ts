import { tenantTables } from '../src/kernel/database/schema.generated.ts';
import type { DatabaseFunction } from '../src/kernel/database/shop-function.ts';

/** Tables that are the same for all shops and seldom change: whole on every node. */
const REFERENCE = new Set(['provinces', 'cities', 'districts']);

/** Tables of no shop, or above shops: on the coordinator alone. */
const LOCAL = new Set([
  'shop_subdomains',
  'user_emails',
  'login_attempts',
  'signing_keys',
  'event_places',
  'event_readers',
  'unknown_callbacks',
  'news',
  'sandbox_clock',
  'sandbox_charges',
  'sandbox_payments',
  'sandbox_payouts',
  'sandbox_callbacks',
]);

/** Tables of shops by another column than shop_id. */
const BY_COLUMN: Readonly<Record<string, string>> = { shops: 'id', idempotency_keys: 'scope' };

export interface Table {
  name: string;
  keys: { name: string; definition: string; target: string }[];
}

/** The tables of `migrations/schema.generated.sql` with their foreign keys. */
export function readTables(schema: string): Table[] {
  return [...schema.matchAll(/^create table (\w+).*?^\);/gms)].map(([text, name = '']) => ({
    name,
    keys: [...text.matchAll(/^ {2}constraint (\w+) (FOREIGN KEY .* REFERENCES (\w+)\(.*?),?$/gm)].map(
      ([, key = '', definition = '', target = '']) => ({ name: key, definition, target }),
    ),
  }));
}

export interface Distribution {
  /** In the order in which they have to run. */
  statements: string[];
  /** Tables that are in none of the lists. */
  unknown: string[];
}

/** @throws Error where foreign keys between tables of shops go in a circle beside that of a shop to its supplier */
export function distribution(tables: readonly Table[]): Distribution {
  const columnOf = ({ name }: Table) =>
    BY_COLUMN[name] ?? ((tenantTables as readonly string[]).includes(name) ? 'shop_id' : undefined);
  const reference = tables.filter(({ name }) => REFERENCE.has(name));
  const local = tables.filter(({ name }) => LOCAL.has(name));
  const of_shops = tables.filter((table) => columnOf(table) !== undefined);
  // All others lead to shops, so what shops lead to themselves is taken off meanwhile.
  const around = (of_shops.find(({ name }) => name === 'shops')?.keys ?? []).filter(
    ({ target }) => !REFERENCE.has(target),
  );
  const known = new Set([...reference, ...local, ...of_shops]);
  return {
    statements: [
      'begin;',
      ...around.map(({ name }) => `alter table shops drop constraint ${name};`),
      ...reference.map(({ name }) => `select create_reference_table('${name}');`),
      ...afterTargets(of_shops).map((table) => {
        const beside = table.name === 'shops' ? '' : ", colocate_with => 'shops'";
        return `select create_distributed_table('${table.name}', '${columnOf(table)}'${beside});`;
      }),
      ...around.map(({ name, definition }) => `alter table shops add constraint ${name} ${definition};`),
      'commit;',
      ...local.map(({ name }) => `-- ${name} stays on the coordinator.`),
    ],
    unknown: tables.filter((table) => !known.has(table)).map(({ name }) => name),
  };
}

/** The statements that have functions run on the node that has their shop, in one command. */
export function functionDistribution(functions: readonly DatabaseFunction[]): string[] {
  return functions.map(
    ({ signature }) =>
      `select create_distributed_function('${signature}', 'given_shop_id', colocate_with => 'shops');`,
  );
}

/** Each after those that its foreign keys lead to; shops first. */
function afterTargets(tables: readonly Table[]): Table[] {
  const names = new Set(tables.map(({ name }) => name));
  const sorted: Table[] = [];
  const placed = new Set<string>();
  while (sorted.length < tables.length) {
    const next = tables.filter(
      ({ name, keys }) =>
        !placed.has(name) &&
        (name === 'shops' ||
          keys.every(({ target }) => target === name || placed.has(target) || !names.has(target))),
    );
    if (next.length === 0) throw new Error('foreign keys go in a circle');
    for (const table of next) {
      sorted.push(table);
      placed.add(table.name);
    }
  }
  return sorted;
}
