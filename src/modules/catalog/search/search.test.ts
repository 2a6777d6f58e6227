import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from '../../../../test/harness.ts';
import { storeTexts } from '../../../../test/search-texts.ts';
import { variationLook } from '../rules.ts';

let app: TestApp;
const clock = fixedClock('2026-03-02T08:00:00+07:00');

beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.close());

interface Variation {
  sku: string;
  color?: string;
  size?: string;
}

/** Makes a product, a minute later than the one before. */
async function create(
  shop: TestShop,
  name: string,
  variations: Variation[],
  fields: object = {},
): Promise<number> {
  clock.advance(60_000);
  const made = await shop.call('POST', '/api/open/product', {
    name,
    product_type: 'S',
    has_variation: 'Y',
    variations: variations.map((variation) => ({ stock_quantity: 1, price: 2000, ...variation })),
    ...fields,
  });
  if (made.status !== 200) throw new Error(made.text);
  return made.body.data.product_id;
}

const products = (shop: TestShop, parameters: object) =>
  shop.call('GET', '/api/open/product/search', parameters);
const variations = (shop: TestShop, parameters: object) =>
  shop.call('GET', '/api/open/product/variation', parameters);

async function names(shop: TestShop, keyword: string): Promise<string[]> {
  const { status, body } = await products(shop, { keyword, per_page: 100 });
  expect(status).toBe(200);
  return body.data.map((product: { name: string }) => product.name);
}

async function skus(shop: TestShop, keyword: string, parameters: object = {}): Promise<string[]> {
  const { status, body } = await variations(shop, { keyword, per_page: 100, ...parameters });
  expect(status).toBe(200);
  return body.data.map((variation: { sku: string }) => variation.sku);
}

async function counted(shop: TestShop, keyword: string): Promise<string[]> {
  const { status, body } = await shop.call('GET', '/api/open/stock-transfer/variation', {
    warehouse_id: '0',
    keyword,
  });
  expect(status).toBe(200);
  return body.data.map((variation: { sku: string }) => variation.sku);
}

describe('a keyword', () => {
  test('finds by parts of words of name, colour, size and SKU together, in any order', async () => {
    const shop = await app.openShop();
    await create(shop, 'Kemeja Flanel', [
      { sku: 'KMJ-01', color: 'Merah', size: 'XL' },
      { sku: 'KMJ-02', color: 'Biru', size: 'XL' },
    ]);
    await create(shop, 'Kaos Flanel', [{ sku: 'KOS-01', color: 'Merah', size: 'L' }]);
    expect(await names(shop, 'flanel kemeja')).toEqual(['Kemeja Flanel']);
    expect(await names(shop, 'lanel eja')).toEqual(['Kemeja Flanel']);
    expect(await names(shop, 'merah fla')).toEqual(['Kaos Flanel', 'Kemeja Flanel']);
    expect(await skus(shop, 'xl merah kemeja')).toEqual(['KMJ-01']);
    expect(await skus(shop, '02 kmj')).toEqual(['KMJ-02']);
    expect(await counted(shop, 'kmj biru')).toEqual(['KMJ-02']);
    // Of one variation: none is red and blue.
    expect(await names(shop, 'kmj merah biru')).toEqual([]);
  });

  test('takes no notice of case, accents and width', async () => {
    const shop = await app.openShop();
    await create(shop, 'Café Crème', [{ sku: 'Caf-É1' }]);
    for (const keyword of ['CAFE', 'café', 'crème cafe', 'ＣＡＦＥ', 'cafe\u0301', 'caf-e1'])
      expect(await names(shop, keyword)).toEqual(['Café Crème']);
  });

  test('finds a SKU with and without its dashes', async () => {
    const shop = await app.openShop();
    await create(shop, 'Sepatu', [
      { sku: 'SEP-MER-KhC', size: '40' },
      { sku: 'SEP-PUT-KhX', size: '41' },
    ]);
    for (const keyword of ['SEPMERKhC', 'sep-mer-khc', 'mer-kh', 'merkh', 'khc sep'])
      expect(await skus(shop, keyword)).toEqual(['SEP-MER-KhC']);
  });

  test.each([
    '%',
    '_',
    '\\',
    '"',
    "'",
    '""',
    '🙂',
    '🙂👍',
    '%_',
    "';--",
    '(',
    '*',
    '&|!',
    '\\\\',
    ':',
    '.+',
    '%%%%',
  ])('with %s is plain text, in every list', async (mark) => {
    const shop = await app.openShop();
    await create(shop, `Kaos a${mark}b`, [{ sku: `K${mark}1` }]);
    await create(shop, 'Kaos axb', [{ sku: 'Kx1' }]);
    for (const keyword of [`a${mark}b`, mark, `kaos ${mark}`, `${mark}1`]) {
      expect(await names(shop, keyword)).toEqual([`Kaos a${mark}b`]);
      expect(await skus(shop, keyword)).toEqual([`K${mark}1`]);
      expect(await counted(shop, keyword)).toEqual([`K${mark}1`]);
    }
  });

  test('of any length, of control characters or of nothing but marks is never an error', async () => {
    const shop = await app.openShop();
    await create(shop, 'Kaos Polos', [{ sku: 'KOS-1' }]);
    for (const keyword of ['kaos\u0000polos', '\u0000kaos\u001b', 'polos\n\tkaos'])
      expect(await names(shop, keyword)).toEqual(['Kaos Polos']);
    for (const keyword of ['x'.repeat(5000), '🙂'.repeat(2000), 'kaos '.repeat(50) + 'tas', '"'.repeat(300)])
      expect(await names(shop, keyword)).toEqual(keyword.startsWith('kaos') ? ['Kaos Polos'] : []);
    // These are no words, so they ask for everything.
    for (const keyword of ['\u0000', '\u0301\u0301', ' \u3000 '])
      expect(await names(shop, keyword)).toEqual(['Kaos Polos']);
  });
});

describe('a slip of typing', () => {
  test.each([
    ['kemja flanel', 'Kemeja Flanel'],
    ['kemjea', 'Kemeja Flanel'],
    ['flanell kemeja', 'Kemeja Flanel'],
    ['kaus polso', 'Kaos Polos'],
    ['KAOS POLSO', 'Kaos Polos'],
    ['seltndang', 'Selendang'],
    ['kerudng seigempat', 'Kerudung Segiempat'],
    ['hitm kaos', 'Kaos Polos'],
  ])('as in "%s" finds what was meant', async (keyword, name) => {
    const shop = await app.openShop();
    for (const [index, named] of ['Kemeja Flanel', 'Kaos Polos', 'Selendang', 'Kerudung Segiempat'].entries())
      await create(shop, named, [{ sku: `P-${index}`, color: named === 'Kaos Polos' ? 'Hitam' : 'Putih' }]);
    expect(await names(shop, keyword)).toEqual([name]);
    expect(await skus(shop, keyword)).toHaveLength(1);
    expect(await counted(shop, keyword)).toHaveLength(1);
  });

  test('in a SKU finds it: two signs swapped, one wrong, one missing, one too many', async () => {
    const shop = await app.openShop();
    await create(shop, 'Sepatu', [
      { sku: 'SPT-4711', size: '40' },
      { sku: 'SPT-8000', size: '41' },
    ]);
    for (const keyword of ['SPT-4171', 'SPT-4712', 'SPT-411', 'SPT-47111', 'STP-4711', 'spt4-711'])
      expect(await skus(shop, keyword)).toEqual(['SPT-4711']);
  });

  test('is not looked for where the keyword finds something as it is', async () => {
    const shop = await app.openShop();
    await create(shop, 'Kaos', [{ sku: 'A-1' }]);
    await create(shop, 'Kaus', [{ sku: 'A-2' }]);
    expect(await names(shop, 'kaus')).toEqual(['Kaus']);
    expect(await names(shop, 'kaos')).toEqual(['Kaos']);
  });

  test('does not make a word of nothing find something', async () => {
    const shop = await app.openShop();
    await create(shop, 'Kaos Polos', [{ sku: 'A-1' }]);
    for (const keyword of ['zqxvw', 'kemeja', 'po lo tas', 'A-777', 'ks', '%%'])
      expect(await names(shop, keyword)).toEqual([]);
  });

  test('knows only the words of the own shop', async () => {
    const shop = await app.openShop();
    const other = await app.openShop();
    await create(other, 'Kemeja', [{ sku: 'A-1' }]);
    expect(await names(shop, 'kemja')).toEqual([]);
    expect(await names(shop, 'kemeja')).toEqual([]);
    expect(await skus(shop, 'A-1')).toEqual([]);
  });
});

describe('what is found', () => {
  test('follows every change of products and variations at once', async () => {
    const shop = await app.openShop();
    const id = await create(shop, 'Kaos', [
      { sku: 'A-1', color: 'Merah' },
      { sku: 'A-2', color: 'Biru' },
    ]);
    const detail = await shop.call('GET', `/api/open/product/${id}/detail`);
    const [red, blue] = detail.body.data.variations.map((variation: { id: number }) => variation.id);
    const change = async (fields: object) => {
      const answer = await shop.call('PATCH', '/api/open/product', {
        id,
        name: 'Kemeja',
        product_type: 'S',
        has_variation: 'Y',
        variations: [
          { id: red, sku: 'B-9', color: 'Jingga', price: 2000, stock: 'Y' },
          { id: blue, sku: 'A-2', color: 'Biru', price: 2000, stock: 'Y' },
        ],
        ...fields,
      });
      if (answer.status !== 200) throw new Error(answer.text);
    };
    await change({});
    expect(await skus(shop, 'kemeja jingga')).toEqual(['B-9']);
    expect(await skus(shop, 'kemeja')).toEqual(['B-9', 'A-2']);
    expect(await skus(shop, 'b9')).toEqual(['B-9']);
    for (const gone of ['kaos', 'merah', 'a-1']) expect(await skus(shop, gone)).toEqual([]);
    await change({ product_type: 'R' });
    expect(await counted(shop, 'kemeja')).toEqual([]);
    await change({ product_type: 'S' });
    expect(await counted(shop, 'kemeja')).toEqual(['B-9', 'A-2']);
    expect((await shop.call('DELETE', '/api/open/product/variation', { id: [red] })).status).toBe(200);
    expect(await names(shop, 'jingga')).toEqual([]);
    expect(await skus(shop, 'kemeja')).toEqual(['A-2']);
    expect((await shop.call('DELETE', '/api/open/product', { id: [id] })).status).toBe(200);
    expect(await names(shop, 'kemeja')).toEqual([]);
    const archived = await products(shop, { keyword: 'biru kemeja', category: 'ARCHIVED' });
    expect(archived.body.data.map((product: { id: number }) => product.id)).toEqual([id]);
  });

  test('has the variation first whose SKU is typed, then those of the newest products, page by page', async () => {
    const shop = await app.openShop();
    await create(shop, 'Kaos', [{ sku: '12' }]);
    for (const sku of ['A-12', 'B-12', 'C-12', 'D-12']) await create(shop, 'Kaos', [{ sku }]);
    expect(await skus(shop, '12')).toEqual(['12', 'D-12', 'C-12', 'B-12', 'A-12']);
    const pages = [];
    for (const pagination_offset of [1, 2, 3])
      pages.push(...(await skus(shop, '12', { per_page: 2, pagination_offset })));
    expect(pages).toEqual(['12', 'D-12', 'C-12', 'B-12', 'A-12']);
    expect((await counted(shop, '12'))[0]).toBe('12');
  });

  test('without profit or price follows the prices', async () => {
    const shop = await app.openShop();
    const id = await create(shop, 'Untung', [{ sku: 'A-1' }], {});
    const found = async (price: string) => (await products(shop, { price })).body.data.length;
    const [variation] = (await shop.call('GET', `/api/open/product/${id}/detail`)).body.data.variations;
    const set = (price: number, price_buy: number) =>
      shop.call('PATCH', '/api/open/product', {
        id,
        name: 'Untung',
        product_type: 'S',
        has_variation: 'Y',
        variations: [{ id: variation.id, sku: 'A-1', price, price_buy }],
      });
    expect(await found('NON_PROFIT')).toBe(0);
    await set(2000, 2000);
    expect(await found('NON_PROFIT')).toBe(1);
    expect(await found('NON_SET_PRICE')).toBe(0);
    await set(0, 0);
    expect(await found('NON_SET_PRICE')).toBe(1);
    await set(2000, 1999);
    expect(await found('NON_PROFIT')).toBe(0);
  });

  test('takes the same number of statements for 1, 10 and 100', async () => {
    const shop = await app.openShop();
    for (let index = 0; index < 100; index += 1) await create(shop, 'Kaos', [{ sku: `A-${index}` }]);
    const cost = async (list: typeof products, parameters: object) => {
      const before = app.database.statements.sent;
      await list(shop, parameters);
      return app.database.statements.sent - before;
    };
    await cost(products, {});
    for (const list of [products, variations])
      for (const keyword of ['kaos', 'kasos', 'zqxvw']) {
        const single = await cost(list, { keyword, per_page: 1 });
        expect(single).toBeLessThanOrEqual(6);
        expect(await cost(list, { keyword, per_page: 10 })).toBe(single);
        expect(await cost(list, { keyword, per_page: 100 })).toBe(single);
      }
  });
});

/** What search should see, said once more in JavaScript. */
const form = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();

test('every list finds just what a plain search of all texts finds, whatever the names and keywords', async () => {
  const shop = await app.openShop();
  const other = await app.openShop();
  let seed = 20_260_302;
  const below = (limit: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (seed >> 8) % limit;
  };
  const pick = <T>(from: readonly T[]) => from[below(from.length)] as T;
  const SIGNS = ['a', 'b', 'k', 'o', 's', 'É', 'ñ', '1', '2', '%', '_', '-', '"', '🙂', '\\', 'Z'];
  const word = (most: number) => Array.from({ length: 1 + below(most) }, () => pick(SIGNS)).join('');
  const rows: { name: string; sku: string; text: string }[] = [];
  for (let index = 0; index < 40; index += 1) {
    const name = `${word(5)} ${word(4)}`;
    const drawn = Array.from({ length: 1 + below(3) }, (_, position) => ({
      sku: `${pick(['AB', 'KO', 'S1'])}-${index}${position}`,
      color: pick(['Merah', 'Biru', 'aé', word(3)]),
      size: pick(['S', 'XL', word(2)]),
    }));
    // Two variations of a product never look the same.
    const made = [...new Map(drawn.map((variation) => [variationLook(variation), variation])).values()];
    await create(index % 6 === 0 ? other : shop, name, made);
    if (index % 6 === 0) continue;
    for (const { sku, color, size } of made)
      rows.push({ name, sku, text: form([name, color, size, sku, sku.replaceAll('-', '')].join(' ')) });
  }
  let found_some = 0;
  for (let round = 0; round < 90; round += 1) {
    const part = () => {
      const text = pick(rows)
        .text.split(' ')
        .filter((piece) => piece !== '');
      const signs = Array.from(pick(text));
      const from = below(signs.length);
      return signs.slice(from, from + 1 + below(4)).join('');
    };
    const keyword = Array.from({ length: 1 + below(3) }, () => (below(4) === 0 ? word(2) : part())).join(' ');
    const words = form(keyword)
      .split(/\s+/)
      .filter((piece) => piece !== '');
    const expected = rows.filter(({ text }) => words.every((piece) => text.includes(piece)));
    // Where nothing is found as typed, slips may be: that is told above.
    if (expected.length === 0) continue;
    found_some += 1;
    const wanted = expected.map((row) => row.sku).toSorted();
    expect([keyword, (await skus(shop, keyword)).toSorted()]).toEqual([keyword, wanted]);
    expect([keyword, (await counted(shop, keyword)).toSorted()]).toEqual([keyword, wanted]);
    const named = [...new Set(expected.map((row) => row.name))].toSorted();
    expect([keyword, [...new Set(await names(shop, keyword))].toSorted()]).toEqual([keyword, named]);
  }
  expect(found_some).toBeGreaterThan(50);
});

test('of more than ten thousand found, totals are a floor or exact, and pages hold in every order', async () => {
  const shop = await app.openShop();
  await create(shop, 'Kaos Asli', [{ sku: 'KAOS' }]);
  const { pool } = app.database;
  await pool.query(
    `insert into products (shop_id, name, product_type, lowest_price_idr, lowest_margin_idr, created_at, updated_at)
     select $1, 'Kaos ' || n, 'R', 1000 + n % 7, 1, $2::timestamptz + n * interval '1 second', now()
     from generate_series(1, 5100) as n`,
    [shop.shop_id, clock.now()],
  );
  await pool.query(
    `insert into product_variations (shop_id, product_id, position, sku, price_buy_idr, price_idr, weight_grams, created_at)
     select $1, p.id, position, 'KAOS-' || p.id || '-' || position, 0, 1000, 1, now()
     from products p, generate_series(0, 1) as position where p.shop_id = $1 and p.product_type = 'R'`,
    [shop.shop_id],
  );
  await storeTexts(pool, shop.shop_id);
  // As the database does by itself some time after many rows have come.
  await pool.query('analyze products, product_variations, variation_texts, stock_levels');
  const total = async (list: typeof products, parameters: object) =>
    (await list(shop, parameters)).body.meta.pagination.total;
  expect(await total(variations, { keyword: 'kaos' })).toBe(10_000);
  expect(await total(products, { keyword: 'kaos' })).toBe(5101);
  expect(await total(products, { keyword: 'kaos', type: 'R' })).toBe(5100);
  expect(await total(products, { keyword: 'kaos', type: 'PO' })).toBe(0);
  expect(await skus(shop, 'kaos', { per_page: 2 })).toEqual(['KAOS', expect.stringMatching(/-0$/)]);
  const pages = [];
  for (const pagination_offset of [1, 2, 3])
    pages.push(...(await skus(shop, 'kaos', { per_page: 3, pagination_offset })));
  expect(pages).toEqual(await skus(shop, 'kaos', { per_page: 9 }));
  for (const order_by of [
    'NEWEST',
    'LONGEST',
    'CHEAPEST',
    'EXPENSIVE',
    'ASC',
    'DESC',
    'MOST_STOCK',
    'LEAST_STOCK',
  ]) {
    const first = await products(shop, { keyword: 'kaos', order_by, per_page: 4 });
    const all = await products(shop, { order_by, per_page: 4 });
    expect(first.body.data).toEqual(all.body.data);
  }
});
