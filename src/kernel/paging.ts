import type { SelectQueryBuilder } from 'kysely';
import type { Page } from './http/answer.ts';

/** Which page of a list is asked for, as `pageFields` reads it. */
export interface PageRequest {
  per_page: number;
  /** From 1. */
  pagination_offset: number;
}

/** How many items come before the page. */
export function itemsBefore({ per_page, pagination_offset }: PageRequest): number {
  return (pagination_offset - 1) * per_page;
}

/** Cuts the page out of a query that is sorted: `query.$call(cutPage(input))`. */
export function cutPage(request: PageRequest) {
  return <Tables, Table extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, Table, Row>) =>
    query.limit(request.per_page).offset(itemsBefore(request));
}

/** The page as a use-case gives it. */
export function pageOf<Item>(request: PageRequest, total: number, items: Item[]): Page<Item> {
  return { items, total, page: request.pagination_offset, per_page: request.per_page };
}
