/** The types that a value can have in the database. */
type SqlType<Value> = [NonNullable<Value>] extends [boolean]
  ? 'boolean'
  : [NonNullable<Value>] extends [number]
    ? 'smallint' | 'integer' | 'bigint'
    : [NonNullable<Value>] extends [readonly number[]]
      ? 'bigint[]'
      : [NonNullable<Value>] extends [readonly string[]]
        ? 'text[]'
        : [NonNullable<Value>] extends [string]
          ? 'text' | 'date'
          : never;

/** The columns of a row that is passed as JSON, each with its type. */
export type ColumnTypes<Row> = { readonly [Name in keyof Row & string]-?: SqlType<Row[Name]> };

/**
 * The columns of a wide insert or update, named once, so that names and types cannot diverge and no column can take the
 * place of another.
 */
export interface Columns {
  /** `order_date, note`: of the table, and in the same order of the rows. */
  names: string;
  /** `order_date date, note text`: for `jsonb_to_recordset(…) as row (…)`. */
  definition: string;
  /** `order_date = row.order_date, note = row.note`: for `update … set`. */
  assignments(row: string): string;
}

/** @param types of exactly the columns of the rows that are passed as JSON */
export function columnsOf<Row>(types: ColumnTypes<Row>): Columns {
  const entries = Object.entries<string>(types);
  return {
    names: entries.map(([name]) => name).join(', '),
    definition: entries.map(([name, type]) => `${name} ${type}`).join(', '),
    assignments: (row) => entries.map(([name]) => `${name} = ${row}.${name}`).join(', '),
  };
}
