import type pg from 'pg';

interface Column {
  table_name: string;
  column_name: string;
  udt_name: string;
  is_nullable: 'YES' | 'NO';
  column_default: string | null;
  is_identity: 'YES' | 'NO';
  is_generated: 'ALWAYS' | 'NEVER';
  check_words: string[] | null;
}

const TYPES: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bool: 'boolean',
  text: 'string',
  uuid: 'string',
  bytea: 'Buffer',
  date: 'string',
  timestamptz: 'Timestamp',
  jsonb: 'Json',
  _text: 'string[]',
  _int4: 'number[]',
  _int8: 'number[]',
};

/**
 * TypeScript types of the public schema for Kysely, and the list of tenant tables for the tenant guard.
 * Written by hand rather than by kysely-codegen, which knows neither our words of a CHECK (a column that
 * may hold 'S', 'R' or 'PO' gets exactly this type) nor which tables belong to a shop.
 */
export async function databaseTypes(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable, c.column_default, c.is_identity, c.is_generated,
      (select array_agg(m[1]) from pg_constraint k, lateral regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') m
       where k.conrelid = format('public.%I', c.table_name)::regclass and k.contype = 'c'
         and pg_get_constraintdef(k.oid) ~ format('^CHECK \\(\\(%s = ANY \\(ARRAY\\[', c.column_name)) as check_words
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'kysely%'
    order by c.table_name, c.ordinal_position`);
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const tenant = await pool.query<{ name: string }>(`
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and i.indisprimary and a.attname = 'shop_id'
    order by c.relname collate "C"`);
  return `// Made from the migrations by npm run generate. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;

${[...tables].map(([name, columns]) => interfaceOf(name, columns)).join('\n')}
export interface DB {
${[...tables.keys()].map((name) => `  ${name}: ${typeName(name)};`).join('\n')}
}

/** Tables whose rows belong to a shop: it comes first in their keys. */
export const tenantTables = [
${tenant.rows.map(({ name }) => `  '${name}',`).join('\n')}
] as const;
`;
}

function interfaceOf(name: string, columns: Column[]): string {
  return `export interface ${typeName(name)} {\n${columns.map((column) => `  ${column.column_name}: ${typeOf(column)};`).join('\n')}\n}\n`;
}

function typeOf(column: Column): string {
  const base = column.check_words?.map((word) => `'${word}'`).join(' | ') ?? TYPES[column.udt_name];
  if (base === undefined)
    throw new Error(`no type for ${column.table_name}.${column.column_name} (${column.udt_name})`);
  const type = column.is_nullable === 'YES' ? `${base} | null` : base;
  if (column.is_generated === 'ALWAYS') return `GeneratedAlways<${type}>`;
  if (column.column_default !== null || column.is_identity === 'YES') return `Generated<${type}>`;
  return type;
}

function typeName(table: string): string {
  return table.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase()) + 'Table';
}
