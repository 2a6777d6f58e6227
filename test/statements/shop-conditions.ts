import { loadModule, parseSync } from 'libpg-query';
import { tenantTables } from '../../src/kernel/database/schema.generated.ts';

await loadModule();

/** The column that says whose a row is, by table. */
export const shopColumns: ReadonlyMap<string, string> = new Map([
  ...tenantTables.map((table) => [table, 'shop_id'] as const),
  ['shops', 'id'],
  ['idempotency_keys', 'scope'],
]);

type Fields = Record<string, unknown>;
type Visit = (kind: string, fields: Fields, ctes: ReadonlySet<string>) => void;

/** What is read or written at one level of a statement, and the conditions that must hold there. */
interface Level {
  sources: { table: string | undefined; alias: string }[];
  conditions: unknown[];
}

/**
 * What keeps a statement from being answered by one node that holds one shop, by PostgreSQL's own parser (docs/scale.md gives
 * the reasons): a table of shops without a condition on the shop's own value, `x.shop_id = $1` or a constant (that of
 * another table is none); an insert that does not say the shop; locks in a CTE that are not in a sub-select; an empty list
 * of columns; `ctid`, grouping sets, and whole rows of such tables as values.
 * @param parameters names that stand for values too, as those of a function's arguments
 * @param is_over_all_shops that tables have no condition on a shop is no fault; all else is
 * @returns one line a fault; none where all is well
 * @throws what the parser says of text that is no SQL
 */
export function shopFaults(
  text: string,
  parameters: ReadonlySet<string> = new Set(),
  is_over_all_shops = false,
): string[] {
  const faults = new Set<string>();
  const checks: Record<string, Visit> = {
    SelectStmt: (_, select, ctes) => {
      if (
        select['op'] === 'SETOP_NONE' &&
        select['targetList'] === undefined &&
        select['valuesLists'] === undefined
      )
        faults.add('a select without columns');
      checkLevel(levelOf([select['fromClause']], [select['whereClause']], ctes));
    },
    UpdateStmt: (_, update, ctes) =>
      checkLevel(
        levelOf([{ RangeVar: update['relation'] }, update['fromClause']], [update['whereClause']], ctes),
      ),
    DeleteStmt: (_, removal, ctes) =>
      checkLevel(
        levelOf([{ RangeVar: removal['relation'] }, removal['usingClause']], [removal['whereClause']], ctes),
      ),
    InsertStmt: (_, insert) => checkInsert(insert),
    CommonTableExpr: (_, cte) => {
      const select = (cte['ctequery'] as Fields)['SelectStmt'] as Fields | undefined;
      if (select?.['lockingClause'] !== undefined)
        faults.add(`locks of the CTE ${String(cte['ctename'])} that stand in no sub-select`);
    },
    ColumnRef: (_, column) => {
      if (namesOf(column).at(-1) === 'ctid') faults.add('ctid');
    },
    GroupingSet: () => void faults.add('grouping sets'),
    MergeStmt: () => void faults.add('a merge, whose conditions are not looked at'),
  };

  function checkLevel({ sources, conditions }: Level): void {
    if (is_over_all_shops) return;
    const tied = conditions.flatMap((condition) => tiedColumns(condition, parameters));
    const of_shops = sources.filter((source) => shopColumns.has(source.table ?? ''));
    for (const { table = '', alias } of of_shops) {
      const column = shopColumns.get(table);
      const is_tied = tied.some(
        ([named, name]) =>
          name === column && (named === alias || (named === undefined && of_shops.length === 1)),
      );
      if (!is_tied)
        faults.add(
          `${table}${alias === table ? '' : ` (${alias})`} without ${column} = the shop's own value`,
        );
    }
  }

  function checkInsert(insert: Fields): void {
    const table = (insert['relation'] as Fields)['relname'] as string;
    const column = shopColumns.get(table);
    const columns = (insert['cols'] as { ResTarget: { name: string } }[] | undefined) ?? [];
    // A new shop's number is drawn by its row.
    if (column === undefined || table === 'shops') return;
    if (!columns.some(({ ResTarget }) => ResTarget.name === column))
      faults.add(`an insert into ${table} without ${column}`);
  }

  const { stmts } = parseSync(text) as { stmts?: unknown[] };
  walk(stmts, new Set(), (kind, fields, ctes) => checks[kind]?.(kind, fields, ctes));
  for (const fault of wholeRows(stmts)) faults.add(fault);
  return [...faults];
}

/** Visits every node with the names of the CTEs that are known there. */
function walk(node: unknown, ctes: ReadonlySet<string>, visit: Visit): void {
  if (Array.isArray(node)) for (const item of node) walk(item, ctes, visit);
  if (!isNode(node)) return;
  for (const [key, fields] of Object.entries(node)) {
    // The sides of a union stand without their kind.
    const kind = isNode(fields) && 'limitOption' in fields ? 'SelectStmt' : key;
    if (!isNode(fields)) {
      walk(fields, ctes, visit);
      continue;
    }
    const known = new Set([...ctes, ...cteNames(fields)]);
    visit(kind, fields, known);
    walk(fields, known, visit);
  }
}

function cteNames(fields: Fields): string[] {
  const clause = fields['withClause'] as { ctes: { CommonTableExpr: { ctename: string } }[] } | undefined;
  return clause?.ctes.map(({ CommonTableExpr }) => CommonTableExpr.ctename) ?? [];
}

function levelOf(from: unknown[], conditions: unknown[], ctes: ReadonlySet<string>): Level {
  const level: Level = { sources: [], conditions };
  for (const source of from) addSource(source, level, ctes);
  return level;
}

function addSource(node: unknown, level: Level, ctes: ReadonlySet<string>): void {
  if (Array.isArray(node)) for (const item of node) addSource(item, level, ctes);
  if (!isNode(node)) return;
  const [kind, fields] = Object.entries(node)[0] as [string, Fields];
  if (kind === 'JoinExpr') {
    addSource(fields['larg'], level, ctes);
    addSource(fields['rarg'], level, ctes);
    level.conditions.push(fields['quals']);
  }
  if (kind === 'RangeVar') {
    const table = fields['relname'] as string;
    const alias = (fields['alias'] as { aliasname: string } | undefined)?.aliasname ?? table;
    level.sources.push({ table: ctes.has(table) ? undefined : table, alias });
  }
}

/** Columns, with their tables' names where given, that must equal a value: one side of an OR may be false. */
function tiedColumns(node: unknown, parameters: ReadonlySet<string>): [string | undefined, string][] {
  if (!isNode(node)) return [];
  const { BoolExpr, A_Expr } = node as { BoolExpr?: Fields; A_Expr?: Fields };
  if (BoolExpr?.['boolop'] === 'AND_EXPR')
    return (BoolExpr['args'] as unknown[]).flatMap((part) => tiedColumns(part, parameters));
  if (A_Expr?.['kind'] !== 'AEXPR_OP' || operatorOf(A_Expr) !== '=') return [];
  const sides = [A_Expr['lexpr'], A_Expr['rexpr']];
  if (!sides.some((side) => isOwnValue(side, parameters))) return [];
  return sides.flatMap((side) => {
    const names = namesOf((side as { ColumnRef?: Fields }).ColumnRef);
    const name = names.at(-1);
    return name === undefined ? [] : [[names.at(-2), name] as [string | undefined, string]];
  });
}

function operatorOf(expression: Fields): string | undefined {
  return (expression['name'] as { String: { sval: string } }[]).at(-1)?.String.sval;
}

/** Whether it is a parameter or a constant, cast or not. */
function isOwnValue(node: unknown, parameters: ReadonlySet<string>): boolean {
  if (!isNode(node)) return false;
  const { TypeCast, ColumnRef, ParamRef, A_Const } = node as Record<string, Fields | undefined>;
  if (TypeCast !== undefined) return isOwnValue(TypeCast['arg'], parameters);
  if (ColumnRef !== undefined) return parameters.has(namesOf(ColumnRef).join('.'));
  return ParamRef !== undefined || A_Const !== undefined;
}

/** Names of tables of shops, or of their aliases, that stand as values: a node has a row type of its own for each part. */
function wholeRows(statement: unknown): string[] {
  const rows = new Set<string>();
  walk(statement, new Set(), (kind, fields, ctes) => {
    if (kind !== 'RangeVar' && kind !== 'relation') return;
    const table = fields['relname'] as string;
    const alias = (fields['alias'] as { aliasname: string } | undefined)?.aliasname;
    if (shopColumns.has(table) && !ctes.has(table)) rows.add(alias ?? table);
  });
  const found = new Set<string>();
  walk(statement, new Set(), (kind, fields) => {
    const names = kind === 'ColumnRef' ? namesOf(fields) : [];
    const is_alone = (fields['fields'] as unknown[] | undefined)?.length === 1;
    if (is_alone && rows.has(names[0] as string)) found.add(`a whole row of ${names[0]} as a value`);
  });
  return [...found];
}

function namesOf(column: Fields | undefined): string[] {
  const fields = (column?.['fields'] ?? []) as { String?: { sval: string } }[];
  return fields.flatMap((field) => field.String?.sval ?? []);
}

function isNode(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
