import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openS3Vendor, S3_REGION, S3_SECRET, type S3Vendor } from '../../../test/integrations/s3-vendor.ts';
import { readConfig } from '../../kernel/config.ts';
import { Refusal } from '../../kernel/errors.ts';
import { openFileStores } from './index.ts';
import { openBucket, type S3Options } from './s3-bucket.ts';
import { s3PrivateFiles } from './s3-private.ts';
import { s3FileStore } from './s3.ts';

const log = pino({ level: 'silent' });

let vendor: S3Vendor;
let options: S3Options;

beforeAll(async () => {
  vendor = await openS3Vendor();
  options = {
    endpoint: vendor.endpoint,
    bucket: 'toko',
    region: S3_REGION,
    access_key_id: 'AKIAEXAMPLE',
    secret_access_key: S3_SECRET,
    public_url: `${vendor.endpoint}/toko`,
    timeout_ms: 200,
  };
});
beforeEach(() => vendor.reset());
afterAll(() => vendor.close());

/** A store of its own, whose vendor has not failed yet. */
const openStore = (more: Partial<S3Options> = {}) => s3FileStore(openBucket({ ...options, ...more }, log));
const openPrivate = () => s3PrivateFiles(openBucket(options, log));

test('a file is stored whole, typed, cacheable for ever, and its public address is told', async () => {
  const store = openStore({ public_url: 'https://cdn.example.com/toko' });
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));
  expect(await store.put('7/logo/logo-1f3a.webp', bytes, 'image/webp')).toBe(
    'https://cdn.example.com/toko/7/logo/logo-1f3a.webp',
  );
  const stored = vendor.objects.get('/toko/7/logo/logo-1f3a.webp');
  expect(stored?.body.equals(bytes)).toBe(true);
  expect(stored?.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': '100000',
  });
});

test('a file is removed, and one that is not there counts as removed', async () => {
  const store = openStore();
  await store.put('7/a.webp', Buffer.from('x'), 'image/webp');
  await store.remove('7/a.webp');
  expect(vendor.objects.size).toBe(0);
  vendor.behave(() => 404);
  await store.remove('7/a.webp');
});

test('a wrong secret is refused by the storage, told to the operator, and not tried again', async () => {
  const store = openStore({ secret_access_key: 'wrong' });
  await expect(store.put('7/a.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow(
    /403.*SignatureDoesNotMatch/,
  );
  expect(vendor.requests()).toBe(1);
});

test('the secret stands in no request', async () => {
  let seen = '';
  vendor.behave((request) => {
    seen = JSON.stringify([request.url, request.rawHeaders]);
    return 200;
  });
  await openStore().put('7/a.webp', Buffer.from('x'), 'image/webp');
  expect(seen).toContain('AKIAEXAMPLE');
  expect(seen).not.toContain(S3_SECRET);
});

test.each([500, 503, 'silence', 'hang up'] as const)(
  'after %s twice, the third try stores the file',
  async (failure) => {
    vendor.behave((_request, attempt) => (attempt < 3 ? failure : 200));
    await openStore().put('7/a.webp', Buffer.from('x'), 'image/webp');
    expect(vendor.requests()).toBe(3);
    expect(vendor.objects.get('/toko/7/a.webp')?.body.toString()).toBe('x');
  },
);

test.each([500, 'silence', 'hang up'] as const)(
  'after %s three times the caller is told to come back',
  async (failure) => {
    vendor.behave(() => failure);
    const outcome = await openStore()
      .put('7/a.webp', Buffer.from('x'), 'image/webp')
      .catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(Refusal);
    expect(outcome).toMatchObject({
      status: 503,
      retry_after_s: 5,
      parts: [{ code: 'file_store_unavailable' }],
    });
    expect(vendor.requests()).toBe(3);
  },
);

test('a redirection is not followed: the file goes to the storage of the settings or nowhere', async () => {
  vendor.behave(() => 307);
  await expect(openStore().put('7/a.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow(/307/);
  expect(vendor.requests()).toBe(1);
});

test('a name that leaves its folder is never sent', async () => {
  await expect(openStore().put('../other/a.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow(
    RangeError,
  );
  await expect(openStore().remove('../other/a.webp')).rejects.toThrow(RangeError);
  expect(vendor.requests()).toBe(0);
});

test('the settings choose the storage, public under its own address unless another is set', async () => {
  const settings = {
    S3_ENDPOINT: options.endpoint,
    S3_BUCKET: 'toko',
    S3_REGION,
    S3_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    S3_SECRET_ACCESS_KEY: S3_SECRET,
  };
  expect(await put(settings)).toBe(`${options.endpoint}/toko/7/a.webp`);
  expect(await put({ ...settings, S3_PUBLIC_URL: 'https://cdn.example.com' })).toBe(
    'https://cdn.example.com/7/a.webp',
  );
  expect(vendor.objects.has('/toko/7/a.webp')).toBe(true);
});

function put(environment: Record<string, string>): Promise<string> {
  return openFileStores(
    readConfig(environment),
    { files: '/nowhere', private_files: '/nowhere' },
    log,
  ).files.put('7/a.webp', Buffer.from('x'), 'image/webp');
}

describe('private files', () => {
  test('are kept apart, read back byte for byte, and removed', async () => {
    const store = openPrivate();
    const folder = await mkdtemp(join(tmpdir(), 'ngorder-private-'));
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
    await writeFile(join(folder, 'file'), bytes);
    await store.store('7/1f3a', join(folder, 'file'));
    await rm(folder, { recursive: true });
    expect([...vendor.objects.keys()]).toEqual(['/toko/private/7/1f3a']);
    const parts: Buffer[] = [];
    for await (const part of (await store.read('7/1f3a')) ?? []) parts.push(part as Buffer);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    await store.remove('7/1f3a');
    await store.remove('7/1f3a');
    expect(await store.read('7/1f3a')).toBeUndefined();
  });

  test('that the storage does not give are told as unavailable', async () => {
    vendor.behave(() => 500);
    await expect(openPrivate().read('7/1f3a')).rejects.toBeInstanceOf(Refusal);
  });
});
