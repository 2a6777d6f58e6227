import { loadModule, parseSync } from 'libpg-query';
import type { CatalogFunction } from './function-rules.ts';

await loadModule();

export type Fields = Record<string, unknown>;

/** One statement of a migration, by PostgreSQL's own parser. */
export interface MigrationStep {
  /** As `CreateStmt`, `AlterTableStmt`. */
  kind: string;
  fields: Fields;
  text: string;
  /** What stands above it. */
  comment: string;
  file: string;
}

export interface MigrationFile {
  /** As `0001_shops`. */
  name: string;
  /** Whether it asks to be run outside of a transaction. */
  runs_alone: boolean;
  steps: MigrationStep[];
}

/** @throws what the parser says of text that is no SQL */
export function readMigration(name: string, text: string): MigrationFile {
  // Places are counted in bytes.
  const bytes = Buffer.from(text);
  const { stmts = [] } = parseSync(text) as {
    stmts?: { stmt: Fields; stmt_location?: number; stmt_len?: number }[];
  };
  let end = 0;
  const steps = stmts.map(({ stmt, stmt_location = 0, stmt_len }) => {
    const [kind, fields] = Object.entries(stmt)[0] as [string, Fields];
    const start = end;
    end = stmt_len === undefined ? bytes.length : stmt_location + stmt_len;
    const above = bytes.subarray(start, end).toString();
    const comment = /^;?(?:\s*--.*\n)*/.exec(above)?.[0] ?? '';
    return { kind, fields, text: above.slice(comment.length), comment, file: name };
  });
  return { name, runs_alone: text.startsWith('-- no transaction\n'), steps };
}

/** The table that a statement creates, changes or indexes. */
export function tableOf({ fields }: MigrationStep): string {
  return ((fields['relation'] as Fields | undefined)?.['relname'] as string | undefined) ?? '';
}

/** A change of a table: `AT_AddColumn`, `AT_SetNotNull` …, with its column or constraint. */
export interface Command {
  subtype: string;
  name?: string;
  def?: { ColumnDef?: Fields; Constraint?: Fields };
}

/** What an ALTER TABLE does, one after the other; nothing of other statements. */
export function commandsOf({ kind, fields }: MigrationStep): Command[] {
  if (kind !== 'AlterTableStmt') return [];
  return (fields['cmds'] as { AlterTableCmd: Command }[]).map(({ AlterTableCmd }) => AlterTableCmd);
}

/** A constraint with the columns that it stands at, where it stands at one. */
export interface Constraint {
  contype: string;
  conname?: string;
  column?: string;
  fields: Fields;
}

/** Constraints that a statement gives to its table, at columns and beside them. */
export function constraintsOf(step: MigrationStep): Constraint[] {
  const elements =
    step.kind === 'CreateStmt'
      ? ((step.fields['tableElts'] ?? []) as NonNullable<Command['def']>[])
      : commandsOf(step).flatMap(({ def }) => def ?? []);
  return elements.flatMap(({ ColumnDef, Constraint }) =>
    Constraint === undefined
      ? constraintsOfColumn(ColumnDef)
      : [{ contype: Constraint['contype'] as string, ...nameOf(Constraint), fields: Constraint }],
  );
}

/** @param column as the parser has it */
export function constraintsOfColumn(column: Fields | undefined): Constraint[] {
  const found = (column?.['constraints'] ?? []) as { Constraint: Fields }[];
  return found.map(({ Constraint }) => ({
    contype: Constraint['contype'] as string,
    ...nameOf(Constraint),
    column: column?.['colname'] as string,
    fields: Constraint,
  }));
}

function nameOf(constraint: Fields): { conname?: string } {
  const conname = constraint['conname'] as string | undefined;
  return conname === undefined ? {} : { conname };
}

/** The words of a list of names. */
export function textsOf(names: unknown): string[] {
  return ((names ?? []) as { String: { sval: string } }[]).map(({ String }) => String.sval);
}

/** Every text that stands at one of these keys, at any depth. */
export function textsAt(node: unknown, keys: ReadonlySet<string>): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' && keys.has(key) ? [value] : textsAt(value, keys),
  );
}

/** The columns of an index, or of a constraint's list. */
export function columnsIn(list: unknown): string[] {
  return ((list ?? []) as Fields[]).map((item) => {
    const { List, IndexElem, String } = item as Record<string, Fields | undefined>;
    // Of an exclusion, each with its operator.
    if (List !== undefined) return columnsIn(List['items'])[0] ?? '';
    return ((IndexElem?.['name'] ?? String?.['sval']) as string | undefined) ?? 'an expression';
  });
}

interface TypeName {
  names: unknown;
  setof?: boolean;
  arrayBounds?: unknown[];
}

/** What a statement that creates a function says of it. */
export function functionOf({ kind, fields, text }: MigrationStep): CatalogFunction | undefined {
  if (kind !== 'CreateFunctionStmt') return undefined;
  const parameters = (fields['parameters'] ?? []) as {
    FunctionParameter: { name?: string; argType: TypeName };
  }[];
  const options = (fields['options'] ?? []) as { DefElem: { defname: string; arg: Fields } }[];
  const language = options.find(({ DefElem }) => DefElem.defname === 'language')?.DefElem.arg['String'];
  return {
    name: textsOf(fields['funcname']).at(-1) ?? '',
    language: ((language as { sval: string } | undefined)?.sval ?? 'sql').toLowerCase(),
    parameters: parameters.map(({ FunctionParameter: { name = '', argType } }) => ({
      name,
      type: typeOf(argType),
    })),
    returns: typeOf(fields['returnType'] as TypeName | undefined),
    text,
  };
}

function typeOf(type: TypeName | undefined): string {
  if (type === undefined) return 'void';
  return `${type.setof === true ? 'setof ' : ''}${textsOf(type.names).at(-1)}${type.arrayBounds === undefined ? '' : '[]'}`;
}
