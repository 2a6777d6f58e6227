import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../kernel/config.ts';
import { Refusal } from '../../kernel/errors.ts';
import { s3PrivateFiles } from './s3-private.ts';
import { openFileStores } from './index.ts';
import type { S3Options } from './s3-request.ts';
import { s3FileStore } from './s3.ts';

const REGION = 'ap-southeast-3';
const SECRET = 'rahasia/+=';
const log = pino({ level: 'silent' });

/** How the storage answers a request, and what it has seen. */
let behaviour: ((request: IncomingMessage, attempt: number) => number | 'silence' | 'hang up') | undefined;
let objects: Map<string, { body: Buffer; headers: IncomingMessage['headers'] }>;
let requests: number;
let server: Server;
let options: S3Options;

/** A storage that believes nobody: it works out the signature of each request by itself. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests += 1;
      const body = Buffer.concat(parts);
      const status = behaviour?.(request, requests) ?? 200;
      if (status === 'silence') return;
      if (status === 'hang up') return request.socket.destroy();
      if (status !== 200) return response.writeHead(status).end('<Error><Code>Told</Code></Error>');
      if (request.headers.authorization !== expectedAuthorization(request, body, SECRET))
        return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      const path = request.url ?? '';
      if (request.method === 'PUT') objects.set(path, { body, headers: request.headers });
      if (request.method === 'DELETE') objects.delete(path);
      const object = objects.get(path);
      if (request.method === 'GET')
        return object === undefined ? response.writeHead(404).end() : response.end(object.body);
      return response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  options = {
    endpoint,
    bucket: 'toko',
    region: REGION,
    access_key_id: 'AKIAEXAMPLE',
    secret_access_key: SECRET,
    public_url: `${endpoint}/toko`,
    timeout_ms: 200,
  };
});

beforeEach(() => {
  behaviour = undefined;
  objects = new Map();
  requests = 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();

/** AWS Signature Version 4, as its specification says it. */
function expectedAuthorization(request: IncomingMessage, body: Buffer, secret: string): string {
  const [, access_key, signed = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/.*SignedHeaders=([^,]+),/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  for (const needed of ['host', 'x-amz-content-sha256', 'x-amz-date', 'cache-control'])
    if (!signed.split(';').includes(needed) && request.headers[needed] !== undefined)
      return `${needed} is not signed`;
  const canonical = [
    request.method,
    request.url,
    '',
    ...signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    signed,
    sha256(body),
  ].join('\n');
  const moment = String(request.headers['x-amz-date']);
  const day = moment.slice(0, 8);
  const scope = `${day}/${REGION}/s3/aws4_request`;
  const key = ['aws4_request', 's3', REGION, day].reduceRight(
    (inner, part) => hmac(inner, part),
    Buffer.from(`AWS4${secret}`),
  );
  const signature = hmac(key, ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical)].join('\n')).toString(
    'hex',
  );
  return `AWS4-HMAC-SHA256 Credential=${access_key}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}

test('a file is stored whole, typed, cacheable for ever, and its public address is told', async () => {
  const store = s3FileStore({ ...options, public_url: 'https://cdn.example.com/toko' }, log);
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251));
  expect(await store.put('7/logo/logo-1f3a.webp', bytes, 'image/webp')).toBe(
    'https://cdn.example.com/toko/7/logo/logo-1f3a.webp',
  );
  const stored = objects.get('/toko/7/logo/logo-1f3a.webp');
  expect(stored?.body.equals(bytes)).toBe(true);
  expect(stored?.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': '100000',
  });
});

test('a file is removed, and one that is not there counts as removed', async () => {
  const store = s3FileStore(options, log);
  await store.put('7/a.webp', Buffer.from('x'), 'image/webp');
  await store.remove('7/a.webp');
  expect(objects.size).toBe(0);
  behaviour = () => 404;
  await store.remove('7/a.webp');
});

test('a wrong secret is refused by the storage, told to the operator, and not tried again', async () => {
  const store = s3FileStore({ ...options, secret_access_key: 'wrong' }, log);
  await expect(store.put('7/a.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow(
    /403.*SignatureDoesNotMatch/,
  );
  expect(requests).toBe(1);
});

test('the secret stands in no request', async () => {
  let seen = '';
  behaviour = (request) => {
    seen = JSON.stringify([request.url, request.rawHeaders]);
    return 200;
  };
  await s3FileStore(options, log).put('7/a.webp', Buffer.from('x'), 'image/webp');
  expect(seen).toContain('AKIAEXAMPLE');
  expect(seen).not.toContain(SECRET);
});

test.each([500, 503, 'silence', 'hang up'] as const)(
  'after %s twice, the third try stores the file',
  async (failure) => {
    behaviour = (_request, attempt) => (attempt < 3 ? failure : 200);
    await s3FileStore(options, log).put('7/a.webp', Buffer.from('x'), 'image/webp');
    expect(requests).toBe(3);
    expect(objects.get('/toko/7/a.webp')?.body.toString()).toBe('x');
  },
);

test.each([500, 'silence', 'hang up'] as const)(
  'after %s three times the caller is told to come back',
  async (failure) => {
    behaviour = () => failure;
    const outcome = await s3FileStore(options, log)
      .put('7/a.webp', Buffer.from('x'), 'image/webp')
      .catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(Refusal);
    expect(outcome).toMatchObject({
      status: 503,
      retry_after_s: 5,
      parts: [{ code: 'file_store_unavailable' }],
    });
    expect(requests).toBe(3);
  },
);

test('a redirection is not followed: the file goes to the storage of the settings or nowhere', async () => {
  behaviour = () => 307;
  await expect(s3FileStore(options, log).put('7/a.webp', Buffer.from('x'), 'image/webp')).rejects.toThrow(
    /307/,
  );
  expect(requests).toBe(1);
});

test('a name that leaves its folder is never sent', async () => {
  await expect(
    s3FileStore(options, log).put('../other/a.webp', Buffer.from('x'), 'image/webp'),
  ).rejects.toThrow(RangeError);
  await expect(s3FileStore(options, log).remove('../other/a.webp')).rejects.toThrow(RangeError);
  expect(requests).toBe(0);
});

test('the settings choose the storage, public under its own address unless another is set', async () => {
  const settings = {
    S3_ENDPOINT: options.endpoint,
    S3_BUCKET: 'toko',
    S3_REGION: REGION,
    S3_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    S3_SECRET_ACCESS_KEY: SECRET,
  };
  expect(await put(settings)).toBe(`${options.endpoint}/toko/7/a.webp`);
  expect(await put({ ...settings, S3_PUBLIC_URL: 'https://cdn.example.com' })).toBe(
    'https://cdn.example.com/7/a.webp',
  );
  expect(objects.has('/toko/7/a.webp')).toBe(true);
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
    const store = s3PrivateFiles(options, log);
    const folder = await mkdtemp(join(tmpdir(), 'ngorder-private-'));
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
    await writeFile(join(folder, 'file'), bytes);
    await store.keep('7/1f3a', join(folder, 'file'));
    await rm(folder, { recursive: true });
    expect([...objects.keys()]).toEqual(['/toko/private/7/1f3a']);
    const parts: Buffer[] = [];
    for await (const part of (await store.read('7/1f3a')) ?? []) parts.push(part as Buffer);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    await store.remove('7/1f3a');
    await store.remove('7/1f3a');
    expect(await store.read('7/1f3a')).toBeUndefined();
  });

  test('that the storage does not give are told as unavailable', async () => {
    behaviour = () => 500;
    await expect(s3PrivateFiles(options, log).read('7/1f3a')).rejects.toBeInstanceOf(Refusal);
  });
});
