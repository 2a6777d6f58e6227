import { sql, type CompiledQuery, type RawBuilder } from 'kysely';
import type { Database } from './connection.ts';

/** Stands for a part of a query until the query is sent. */
class Slot {
  readonly part: string;
  constructor(part: string) {
    this.part = part;
  }
}

/**
 * A query that is built and written once, as that takes about as long as to send it, with slots where it differs each time.
 * @param names of the slots
 * @param build writes the query; what it is given stands where a value or a piece of SQL is filled in, in as many places as
 *   it likes, and must not be looked into
 * @returns fills in values, or pieces of SQL, for the slots
 */
export function queryTemplate<Row, Parts extends object>(
  names: readonly (keyof Parts & string)[],
  build: (db: Database, slots: Parts) => CompiledQuery<Row>,
): (db: Database, parts: Parts) => RawBuilder<Row> {
  const slots = Object.fromEntries(names.map((name) => [name, new Slot(name)])) as Parts;
  let written: { texts: TemplateStringsArray; parameters: readonly unknown[] } | undefined;
  return (db, parts) => {
    written ??= split(build(db, slots));
    const values = written.parameters.map((value) =>
      value instanceof Slot ? parts[value.part as keyof Parts] : value,
    );
    return sql<Row>(written.texts, ...values);
  };
}

/** The SQL between the parameters of a query, and these. */
function split({ sql: text, parameters }: CompiledQuery) {
  return { texts: Object.assign(text.split(/\$\d+/), { raw: [] }), parameters };
}
