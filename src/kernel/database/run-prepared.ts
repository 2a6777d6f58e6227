import type { CompiledQuery } from 'kysely';
import { declaredStatements, type Database } from './connection.ts';

/** Texts of a name that are prepared, at most: each connection keeps a plan of each, of about 100 kB. */
const PREPARED_MOST = 25;

/** How many are. */
const prepared = new Map<string, number>();

/**
 * Sends a statement whose text is made for what it does, prepared by name like those of `statement`, if its texts are few: to
 * plan a page of orders with its joins, or a change of an order with all that follows, takes several times as long as to do it.
 * @param name of all its texts, in snake case
 */
export async function runPrepared<Row>(
  db: Database,
  name: string,
  query: CompiledQuery<Row>,
): Promise<Row[]> {
  const known = prepared.get(name) ?? 0;
  if (known < PREPARED_MOST && !declaredStatements.has(query.sql)) {
    prepared.set(name, known + 1);
    declaredStatements.set(query.sql, `${name}_${known + 1}`);
  }
  return (await db.executeQuery(query)).rows;
}

/** The sizes of page that clients ask for mostly. */
const USUAL_PER_PAGE = new Set([10, 15, 20, 25, 50, 100]);

/**
 * The same for the first page of a list, in the sizes that are usual.
 * @param request size and place of the page, which are written out in the text
 */
export async function runPage<Row>(
  db: Database,
  name: string,
  { per_page, pagination_offset }: { per_page: number; pagination_offset: number },
  query: CompiledQuery<Row>,
): Promise<Row[]> {
  const is_usual = USUAL_PER_PAGE.has(per_page) && pagination_offset === 1;
  return is_usual ? runPrepared(db, name, query) : (await db.executeQuery(query)).rows;
}
