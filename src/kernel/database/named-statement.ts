import { statement, type Database, type StatementOptions } from './connection.ts';

/** `$1`, `$2` … by the names of the values that replace them. */
export type Places<Values> = { readonly [Name in keyof Values]-?: string };

export interface NamedStatement<Row, Values> {
  /** Sends the statement with its values on the database or transaction given. */
  run(db: Database, values: Values): Promise<Row[]>;
  readonly text: string;
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
  options: StatementOptions = {},
): NamedStatement<Row, Values> {
  const names: (keyof Values)[] = [];
  const at = new Proxy({} as Places<Values>, {
    get(_places, value_name) {
      const known = names.indexOf(value_name as keyof Values);
      return `$${known === -1 ? names.push(value_name as keyof Values) : known + 1}`;
    },
  });
  const numbered = statement<Row>(name, write(at), options);
  return {
    text: numbered.text,
    run: (db, values) =>
      numbered.run(
        db,
        names.map((value_name) => values[value_name]),
      ),
  };
}
