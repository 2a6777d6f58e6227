import type { CompiledQuery } from 'kysely';
import { declaredStatements, type Database } from './connection.ts';

/** Statements of pages that are prepared, at most: each connection keeps a plan of each, of about 100 kB. */
const PREPARED_MOST = 50;
let prepared = 0;

/** The sizes of page that clients ask for mostly. */
const USUAL_PER_PAGE = new Set([10, 15, 20, 25, 50, 100]);

/**
 * Sends the statement of a page, whose text is made for its filters. As texts of usual pages are few they are prepared by
 * name, like those of `statement`: planning a list with its joins takes longer than reading its page.
 * @param name of the list, in snake case
 * @param request size and place of the page, which are written out in the text
 */
export async function runPage<Row>(
  db: Database,
  name: string,
  request: { per_page: number; pagination_offset: number },
  query: CompiledQuery<Row>,
): Promise<Row[]> {
  if (isUsual(request) && prepared < PREPARED_MOST && !declaredStatements.has(query.sql)) {
    prepared += 1;
    declaredStatements.set(query.sql, `${name}_${prepared}`);
  }
  return (await db.executeQuery(query)).rows;
}

function isUsual({ per_page, pagination_offset }: { per_page: number; pagination_offset: number }): boolean {
  return USUAL_PER_PAGE.has(per_page) && pagination_offset === 1;
}
