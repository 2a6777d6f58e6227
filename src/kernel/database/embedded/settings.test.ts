import { expect, test } from 'vitest';
import { bufferMb } from './settings.ts';

test('the buffers fit a small server and grow with the memory, up to a bound', () => {
  const gib = 2 ** 30;
  expect([0.25, 1, 4, 64].map((size) => bufferMb(size * gib))).toEqual([32, 64, 256, 512]);
});
