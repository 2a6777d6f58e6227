import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { productImportLimits } from '../../modules/product-import/limits.ts';
import { limits } from '../limits.ts';
import { FileAnswer, page, type AnswerFacts } from './answer.ts';
import { UploadedFile } from './route.ts';

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
  expect(deep).toMatchObject({ total: limits.exact_total, total_is_exact: false, total_pages: 1_000 });
  expect(deep.links).toEqual({
    previous: 'http://ngorder.test/api/things?pagination_offset=1999',
    next: 'http://ngorder.test/api/things?pagination_offset=2001',
  });
  expect(paginationOf(2_001, 3)).toMatchObject({ links: { previous: expect.any(String) } });
  expect(paginationOf(2_001, 3).links).not.toHaveProperty('next');
});

test('the number of pages is of total and per_page alone, so that a loop to it ends', () => {
  for (const [number, items] of [
    [1, 10],
    [1_000, 10],
    [5_000, 10],
    [5_001, 0],
  ] as const)
    expect(paginationOf(number, items).total_pages).toBe(1_000);
});

test.each(['a"b.xlsx', 'a\r\nset-cookie: x=1', 'a;b', '../a', 'ä.csv', ''])(
  'no name of a file ends the header that it stands in: %j',
  (name) => {
    expect(() => new FileAnswer(name, 'text/csv', Readable.from([]))).toThrow(RangeError);
  },
);

test('a file of ten megabytes is told from others in few letters, and at once', () => {
  const bytes = Buffer.alloc(productImportLimits.import_bytes, 1);
  const began = performance.now();
  const written = JSON.stringify({ file: new UploadedFile('produk.csv', bytes) });
  expect(performance.now() - began).toBeLessThan(500);
  expect(written.length).toBeLessThan(200);
  bytes[5] = 2;
  expect(JSON.stringify({ file: new UploadedFile('produk.csv', bytes) })).not.toBe(written);
});
