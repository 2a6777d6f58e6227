import type { MigrationRule } from './migration-rules.ts';
import {
  commandsOf,
  constraintsOf,
  tableOf,
  type Command,
  type Fields,
  type MigrationFile,
  type MigrationStep,
} from './migration-file.ts';

/** Number of the last migration that makes the schema from nothing; what follows it changes tables that are in use. */
export const LAST_OF_BASE = 16;

/**
 * Rules of migrations after the base, for tables that exist by then: orders are placed meanwhile, by processes that know
 * the schema of before. CONTRIBUTING.md tells how to keep them.
 */
export const changeRules: readonly MigrationRule[] = [
  {
    name: 'indexes are built beside writes',
    why: 'an index that is built in a transaction keeps all writes of its table waiting',
    bad: [
      'create index orders_by_weight on orders (shop_id, weight_grams)',
      'create index concurrently orders_by_weight on orders (shop_id, weight_grams)',
      `-- no transaction\nalter table orders add column gift_note text`,
    ],
    good: ['-- no transaction\ncreate index concurrently orders_by_weight on orders (shop_id, weight_grams)'],
    find: (step, file) => {
      const is_alone = file.runs_alone && file.steps.length === 1;
      const is_concurrent = step.kind === 'IndexStmt' && step.fields['concurrent'] === true;
      if (file.runs_alone && !(is_alone && is_concurrent))
        return 'more than one index, without a transaction';
      if (is_concurrent && !is_alone) return 'concurrently, in a transaction';
      return step.kind === 'IndexStmt' && !is_concurrent && exists(step, file)
        ? `the index ${String(step.fields['idxname'])}`
        : undefined;
    },
  },
  {
    name: 'no table is written anew',
    why: 'nobody reads or writes the table until all its rows and indexes are written',
    bad: [
      'alter table orders alter column note type varchar(100)',
      'alter table orders add column doubled integer generated always as (2 * quantity) stored',
      'alter table orders add column gift_key text default gen_random_uuid()',
    ],
    good: [`alter table orders add column gift_note text not null default ''`],
    find: (step, file) => {
      const command = exists(step, file) ? commandsOf(step).find(writesAnew) : undefined;
      return command === undefined ? undefined : `${tableOf(step)}.${columnOf(command)}`;
    },
  },
  {
    name: 'a column is made mandatory by a check that has been validated',
    why: 'else all rows are read while nobody may use the table, and who knows only the schema of before can write none',
    bad: [
      'alter table orders alter column awb_number set not null',
      'alter table orders add column gift_note text not null',
      'alter table orders validate constraint orders_total_is_sum; alter table orders alter column awb_number set not null',
    ],
    good: [
      'alter table orders add constraint orders_awb check (awb_number is not null) not valid',
      'alter table orders validate constraint orders_awb; alter table orders alter column awb_number set not null',
    ],
    find: (step, file, earlier) => {
      if (!exists(step, file)) return undefined;
      const before = [...earlier.flatMap(({ steps }) => steps), ...stepsBefore(step, file)];
      const command = commandsOf(step).find(
        (one) =>
          (one.subtype === 'AT_SetNotNull' && !isKnownNotNull(tableOf(step), one.name ?? '', before)) ||
          isAddedWithoutValue(one),
      );
      return command === undefined ? undefined : `${tableOf(step)}.${columnOf(command)}`;
    },
  },
  {
    name: 'a constraint is added not valid, and validated by a later migration',
    why: 'else all rows are read while nobody may write the table',
    bad: [
      'alter table orders add constraint orders_many check (quantity > 1)',
      'alter table orders add constraint orders_numbers unique (shop_id, awb_number)',
      'alter table orders add constraint a check (quantity > 1) not valid; alter table orders validate constraint a',
    ],
    good: [
      'alter table orders add constraint orders_many check (quantity > 1) not valid',
      'alter table orders validate constraint orders_many',
    ],
    find: (step, file) => {
      if (!exists(step, file)) return undefined;
      const added = constraintsOf(step).find(
        ({ contype, fields, column }) =>
          column === undefined &&
          fields['skip_validation'] !== true &&
          // An index that was built beside writes has looked at all rows.
          (fields['indexname'] === undefined || contype === 'CONSTR_EXCLUSION'),
      );
      const validated = commandsOf(step).find(
        ({ subtype, name = '' }) =>
          subtype === 'AT_ValidateConstraint' &&
          stepsBefore(step, file).some((one) => addedConstraint(one, tableOf(step), name) !== undefined),
      );
      return added?.conname ?? validated?.name;
    },
  },
  {
    name: 'what is removed or renamed names the migration that replaced it',
    why: 'processes of before go on with the old name: first expand, and when none of them is left, contract',
    bad: [
      'alter table orders drop column note',
      '-- Contracts 0999_unknown.\nalter table orders rename column note to remark',
      'drop table order_costs',
      'drop function search_form',
    ],
    good: [
      'alter table orders add column remark text',
      '-- Contracts 9001_example: nothing has read it since remark took its place.\nalter table orders drop column note',
    ],
    find: (step, _file, earlier) => {
      const removed = removedBy(step);
      const named = /\d{4}_\w+/.exec(step.comment)?.[0];
      return removed === undefined || earlier.some(({ name }) => name === named) ? undefined : removed;
    },
  },
];

/** Whether the statement's table was there before its file. */
function exists(step: MigrationStep, file: MigrationFile): boolean {
  return !file.steps.some((one) => one.kind === 'CreateStmt' && tableOf(one) === tableOf(step));
}

function stepsBefore(step: MigrationStep, file: MigrationFile): MigrationStep[] {
  return file.steps.slice(0, file.steps.indexOf(step));
}

function columnOf({ name, def }: Command): string {
  return name ?? (def?.ColumnDef?.['colname'] as string);
}

/** What the parser says of a column that is added, by kind of constraint. */
function added({ subtype, def }: Command): Map<string, Fields> | undefined {
  if (subtype !== 'AT_AddColumn') return undefined;
  const constraints = (def?.ColumnDef?.['constraints'] ?? []) as { Constraint: Fields }[];
  return new Map(constraints.map(({ Constraint }) => [Constraint['contype'] as string, Constraint]));
}

/** A type that is changed, or a new column whose value is another in each row. */
function writesAnew(command: Command): boolean {
  if (command.subtype === 'AT_AlterColumnType') return true;
  const column = added(command);
  if (column === undefined) return false;
  const value = column.get('CONSTR_DEFAULT')?.['raw_expr'] as Fields | undefined;
  return (
    column.has('CONSTR_GENERATED') ||
    column.has('CONSTR_IDENTITY') ||
    (value !== undefined && !isConstant(value))
  );
}

function isConstant(value: Fields): boolean {
  const cast = value['TypeCast'] as { arg: Fields } | undefined;
  return 'A_Const' in value || (cast !== undefined && isConstant(cast.arg));
}

function isAddedWithoutValue(command: Command): boolean {
  const column = added(command);
  return column?.has('CONSTR_NOTNULL') === true && !column.has('CONSTR_DEFAULT');
}

/** Whether a check that the column has a value was validated before. */
function isKnownNotNull(table: string, column: string, before: readonly MigrationStep[]): boolean {
  return before.some((step) =>
    commandsOf(step).some(({ subtype, name = '' }) => {
      if (subtype !== 'AT_ValidateConstraint' || tableOf(step) !== table) return false;
      return before.some((one) => {
        const test = (addedConstraint(one, table, name)?.['raw_expr'] as Fields | undefined)?.['NullTest'] as
          | Fields
          | undefined;
        return (
          test?.['nulltesttype'] === 'IS_NOT_NULL' &&
          JSON.stringify(test['arg']).includes(`"sval":"${column}"`)
        );
      });
    }),
  );
}

function addedConstraint(step: MigrationStep, table: string, name: string): Fields | undefined {
  if (tableOf(step) !== table) return undefined;
  return constraintsOf(step).find(({ conname }) => conname === name)?.fields;
}

/** What code of before may still name. */
function removedBy(step: MigrationStep): string | undefined {
  const { kind, fields } = step;
  const dropped = commandsOf(step).find(({ subtype }) => subtype === 'AT_DropColumn');
  if (dropped !== undefined) return `${tableOf(step)}.${columnOf(dropped)}`;
  if (kind === 'RenameStmt' && fields['renameType'] !== 'OBJECT_INDEX')
    return `the name of ${(fields['subname'] as string | undefined) ?? tableOf(step)}`;
  const is_used = ['OBJECT_TABLE', 'OBJECT_FUNCTION', 'OBJECT_VIEW'].includes(fields['removeType'] as string);
  return kind === 'DropStmt' && is_used
    ? `a ${String(fields['removeType']).slice(7).toLowerCase()}`
    : undefined;
}
