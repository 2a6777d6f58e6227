import { expect, test } from 'vitest';
import {
  lineOfCode,
  withOneMore,
  withQuantity,
  withUnknown,
  withoutCode,
  type GoodsDraft,
} from './goods-draft.ts';

const good = (variation_id: number, sku = `S-${variation_id}`, system_stock = 10) => ({
  variation_id,
  sku,
  system_stock,
  name: `Kaos ${variation_id}`,
  thumbnail_url: '',
});
const EMPTY: GoodsDraft = {
  warehouse_id: 0,
  to_warehouse_id: null,
  description: '',
  lines: [],
  unknown: {},
};
const after = (...changes: ((draft: GoodsDraft) => Partial<GoodsDraft>)[]) => {
  let draft = EMPTY;
  for (const change of changes) draft = { ...draft, ...change(draft) };
  return draft;
};
const scan = (id: number) => (draft: GoodsDraft) =>
  withOneMore(draft, { ...good(id), product_name: '', variation_name: '' });

test('each scan counts one, the last scanned goods come first, and the stock is that of the first scan', () => {
  const draft = after(scan(1), scan(2), scan(1), (before) =>
    withOneMore(before, { ...good(1, 'S-1', 7), product_name: '', variation_name: '' }),
  );
  expect(
    draft.lines.map(({ variation_id, quantity, system_stock }) => [variation_id, quantity, system_stock]),
  ).toEqual([
    [1, 3, 10],
    [2, 1, 10],
  ]);
});

test('a number that is typed stays where it is', () => {
  const draft = after(scan(1), scan(2), (before) => withQuantity(before, 1, 40));
  expect(draft.lines.map(({ quantity }) => quantity)).toEqual([1, 40]);
});

test('a code is known in any letter case, and unknown ones are counted until they are dealt with', () => {
  const draft = after(
    scan(1),
    (before) => withUnknown(before, '899'),
    (before) => withUnknown(before, '899'),
  );
  expect(lineOfCode(draft, 's-1')?.variation_id).toBe(1);
  expect(lineOfCode(draft, '899')).toBeUndefined();
  expect(draft.unknown).toEqual({ 899: 2 });
  expect(withoutCode(draft, '899').unknown).toEqual({});
});
