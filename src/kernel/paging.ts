import { sql, type SelectQueryBuilder } from 'kysely';
import type { Database } from './database/connection.ts';
import { countRows } from './database/count-rows.ts';
import { kernelErrors } from './errors.ts';
import type { Page } from './http/answer.ts';

/** Which page of a list is requested, as `pageFields` reads it. */
export interface PageRequest {
  per_page: number;
  /** From 1. */
  pagination_offset: number;
}

/** How many items come before the page. */
export function itemsBefore({ per_page, pagination_offset }: PageRequest): number {
  return (pagination_offset - 1) * per_page;
}

/** Cuts the page out of a query that is sorted: `query.$call(cutPage(input))`. Written out: for a limit that is a value no plan can be stored. */
export function cutPage(request: PageRequest) {
  return <Tables, Table extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, Table, Row>) =>
    query.limit(sql.lit(request.per_page)).offset(sql.lit(itemsBefore(request)));
}

/** The page as a use-case gives it. */
export function pageOf<Item>(request: PageRequest, total: number, items: Item[]): Page<Item> {
  return { items, total, page: request.pagination_offset, per_page: request.per_page };
}

/** A sorted query that a page can be cut from. */
interface Sorted<Row> {
  limit(rows: number): { offset(rows: number): { execute(): Promise<Row[]> } };
}

/**
 * A page of a list and its total, in two statements.
 * @param list.matching what the filters let through; counted up to `limits.exact_total`
 * @param list.rows the same, sorted, with the columns of the answer
 * @param view makes the item of a row
 */
export async function readPage<Tables, Table extends keyof Tables, Row, Item>(
  db: Database,
  request: PageRequest,
  list: { matching: SelectQueryBuilder<Tables, Table, object>; rows: Sorted<Row> },
  view: (row: Row) => Item,
): Promise<Page<Item>> {
  const rows = await list.rows.limit(request.per_page).offset(itemsBefore(request)).execute();
  return pageOf(request, await countRows(db, list.matching), rows.map(view));
}

/**
 * For a list of the parts of one object, which always has some: without any there is no such object.
 * @throws Refusal 404
 */
export function refuseEmpty<Item>(page: Page<Item>): Page<Item> {
  if (page.total === 0) throw kernelErrors.refuse('not_found');
  return page;
}
