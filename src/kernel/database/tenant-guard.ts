import {
  PostgresDialect,
  PostgresQueryCompiler,
  type CompiledQuery,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';
import { tenantTables } from './schema.generated.ts';

/** Thrown for a statement that could reach rows of another shop: a mistake in our code, never the client's. */
export class TenantGuardError extends Error {}

const tenants = new Set<string>(tenantTables);

/** Texts that are known to be restricted, at most, of 3 to 6 kB each: what requests make of places of pages is no end of them. */
const KNOWN_MOST = 1_000;

/** Queries to be restricted. */
const restricted = new WeakSet<QueryId>();

/** PostgreSQL's dialect, whose statements are checked when they are written, of databases with the plugin `tenantGuard`. */
export class GuardedDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new GuardedCompiler();
  }
}

/** Values are no part of a text, and are not checked: a text is checked once, as that takes longer than to write it. */
class GuardedCompiler extends PostgresQueryCompiler {
  readonly #known = new Set<string>();

  override compileQuery(node: RootOperationNode, query_id: QueryId): CompiledQuery {
    const query = super.compileQuery(node, query_id);
    if (!restricted.has(query_id) || this.#known.has(query.sql)) return query;
    tenantGuard.check(node);
    if (this.#known.size === KNOWN_MOST) this.#known.clear();
    this.#known.add(query.sql);
    return query;
  }
}

/**
 * Restricts every statement to its shop: each tenant table that it reads or writes needs a condition `shop_id =` (a
 * value, or the shop_id of a table that has such a condition), and each inserted row needs a shop_id. Raw SQL that names
 * such a table must contain the word shop_id. That is a cheap check: the tests parse every statement and count the
 * conditions of each table (test/statements).
 */
class TenantGuard implements KyselyPlugin {
  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    restricted.add(queryId);
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return result;
  }

  /** @throws TenantGuardError for SQL that names a tenant table but not shop_id */
  checkText(text: string): void {
    const lower = text.toLowerCase();
    // A name before a dot is the table of a column; the surrounding statement names it elsewhere.
    const words = new Set(lower.match(/\b[a-z_]+\b(?!"?\s*\.)/g));
    const named = [...tenants].filter((table) => words.has(table));
    if (named.length > 0 && !/\bshop_id\b/.test(lower))
      throw new TenantGuardError(`SQL on ${named.join(', ')} without shop_id: ${text}`);
  }

  /** @throws TenantGuardError for a statement that could reach another shop's rows */
  check(node: OperationNode): void {
    if (node.kind === 'RawNode')
      this.checkText((node as unknown as { sqlFragments: string[] }).sqlFragments.join(' '));
    if (node.kind === 'InsertQueryNode') checkInsert(node);
    if (node.kind === 'SelectQueryNode' || node.kind === 'UpdateQueryNode' || node.kind === 'DeleteQueryNode')
      checkConditions(node);
    eachChild(node, (child) => this.check(child));
  }
}

type AnyNode = OperationNode & Record<string, unknown>;

function eachChild(node: OperationNode, visit: (child: OperationNode) => void): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const name in fields) {
    const value = fields[name];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item);
    } else if (isNode(value)) visit(value);
  }
}

function fromChildren<T>(node: OperationNode, find: (child: OperationNode) => T[]): T[] {
  const found: T[] = [];
  eachChild(node, (child) => found.push(...find(child)));
  return found;
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function checkInsert(node: OperationNode): void {
  const insert = node as unknown as { into?: OperationNode; columns?: { column: { name: string } }[] };
  const table = insert.into === undefined ? undefined : tablesOf(insert.into)[0];
  if (table === undefined || !tenants.has(table.name)) return;
  if (!insert.columns?.some((column) => column.column.name === 'shop_id'))
    throw new TenantGuardError(`insert into ${table.name} without shop_id`);
}

function checkConditions(node: OperationNode): void {
  const { from, table, using, joins, where } = node as AnyNode;
  const sources = [from, table, using, ...((joins as unknown[]) ?? [])].filter(isNode);
  const tables = sources.flatMap(tablesOf).filter((source) => tenants.has(source.name));
  if (tables.length === 0) return;
  const conditions = [where, ...((joins as AnyNode[]) ?? []).map((join) => join['on'])].filter(isNode);
  const tied = new Set(conditions.flatMap(tiedAliases));
  const only = tables.length === 1;
  for (const source of tables)
    if (!tied.has(source.alias) && !(only && tied.has('')))
      throw new TenantGuardError(`statement on ${source.name} (${source.alias}) without shop_id =`);
}

/** Tables named by a FROM, JOIN, UPDATE, DELETE or INTO node, with their aliases; subqueries check themselves. */
function tablesOf(node: OperationNode): { name: string; alias: string }[] {
  const any = node as AnyNode;
  if (node.kind === 'AliasNode') {
    const alias = (any['alias'] as AnyNode)['name'] as string;
    return tablesOf(any['node'] as OperationNode).map((table) => ({ name: table.name, alias }));
  }
  if (node.kind === 'TableNode') {
    const name = ((any['table'] as AnyNode)['identifier'] as AnyNode)['name'] as string;
    return [{ name, alias: name }];
  }
  if (node.kind === 'JoinNode') return tablesOf(any['table'] as OperationNode);
  if (node.kind === 'SelectQueryNode' || node.kind === 'RawNode') return [];
  return fromChildren(node, tablesOf);
}

/** Aliases whose shop_id is on either side of an `=`; '' if it is unqualified. */
function tiedAliases(node: OperationNode): string[] {
  if (node.kind === 'SelectQueryNode') return [];
  // Only a condition that must hold counts: one side of an OR may be false.
  if (node.kind === 'OrNode') return [];
  if (node.kind === 'BinaryOperationNode') {
    const { leftOperand, operator, rightOperand } = node as AnyNode;
    if ((operator as AnyNode)['operator'] !== '=') return [];
    return [leftOperand, rightOperand].filter(isNode).flatMap(shopIdAlias);
  }
  return fromChildren(node, tiedAliases);
}

function shopIdAlias(node: OperationNode): string[] {
  if (node.kind !== 'ReferenceNode') return [];
  const { column, table } = node as AnyNode;
  const name = (((column as AnyNode)['column'] as AnyNode) ?? {})['name'];
  if (name !== 'shop_id') return [];
  return [isNode(table) ? (tablesOf(table)[0]?.alias ?? '') : ''];
}

export const tenantGuard = new TenantGuard();
