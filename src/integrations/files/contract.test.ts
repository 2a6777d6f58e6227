import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  FAULTS,
  HTTP,
  openFaultProxy,
  type Fault,
  type FaultProxy,
} from '../../../test/integrations/fault-proxy.ts';
import { openS3Vendor, S3_REGION, S3_SECRET, type S3Vendor } from '../../../test/integrations/s3-vendor.ts';
import { Refusal } from '../../kernel/errors.ts';
import { localPrivateFiles } from './local-private.ts';
import { localFileStore } from './local.ts';
import type { FileStores } from './index.ts';
import { openBucket } from './s3-bucket.ts';
import { s3PrivateFiles } from './s3-private.ts';
import { s3FileStore } from './s3.ts';

const TRY_MS = 250;
const log = pino({ level: 'silent' });
let folder: string;
let s3: S3Vendor;
let proxy: FaultProxy;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ngorder-contract-'));
  s3 = await openS3Vendor();
  proxy = await openFaultProxy(s3.port, HTTP);
});
beforeEach(() => {
  s3.reset();
  proxy.set(undefined);
});
afterAll(async () => {
  await proxy.close();
  s3.close();
  await rm(folder, { recursive: true, force: true });
});

function throughProxy(): FileStores {
  const bucket = openBucket(
    {
      endpoint: `http://127.0.0.1:${proxy.port}`,
      bucket: 'toko',
      region: S3_REGION,
      access_key_id: 'AKIAEXAMPLE',
      secret_access_key: S3_SECRET,
      public_url: 'https://cdn.example.com',
      timeout_ms: TRY_MS,
    },
    log,
  );
  return { files: s3FileStore(bucket), private_files: s3PrivateFiles(bucket) };
}

/** Every vendor of the port, by the file that it stands in. */
const VENDORS: Record<string, () => FileStores> = {
  local: () => ({
    files: localFileStore(join(folder, 'files')),
    private_files: localPrivateFiles(join(folder, 'private')),
  }),
  s3: throughProxy,
};

const BYTES = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));

async function onDisk(bytes: Buffer): Promise<string> {
  const path = join(folder, 'made');
  await writeFile(path, bytes);
  return path;
}

test('every vendor of the folder is held to the contract', async () => {
  const files = (await readdir(import.meta.dirname)).filter((name) => !name.endsWith('.test.ts'));
  const vendors = files.filter((name) => !/^index\.ts$|-/.test(name)).map((name) => name.slice(0, -3));
  expect(vendors.sort()).toEqual(Object.keys(VENDORS).sort());
});

describe.each(Object.entries(VENDORS))('%s', (_vendor, open) => {
  test('has the address of a file before and after it is put, and put again it is the new one', async () => {
    const { files } = open();
    const address = files.address('7/kontrak.webp');
    expect(await files.put('7/kontrak.webp', Buffer.from('lama'), 'image/webp')).toBe(address);
    expect(await files.put('7/kontrak.webp', BYTES, 'image/webp')).toBe(address);
  });

  test('gives a file back byte for byte until it is removed', async () => {
    const { files } = open();
    expect(await files.read('7/logo/logo-1.webp')).toBeUndefined();
    await files.put('7/logo/logo-1.webp', BYTES, 'image/webp');
    const content = await files.read('7/logo/logo-1.webp');
    expect(content === undefined ? undefined : BYTES.equals(await buffer(content))).toBe(true);
    await files.remove('7/logo/logo-1.webp');
    expect(await files.read('7/logo/logo-1.webp')).toBeUndefined();
  });

  test('counts what is not there as removed', async () => {
    const { files, private_files } = open();
    await expect(files.remove('7/tidak-ada.webp')).resolves.toBeUndefined();
    await expect(private_files.remove('7/tidak-ada')).resolves.toBeUndefined();
  });

  test('gives a private file back byte for byte until it is removed', async () => {
    const { private_files } = open();
    expect(await private_files.read('7/pribadi')).toBeUndefined();
    await private_files.store('7/pribadi', await onDisk(BYTES));
    const content = await private_files.read('7/pribadi');
    expect(content === undefined ? undefined : BYTES.equals(await buffer(content))).toBe(true);
    await private_files.remove('7/pribadi');
    expect(await private_files.read('7/pribadi')).toBeUndefined();
  });

  test.each(['../a', '7/../../a', '/etc/passwd', '.a', '', 'a b'])('takes no name like %j', async (name) => {
    const { files, private_files } = open();
    const path = await onDisk(BYTES);
    await expect(files.put(name, BYTES, 'image/webp')).rejects.toThrow(RangeError);
    await expect(files.read(name)).rejects.toThrow(RangeError);
    await expect(files.remove(name)).rejects.toThrow(RangeError);
    await expect(private_files.store(name, path)).rejects.toThrow(RangeError);
    await expect(private_files.read(name)).rejects.toThrow(RangeError);
    await expect(private_files.remove(name)).rejects.toThrow(RangeError);
  });
});

/** What becomes of a file where every connection has the fault. */
const ALWAYS: Record<Fault, 'stored' | 'unavailable'> = {
  delay: 'stored',
  reset: 'unavailable',
  'half-open': 'unavailable',
  error: 'unavailable',
  garbage: 'unavailable',
  'slow drip': 'unavailable',
  'cut off': 'unavailable',
  'answer lost': 'unavailable',
  'sent twice': 'stored',
};
/** Faults that reach the vendor: it may have the file though we were told that it is unavailable. */
const DONE_ALL_THE_SAME = new Set<Fault>(['slow drip', 'cut off', 'answer lost']);

const timed = async (work: Promise<unknown>) => {
  const started = performance.now();
  const outcome = await work.then(
    () => 'stored',
    (error: unknown) => (error instanceof Refusal && error.status === 503 ? 'unavailable' : error),
  );
  return { outcome, took_ms: Math.round(performance.now() - started) };
};

describe.each(FAULTS)('through a network with the fault "%s" the S3 storage', (fault) => {
  test('stores the file or says that it is unavailable, in time', async () => {
    proxy.set(fault);
    const { outcome, took_ms } = await timed(throughProxy().files.put('7/a.webp', BYTES, 'image/webp'));
    console.log(
      `files s3, ${fault}, always: ${String(outcome)} after ${proxy.connections()} connections, ${took_ms} ms`,
    );
    expect(outcome).toBe(ALWAYS[fault]);
    expect(took_ms).toBeLessThan(3 * TRY_MS + 2_000);
    const is_there = ALWAYS[fault] === 'stored' || DONE_ALL_THE_SAME.has(fault);
    expect(s3.objects.get('/toko/7/a.webp')?.body.equals(BYTES)).toBe(is_there ? true : undefined);
  });

  test('stores the file when it passes', async () => {
    proxy.set(fault, 2);
    const { outcome, took_ms } = await timed(throughProxy().files.put('7/a.webp', BYTES, 'image/webp'));
    console.log(
      `files s3, ${fault}, passing: ${String(outcome)} after ${proxy.connections()} connections, ${took_ms} ms`,
    );
    expect(outcome).toBe('stored');
    expect(s3.objects.get('/toko/7/a.webp')?.body.equals(BYTES)).toBe(true);
    expect(s3.objects.size).toBe(1);
  });

  test('never gives half of a private file for a whole one', async () => {
    await throughProxy().private_files.store('7/pribadi', await onDisk(BYTES));
    proxy.set(fault);
    const outcome = await throughProxy()
      .private_files.read('7/pribadi')
      .then((content) => content && buffer(content))
      .catch(() => 'unavailable' as const);
    expect(outcome === 'unavailable' || outcome?.equals(BYTES)).toBe(true);
  });
});
