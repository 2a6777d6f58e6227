import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type Answered, type TestApp, type TestShop } from '../../../test/harness.ts';
import { gifHeader, pngHeader } from '../../../test/hostile-pictures.ts';
import { pictureLimits } from './limits.ts';
import { sweepPictures } from './sweep-pictures.ts';

let app: TestApp;
let shop: TestShop;
/** The sweep's clock is so far ahead of the shop's. */
let days_ahead = 0;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.openShop();
});
afterAll(() => app.close());

const photo = (color: string, width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: color } });

async function upload(
  to: TestShop,
  content: Buffer,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const form = new FormData();
  form.set('image', new Blob([new Uint8Array(content)]), 'foto.png');
  const body = new Response(form);
  return to.call('POST', '/api/open/product/image', Buffer.from(await body.arrayBuffer()), {
    'content-type': body.headers.get('content-type') ?? '',
    ...headers,
  });
}

/** @returns the address for `images` */
async function uploaded(color: string): Promise<string> {
  const { status, body } = await upload(shop, await photo(color).png().toBuffer());
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data.url;
}

const open = (address: string) => app.app.inject({ url: new URL(address).pathname });
const isThere = async (address: string) => (await open(address)).statusCode === 200;
const passDays = (days: number) => (days_ahead += days);

function sweep(): Promise<void> {
  const now = () => new Date(app.services.clock.now().getTime() + days_ahead * 86_400_000);
  return sweepPictures({ ...app.services, clock: { now } }).run();
}

function product(images: string[], extra: object = {}) {
  return {
    name: 'Kaos Polos',
    product_type: 'S',
    category_id: 0,
    is_warehouse: 0,
    has_variation: 'Y',
    publish_status: 'Y',
    wholesale_status: 'N',
    ...extra,
    variations: [{ images, price: 50_000, size: 'M', color: 'Merah', stock_quantity: 3, ...extra }],
  };
}

async function create(images: string[]): Promise<{ product_id: number; product_meta_id: number[] }> {
  const { status, body } = await shop.call('POST', '/api/open/product', product(images));
  expect(status, JSON.stringify(body)).toBe(200);
  return body.data;
}

const detail = async (id: number) => (await shop.call('GET', `/api/open/product/${id}/detail`)).body.data;

test('a picture is kept whole and small, as JPEG and WebP, at absolute addresses that can be cached for ever', async () => {
  const { body } = await upload(shop, await photo('red', 3_200, 1_600).jpeg().toBuffer());
  expect(body.data).toMatchObject({ width: 1_600, height: 800 });
  const { full, thumbnail } = body.data;
  expect(body.data).toMatchObject({ url: full.jpg, thumbnail_url: thumbnail.jpg });
  expect(full.jpg).toMatch(
    new RegExp(`^http://ngorder\\.test/files/${shop.shop_id}/product/[0-9a-f]{32}\\.jpg$`),
  );
  for (const [address, format, width] of [
    [full.jpg, 'jpeg', 1_600],
    [full.webp, 'webp', 1_600],
    [thumbnail.jpg, 'jpeg', 320],
    [thumbnail.webp, 'webp', 320],
  ] as const) {
    const served = await open(address);
    expect(served.headers).toMatchObject({
      'content-type': `image/${format}`,
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(await sharp(served.rawPayload).metadata()).toMatchObject({ format, width, height: width / 2 });
  }
});

test('a photo is turned upright and tells nothing of its camera or place', async () => {
  const sent = await photo('blue')
    .withExif({ IFD0: { Make: 'KameraKu' }, IFD3: { GPSLatitudeRef: 'S' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { body } = await upload(shop, sent);
  for (const address of [body.data.full.jpg, body.data.full.webp, body.data.thumbnail.jpg]) {
    const { width, height, exif, orientation } = await sharp((await open(address)).rawPayload).metadata();
    expect(height).toBeGreaterThan(width);
    expect({ exif, orientation }).toEqual({});
  }
});

test('what is transparent is white in the JPEG', async () => {
  const sent = await sharp({
    create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  const { body } = await upload(shop, sent);
  const { dominant } = await sharp((await open(body.data.full.jpg)).rawPayload).stats();
  expect(dominant).toEqual({ r: 248, g: 248, b: 248 });
});

test('the same file sent again, also with an Idempotency-Key, is the same picture', async () => {
  const sent = await photo('green').png().toBuffer();
  const first = await upload(shop, sent);
  const again = await upload(shop, sent, { 'idempotency-key': 'foto-1' });
  expect(again.body.data).toEqual(first.body.data);
  const others = await upload(await app.openShop(), sent);
  expect(others.body.data.url).not.toBe(first.body.data.url);
});

test('every answer with a product shows the small picture as thumbnail, and the whole one as image', async () => {
  const url = await uploaded('orange');
  const small = url.replace('.jpg', '-small.jpg');
  const elsewhere = 'https://cdn.example.com/kaos.jpg';
  const { product_id, product_meta_id } = await create([elsewhere, url]);
  const { variations } = await detail(product_id);
  expect(variations[0]).toMatchObject({
    images: [elsewhere, url],
    thumbnails: [elsewhere, small],
    image: elsewhere,
    thumbnail: elsewhere,
  });
  await shop.call('PATCH', '/api/open/product', {
    ...product([elsewhere, url], { primary_image: 1, id: product_meta_id[0] }),
    id: product_id,
  });
  const lists = [
    (await shop.call('GET', '/api/open/product/search?keyword=kaos')).body.data[0],
    (await shop.call('GET', '/api/open/product/variation?per_page=1')).body.data[0],
  ];
  for (const row of lists) expect(row).toMatchObject({ image: url, thumbnail: small });
});

test('pictures follow the server to another address', async () => {
  const { product_id } = await create([await uploaded('teal')]);
  const other = await shop.call('GET', `/api/open/product/${product_id}/detail`, undefined, {
    host: 'toko.example.com',
  });
  expect(other.body.data.variations[0].image).toMatch(
    /^http:\/\/(?:toko\.example\.com|ngorder\.test)\/files\//,
  );
  const { rows } = await app.database.pool.query<{ images: string[] }>(
    'select images from product_variations where product_id = $1',
    [product_id],
  );
  expect(rows[0]?.images[0]).toMatch(/^\/files\//);
});

test('a picture that no product shows is removed after a day, with its four files; one that is shown stays', async () => {
  const unused = await uploaded('purple');
  const used = await uploaded('pink');
  await create([used]);
  await sweep();
  expect(await isThere(unused)).toBe(true);
  passDays(1);
  await sweep();
  expect(await isThere(unused)).toBe(false);
  expect(await isThere(used)).toBe(true);
  const name = /([0-9a-f]{32})/.exec(unused)?.[1] ?? '';
  const folder = join(app.services.config.DATA_DIR, 'files', String(shop.shop_id), 'product');
  expect((await readdir(folder)).filter((file) => file.includes(name))).toEqual([]);
});

test('a picture that the last product stopped showing is removed within 30 days; that of a deleted product stays', async () => {
  const replaced = await uploaded('brown');
  const of_deleted = await uploaded('olive');
  const { product_id, product_meta_id } = await create([replaced]);
  const deleted = await create([of_deleted]);
  passDays(1);
  await sweep();
  await shop.call('PATCH', '/api/open/product', {
    ...product([], { id: product_meta_id[0] }),
    id: product_id,
  });
  await shop.call('DELETE', '/api/open/product', { id: [deleted.product_id] });
  passDays(30);
  await sweep();
  expect(await isThere(replaced)).toBe(false);
  expect(await isThere(of_deleted)).toBe(true);
});

test('a product can not be given a picture that was removed, and nothing of it is kept', async () => {
  const url = await uploaded('gold');
  passDays(1);
  await sweep();
  const { status, body } = await shop.call('POST', '/api/open/product', product([url]));
  expect(status).toBe(422);
  expect(body.message).toEqual({
    'variations.0.images.0': [`The picture ${url} no longer exists. Upload it again.`],
  });
  const { product_id, product_meta_id } = await create([]);
  const edit = await shop.call('PATCH', '/api/open/product', {
    ...product([url], { id: product_meta_id[0] }),
    id: product_id,
  });
  expect(edit.body.message).toHaveProperty(['variations.0.images.0']);
  const bulk = await shop.call('POST', '/api/open/product/bulk', { products: [product([]), product([url])] });
  expect(bulk.body.message).toHaveProperty(['products.1.variations.0.images.0']);
});

test("another shop's picture is one that is not kept here", async () => {
  const url = await uploaded('silver');
  const other = await app.openShop();
  const { body } = await other.call('POST', '/api/open/product', product([url]));
  expect(body.message).toHaveProperty(['variations.0.images.0']);
});

test('a sweep beside many saves removes no picture that a product was given', async () => {
  const addresses = await Promise.all(
    Array.from({ length: 12 }, (_, index) => uploaded(`rgb(${index * 20}, 10, 90)`)),
  );
  passDays(1);
  const [saves] = await Promise.all([
    Promise.all(addresses.map((url) => shop.call('POST', '/api/open/product', product([url])))),
    sweep(),
    sweep(),
  ]);
  for (const [index, { status }] of saves.entries())
    expect(await isThere(addresses[index] ?? ''), String(status)).toBe(status === 200);
  expect(saves.every(({ status }) => status === 200 || status === 422)).toBe(true);
});

test.each([
  [
    'an SVG with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'picture_kind',
  ],
  ['a PNG of 30,000 × 30,000 pixels', pngHeader(30_000, 30_000), 'picture_too_large'],
  ['a GIF of 60,000 × 60,000 pixels', gifHeader(60_000, 60_000), 'picture_too_large'],
  ['text', Buffer.from('bukan gambar'), 'picture_type'],
])('%s is refused, and leaves nothing', async (_what, content, code) => {
  const before = await rowCount();
  const { status, body } = await upload(shop, content);
  expect(status).toBe(422);
  expect(body.code).toBe(code);
  expect(await rowCount()).toBe(before);
});

test('a JPEG that is cut off is refused', async () => {
  const whole = await photo('navy').jpeg().toBuffer();
  expect((await upload(shop, whole.subarray(0, whole.length / 2))).body.code).toBe('picture_unreadable');
});

test('a file over the limit is refused', async () => {
  const { status } = await upload(shop, Buffer.alloc(pictureLimits.picture_bytes + 1));
  expect(status).toBe(413);
});

async function rowCount(): Promise<number> {
  const { rows } = await app.database.pool.query<{ count: string }>('select count(*) from product_pictures');
  return Number(rows[0]?.count);
}
