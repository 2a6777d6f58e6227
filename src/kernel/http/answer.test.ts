import { expect, test } from 'vitest';
import { z } from 'zod';
import { limits } from '../limits.ts';
import { page, type AnswerFacts } from './answer.ts';

const facts = { base_url: 'http://ngorder.test', path: '/api/things', query: {} } as AnswerFacts;

/** The pagination of a page of a list that is counted to the limit only. */
function paginationOf(number: number, items: number) {
  const answer = page(z.object({})).build(
    {
      items: Array.from({ length: items }, () => ({})),
      total: limits.exact_total + 1,
      page: number,
      per_page: 10,
    },
    facts,
  ) as {
    meta: { pagination: { total: number; total_is_exact: boolean; total_pages: number; links: object } };
  };
  return answer.meta.pagination;
}

test('who follows the links of a list that has more than are counted meets all of it', () => {
  const deep = paginationOf(2_000, 10);
  expect(deep).toMatchObject({ total: limits.exact_total, total_is_exact: false, total_pages: 2_001 });
  expect(deep.links).toEqual({
    previous: 'http://ngorder.test/api/things?pagination_offset=1999',
    next: 'http://ngorder.test/api/things?pagination_offset=2001',
  });
  expect(paginationOf(2_001, 3)).toMatchObject({
    total_pages: 2_001,
    links: { previous: expect.any(String) },
  });
  expect(paginationOf(2_001, 3).links).not.toHaveProperty('next');
});
