import { shopColumns } from '../statements/shop-conditions.ts';
import { functionFault } from './function-rules.ts';
import {
  columnsIn,
  commandsOf,
  constraintsOf,
  functionOf,
  tableOf,
  textsAt,
  type MigrationFile,
  type MigrationStep,
} from './migration-file.ts';

export interface MigrationRule {
  name: string;
  why: string;
  /** Each a file that is refused. */
  bad: readonly string[];
  /** Files, one after the other, that are not. */
  good: readonly string[];
  /**
   * @param earlier the files before
   * @returns what is wrong
   */
  find: (step: MigrationStep, file: MigrationFile, earlier: readonly MigrationFile[]) => string | undefined;
}

/** Tables of shops that a later migration has dropped. */
const DROPPED = new Set(['customer_balance_entries']);

/** So many characters, as a shard's number stands behind a name, which PostgreSQL cuts at 63. */
const LONGEST_NAME = 55;

/** Rules of every migration, which keep the schema ready to be distributed by shop: docs/scale.md. */
export const rules: readonly MigrationRule[] = [
  {
    name: 'no triggers on tables of shops',
    why: 'distributed tables have none: the use-case writes what follows from its rows',
    bad: ['create trigger orders_counted after insert on orders execute function count_orders()'],
    good: ['create trigger districts_written after insert on districts execute function write_districts()'],
    find: ({ kind, fields, ...step }) =>
      kind === 'CreateTrigStmt' && shopColumns.has(tableOf({ kind, fields, ...step }))
        ? `the trigger ${String(fields['trigname'])}`
        : undefined,
  },
  {
    name: 'functions are of one shop',
    why: 'a call goes to the node of its shop, where tables have parts with row types of their own',
    bad: [
      'create function text_of(o orders) returns text language sql return o.note',
      'create function all_of(shop bigint) returns setof orders language plpgsql as $$ begin end $$',
      'create function paid(shop bigint) returns bigint language sql return (select sum(paid_idr) from orders where shop_id = shop)',
      `create function paid(number bigint) returns bigint language plpgsql as $$
       begin return (select paid_idr from orders where id = number); end $$`,
    ],
    good: [
      `create function paid(shop bigint, number bigint) returns bigint language plpgsql as $$
       begin return (select paid_idr from orders where shop_id = shop and id = number); end $$`,
    ],
    find: (step) => {
      const created = functionOf(step);
      return created && functionFault(created);
    },
  },
  {
    name: 'one named constraint per ALTER TABLE',
    why: 'the engine carries out no more at once, and names that it makes itself are of one part',
    bad: [
      'alter table orders add check (quantity > 1) not valid',
      'alter table orders add constraint a check (quantity > 1) not valid, add constraint b check (quantity > 2) not valid',
      'alter table orders add column gift boolean default false check (gift)',
    ],
    good: ['alter table orders add constraint orders_many check (quantity > 1) not valid'],
    find: (step) => {
      const commands = commandsOf(step);
      const added = commands.filter(({ subtype }) => subtype === 'AT_AddConstraint');
      const inline = constraintsOf(step).some(
        ({ column, contype }) =>
          step.kind === 'AlterTableStmt' && column !== undefined && MADE_OF_ROWS.has(contype),
      );
      const is_alone = commands.length === 1 && added[0]?.def?.Constraint?.['conname'] !== undefined;
      return inline || (added.length > 0 && !is_alone) ? `constraints of ${tableOf(step)}` : undefined;
    },
  },
  {
    name: 'what is unique begins with the shop',
    why: 'what is unique among all shops stands in a directory, a table of no shop',
    bad: [
      'create unique index concurrently orders_awb on orders (awb_number)',
      'alter table orders add constraint orders_awb unique (awb_number)',
      'create unique index concurrently orders_awb on orders (lower(awb_number), shop_id)',
      'create table users (shop_id bigint, email text unique)',
    ],
    good: ['-- no transaction\ncreate unique index concurrently orders_awb on orders (shop_id, awb_number)'],
    find: (step) => {
      const column = shopColumns.get(tableOf(step));
      if (column === undefined) return undefined;
      const wrong = uniqueKeys(step).find(([first]) => first !== column);
      return wrong === undefined ? undefined : `(${wrong.join(', ')}) of ${tableOf(step)}`;
    },
  },
  {
    name: `names have ${LONGEST_NAME} characters at most`,
    why: 'a part of a table has its number behind each name, which PostgreSQL cuts at 63',
    bad: [`create table ${'parcels_'.repeat(7)} (id bigint)`],
    good: ['create table parcels (id bigint)'],
    find: (step) => {
      const keys = new Set(['conname', 'idxname', 'trigname', 'newname', 'colname']);
      const given = [
        ...textsAt(step.fields, keys),
        ...(step.kind === 'CreateStmt' ? [tableOf(step)] : []),
        ...(functionOf(step) === undefined ? [] : [functionOf(step)?.name ?? '']),
      ];
      return given.find((name) => name.length > LONGEST_NAME);
    },
  },
  {
    name: 'foreign keys lead to tables of shops from tables of shops only',
    why: 'tables for reference lie on every node, tables of shops on one',
    bad: ['alter table cities add constraint cities_shop foreign key (code) references shops not valid'],
    good: [
      'alter table suppliers add constraint suppliers_city foreign key (code) references cities not valid',
    ],
    find: (step) => {
      if (shopColumns.has(tableOf(step)) || DROPPED.has(tableOf(step))) return undefined;
      const keys = constraintsOf(step).map(
        ({ fields }) => fields['pktable'] as { relname: string } | undefined,
      );
      const target = keys.find((key) => shopColumns.has(key?.relname ?? ''))?.relname;
      return target === undefined ? undefined : `from ${tableOf(step)} to ${target}`;
    },
  },
];

/** Constraints that a look at the rows has to confirm. */
const MADE_OF_ROWS = new Set(['CONSTR_CHECK', 'CONSTR_UNIQUE', 'CONSTR_PRIMARY', 'CONSTR_FOREIGN']);

/** The columns of each unique index and constraint that a statement makes; of an index that exists already none. */
function uniqueKeys(step: MigrationStep): string[][] {
  if (step.kind === 'IndexStmt')
    return step.fields['unique'] === true ? [columnsIn(step.fields['indexParams'])] : [];
  return constraintsOf(step).flatMap(({ contype, column, fields }) => {
    if (contype === 'CONSTR_EXCLUSION') return [columnsIn(fields['exclusions'])];
    if (contype !== 'CONSTR_UNIQUE' && contype !== 'CONSTR_PRIMARY') return [];
    if (fields['indexname'] !== undefined) return [];
    return [column === undefined ? columnsIn(fields['keys']) : [column]];
  });
}
