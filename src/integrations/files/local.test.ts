import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localFileStore } from './local.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ngorder-store-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file is kept in the folder and its address is the path under which the server serves it', async () => {
  const store = localFileStore(folder);
  expect(await store.put('7/logo/logo-1f3a.webp', Buffer.from('picture'), 'image/webp')).toBe(
    '/files/7/logo/logo-1f3a.webp',
  );
  expect(await readFile(join(folder, '7/logo/logo-1f3a.webp'), 'utf8')).toBe('picture');
});

test('the same name put twenty times at once ends whole, and nothing unfinished stays', async () => {
  const store = localFileStore(folder);
  const contents = Array.from({ length: 20 }, (_, index) => Buffer.alloc(300_000, index));
  await Promise.all(contents.map((content) => store.put('7/a.webp', content, 'image/webp')));
  const stored = await readFile(join(folder, '7/a.webp'));
  expect(contents.some((content) => content.equals(stored))).toBe(true);
  expect(await readdir(join(folder, '7'))).toEqual(['a.webp']);
});

test('a file that could not be put leaves nothing', async () => {
  await mkdir(join(folder, '7/taken.webp/inside'), { recursive: true });
  await expect(localFileStore(folder).put('7/taken.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow(
    /EISDIR|ENOTEMPTY|EEXIST|EPERM/,
  );
  expect(await readdir(join(folder, '7'))).toEqual(['taken.webp']);
});

test('a file that is removed is gone, and removing it again is no error', async () => {
  const store = localFileStore(folder);
  await store.put('7/a.webp', Buffer.from('x'), 'image/webp');
  await store.remove('7/a.webp');
  expect(await readdir(join(folder, '7'))).toEqual([]);
  await store.remove('7/a.webp');
});

test.each([
  '../a',
  '7/../../a',
  '/etc/passwd',
  '.hidden',
  '7/.hidden',
  '7//a',
  '7/a/',
  '',
  'a\\b',
  'a\0b',
  'a b',
  'a\n',
  'x'.repeat(201),
])('the name %j never reaches the disk', async (name) => {
  const store = localFileStore(folder);
  await expect(store.put(name, Buffer.from('x'), 'image/webp')).rejects.toThrow(RangeError);
  await expect(store.remove(name)).rejects.toThrow(RangeError);
  expect(await readdir(folder)).toEqual([]);
});
