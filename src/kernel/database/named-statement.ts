import { statement, type Database, type StatementOptions } from './connection.ts';

/** `$1`, `$2` … by the names of the values that replace them. */
export type Places<Values> = { readonly [Name in keyof Values]-?: string };

export interface NamedStatement<Row, Values> {
  /** Sends the statement with its values on the database or transaction given. */
  run(db: Database, values: Values): Promise<Row[]>;
  readonly text: string;
}

export interface NamedStatementOptions<Values> extends StatementOptions {
  /**
   * A value that is null for most who send the statement, and turns a condition off: for null a text of its own is declared. In one
   * for both the plan of a value is so much cheaper than the one for any that none is stored: that of a page of products
   * was made anew each time, which took longer than to read the page.
   */
  null_apart?: keyof Values;
}

/**
 * Declares a frequent statement like `statement`, with named parameters: `${at.shop_id}` in the text is the place of
 * `values.shop_id`. The text is created once, when the module loads. A name that is not one of the values does not
 * compile, in the text or in the call.
 * @param write returns the text; the places are numbered in the order in which they are first used
 * @throws like `statement`
 */
export function namedStatement<Row, Values extends object>(
  name: string,
  write: (at: Places<Values>) => string,
  { null_apart, ...options }: NamedStatementOptions<Values> = {},
): NamedStatement<Row, Values> {
  const given = numbered<Row, Values>(name, write, options);
  if (null_apart === undefined) return given;
  const absent = numbered<Row, Values>(
    `${name}_without`,
    (at) =>
      write(
        new Proxy(at, { get: (places, of) => (of === null_apart ? 'null' : places[of as keyof Values]) }),
      ),
    options,
  );
  return {
    text: given.text,
    run: (db, values) => (values[null_apart] === null ? absent : given).run(db, values),
  };
}

function numbered<Row, Values extends object>(
  name: string,
  write: (at: Places<Values>) => string,
  options: StatementOptions,
): NamedStatement<Row, Values> {
  const names: (keyof Values)[] = [];
  const at = new Proxy({} as Places<Values>, {
    get(_places, value_name) {
      const known = names.indexOf(value_name as keyof Values);
      return `$${known === -1 ? names.push(value_name as keyof Values) : known + 1}`;
    },
  });
  const sent = statement<Row>(name, write(at), options);
  return {
    text: sent.text,
    run: (db, values) =>
      sent.run(
        db,
        names.map((value_name) => values[value_name]),
      ),
  };
}
