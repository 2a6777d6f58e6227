import type { PoolClient } from 'pg';
import { LIFT_LIMITS, type DatabaseServer } from '../src/kernel/database/connection.ts';
import { storeTexts } from '../test/search-texts.ts';

/** Names of 35 kinds, each with a number of its own, of which SKU, colour and size are made. */
const PRODUCT_SQL = {
  name: `(array['Gamis', 'Kaos', 'Tas', 'Sepatu', 'Hijab'])[1 + n % 5] || ' '
    || (array['Aisyah', 'Polos', 'Kulit', 'Batik', 'Ceruty', 'Rayon', 'Denim'])[1 + n % 7] || ' ' || n`,
  color: `(array['Merah', 'Putih', 'Hitam', 'Biru Dongker'])[1 + p.id % 4]`,
  size: `(array['S', 'M', 'L', 'XL', 'All Size'])[1 + p.id % 5]`,
};

/** Brings a shop to so many products of one variation each, with stock, by copying the newest that it has. */
export async function fillProducts(database: DatabaseServer, shop_id: number, count: number): Promise<void> {
  const copied = await copiedProductColumns(database);
  await inOneSession(database, async (client) => {
    await client.query(
      `insert into products (${copied.products.join(', ')}, name, created_at, lowest_price_idr)
       select ${from('base', copied.products)}, ${PRODUCT_SQL.name}, base.created_at - n * interval '1 minute',
         10000 + (n * 7919) % 500000
       from generate_series(1, $2::int) as n
       cross join (select * from products where shop_id = $1 order by id desc limit 1) as base`,
      [shop_id, count],
    );
    await client.query('analyze products');
    await client.query(
      `insert into product_variations (${copied.variations.join(', ')}, product_id, sku, price_idr, color, size)
       select ${from('base', copied.variations)}, p.id, 'BENCH-' || p.id, p.lowest_price_idr, ${PRODUCT_SQL.color},
         ${PRODUCT_SQL.size}
       from products p
       cross join (select * from product_variations where shop_id = $1 order by id desc limit 1) as base
       where p.shop_id = $1 and not exists (
         select from product_variations v where v.shop_id = p.shop_id and v.product_id = p.id)`,
      [shop_id],
    );
    await client.query(
      `insert into stock_levels (shop_id, variation_id, warehouse_id, quantity)
       select v.shop_id, v.id, 0, v.id % 50 from product_variations v
       where v.shop_id = $1 on conflict do nothing`,
      [shop_id],
    );
    await storeTexts(client, shop_id);
    await client.query(
      'vacuum analyze products, product_variations, variation_texts, search_words, stock_levels',
    );
  });
}

/** Puts so many shops of a hundred such products each beside one, which they are copied from. */
export async function fillShopsBeside(
  database: DatabaseServer,
  shop_id: number,
  count: number,
): Promise<void> {
  const copied = await copiedProductColumns(database);
  const shops = await copiedColumns(database, 'shops', ['id', 'subdomain', 'active_supplier_id']);
  const of_shops = (columns: string[]) =>
    columns.filter((name) => !['shop_id', 'created_by', 'category_id'].includes(name));
  const products = of_shops(copied.products);
  const variations = of_shops(copied.variations);
  await inOneSession(database, async (client) => {
    await client.query(
      `insert into shops (${shops.join(', ')}, subdomain)
       select ${from('base', shops)}, 'beside-' || n
       from generate_series(1, $2::int) as n cross join (select * from shops where id = $1) as base`,
      [shop_id, count],
    );
    await client.query(
      `insert into products (${products.join(', ')}, shop_id, name, created_at, lowest_price_idr)
       select ${from('base', products)}, shop.id, ${PRODUCT_SQL.name}, base.created_at - n * interval '1 minute', 10000 + n
       from generate_series(1, 100) as n
       cross join shops as shop
       cross join (select * from products where shop_id = $1 order by id desc limit 1) as base
       where shop.subdomain like 'beside-%'`,
      [shop_id],
    );
    await client.query(
      `insert into product_variations (${variations.join(', ')}, shop_id, product_id, sku, price_idr, color, size)
       select ${from('base', variations)}, p.shop_id, p.id, 'BENCH-' || p.id, p.lowest_price_idr, ${PRODUCT_SQL.color},
         ${PRODUCT_SQL.size}
       from products p
       join shops as shop on shop.id = p.shop_id and shop.subdomain like 'beside-%'
       cross join (select * from product_variations where shop_id = $1 order by id desc limit 1) as base`,
      [shop_id],
    );
    const { rows } = await client.query<{ id: number }>(
      `select id from shops where subdomain like 'beside-%'`,
    );
    for (const { id } of rows) await storeTexts(client, id);
    await client.query('vacuum analyze shops, products, product_variations, variation_texts, search_words');
  });
}

async function copiedProductColumns(database: DatabaseServer) {
  return {
    products: await copiedColumns(database, 'products', ['id', 'name', 'created_at', 'lowest_price_idr']),
    variations: await copiedColumns(database, 'product_variations', [
      'id',
      'product_id',
      'sku',
      'price_idr',
      'color',
      'size',
    ]),
  };
}

export function from(alias: string, columns: string[]): string {
  return columns.map((name) => `${alias}.${name}`).join(', ');
}

export async function inOneSession<Result>(
  database: DatabaseServer,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect();
  try {
    await client.query(LIFT_LIMITS);
    return await work(client);
  } finally {
    client.release(true);
  }
}

export async function copiedColumns(
  database: DatabaseServer,
  table: string,
  but: string[],
): Promise<string[]> {
  const { rows } = await database.pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and column_name <> all($2)`,
    [table, but],
  );
  return rows.map((row) => row.column_name);
}
