import { expect, test } from 'vitest';
import { bufferMb, syncMethod } from './settings.ts';

test('the buffers fit a small server and grow with the memory, up to a bound', () => {
  const gib = 2 ** 30;
  expect([0.25, 1, 4, 64].map((size) => bufferMb(size * gib))).toEqual([32, 64, 256, 512]);
});

test('files are made sure of by one call only where it tells of failures', () => {
  const methods = [
    ['linux', '6.18.44-fc'],
    ['linux', '5.8.0'],
    ['linux', '5.4.0-216-generic'],
    ['darwin', '25.1.0'],
  ] as const;
  expect(methods.map(([platform, kernel]) => syncMethod(platform, kernel))).toEqual([
    'syncfs',
    'syncfs',
    'fsync',
    'fsync',
  ]);
});
