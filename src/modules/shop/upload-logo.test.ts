import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.close());

const picture = (color: string) =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: color } })
    .png()
    .toBuffer();

async function upload(
  shop: TestShop,
  content: Buffer | string,
  headers: Record<string, string> = {},
  field = 'logo',
): Promise<Answered> {
  const form = new FormData();
  form.set(field, new Blob([content]), 'evil/../logo.html');
  const body = new Response(form);
  return shop.call('PATCH', '/api/open/shop/logo', Buffer.from(await body.arrayBuffer()), {
    'content-type': body.headers.get('content-type') ?? '',
    ...headers,
  });
}

async function storedLogos(shop: TestShop): Promise<string[]> {
  const folder = join(app.services.config.DATA_DIR, 'files', String(shop.shop_id), 'logo');
  return readdir(folder).catch(() => []);
}

async function logoOf(shop: TestShop): Promise<string | null> {
  const row = await app.services.db
    .selectFrom('shops')
    .select('logo_url')
    .where('id', '=', shop.shop_id)
    .executeTakeFirstOrThrow();
  return row.logo_url;
}

test('an uploaded logo is served at the address in the answer, cacheable for ever and unable to run anything', async () => {
  const shop = await app.openShop();
  const { status, body } = await upload(shop, await picture('red'));
  expect(status).toBe(200);
  expect(body).toEqual({
    request_id: expect.any(String),
    response: 'Success',
    data: {
      logo: expect.stringMatching(`^http://ngorder.test/files/${shop.shop_id}/logo/logo-[0-9a-f]{24}.webp$`),
    },
  });
  const served = await app.app.inject({ url: new URL(body.data.logo).pathname });
  expect(served.statusCode).toBe(200);
  expect(served.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(await sharp(served.rawPayload).metadata()).toMatchObject({
    format: 'webp',
    width: 300,
    height: 200,
  });
});

test('a new logo takes the place of the old one, whose file is removed', async () => {
  const shop = await app.openShop();
  const first = await upload(shop, await picture('red'));
  const second = await upload(shop, await picture('blue'));
  expect(await storedLogos(shop)).toEqual([second.body.data.logo.split('/').at(-1)]);
  expect((await app.app.inject({ url: new URL(first.body.data.logo).pathname })).statusCode).toBe(404);
  expect((await app.app.inject({ url: new URL(second.body.data.logo).pathname })).statusCode).toBe(200);
});

test('of ten logos uploaded at once one stays, and it is the one that the shop names', async () => {
  const shop = await app.openShop();
  const same = await picture('green');
  const answers = await Promise.all(
    Array.from({ length: 10 }, async (_, index) =>
      upload(shop, index < 5 ? same : await picture(`rgb(${index},0,0)`)),
    ),
  );
  expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
  expect(await storedLogos(shop)).toEqual([(await logoOf(shop))?.split('/').at(-1)]);
});

test('the address of an uploaded logo can be sent back in general info, and is kept without the host', async () => {
  const shop = await app.openShop();
  const { body } = await upload(shop, await picture('red'));
  const info = { shop_name: 'T', phone: '0812345678', description: 'd', address: 'a', logo: body.data.logo };
  const general = await shop.call('PATCH', '/api/open/shop/general', info);
  expect(general.body.data.logo).toBe(body.data.logo);
  expect(await logoOf(shop)).toBe(new URL(body.data.logo).pathname);
});

test('a logo elsewhere, or of another shop, is never removed as if it were ours', async () => {
  const [shop, other] = [await app.openShop(), await app.openShop()];
  const theirs = await upload(other, await picture('red'));
  const info = {
    shop_name: 'T',
    phone: '0812345678',
    description: 'd',
    address: 'a',
    logo: theirs.body.data.logo,
  };
  await shop.call('PATCH', '/api/open/shop/general', info);
  await upload(shop, await picture('blue'));
  expect(await storedLogos(other)).toHaveLength(1);
});

test('the same upload with one Idempotency-Key keeps one file and gives one answer', async () => {
  const shop = await app.openShop();
  const bytes = await picture('red');
  const form = new FormData();
  form.set('logo', new Blob([bytes]), 'logo.png');
  const sent = new Response(form);
  const body = Buffer.from(await sent.arrayBuffer());
  const headers = { 'content-type': sent.headers.get('content-type') ?? '', 'idempotency-key': 'logo-1' };
  const first = await shop.call('PATCH', '/api/open/shop/logo', body, headers);
  const again = await shop.call('PATCH', '/api/open/shop/logo', body, headers);
  expect(again.text).toBe(first.text);
  expect(await storedLogos(shop)).toHaveLength(1);
});

test.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'picture_kind'],
  ['HTML', '<!doctype html><script>alert(1)</script>', 'picture_type'],
  ['an empty file', '', 'picture_type'],
  ['a broken JPEG', '\xff\xd8\xff\xe0 broken', 'picture_unreadable'],
])('%s is refused, the logo field named, and nothing is kept', async (_kind, content, code) => {
  const shop = await app.openShop();
  const { status, body } = await upload(shop, Buffer.from(content, 'latin1'));
  expect(status).toBe(422);
  expect(body.code).toBe(code);
  expect(Object.keys(body.message)).toEqual(['logo']);
  expect(await storedLogos(shop)).toEqual([]);
});

test('a refusal speaks the language of the caller', async () => {
  const shop = await app.openShop();
  const { body } = await upload(shop, 'teks', { 'accept-language': 'id' });
  expect(body.message).toEqual({ logo: ['logo harus berupa gambar PNG, JPEG, WebP, atau GIF.'] });
});

test('a file over 2 MB is refused with the limit', async () => {
  const shop = await app.openShop();
  const { status, body } = await upload(shop, Buffer.alloc(2 * 1024 * 1024 + 1, 7));
  expect(status).toBe(413);
  expect(body).toMatchObject({ code: 'body_too_large', message: expect.stringContaining('2 MB') });
});

test('no file, or text in its place, is refused by name', async () => {
  const shop = await app.openShop();
  for (const answer of [
    await shop.call('PATCH', '/api/open/shop/logo', {}),
    await shop.call('PATCH', '/api/open/shop/logo', { logo: 'https://example.com/x.png' }),
    await upload(shop, await picture('red'), {}, 'picture'),
  ]) {
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.body.message)).toEqual(['logo']);
  }
});

test('where the database fails after the file was stored, the file is taken back', async () => {
  const shop = await app.openShop();
  await app.database.pool.query(
    `alter table shops add constraint no_logo check (logo_url is null or id <> ${shop.shop_id}) not valid`,
  );
  const { status } = await upload(shop, await picture('red'));
  expect(status).toBe(500);
  expect(await storedLogos(shop)).toEqual([]);
});
