import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '../../src/kernel/database/embedded/index.ts';
import { CATALOGUE, SIZES } from './catalogue.ts';
import { fillOrders, memoryOf, startDatabase, type OrderTable } from './database.ts';
import {
  KEYWORD,
  ROWS_PER_PAGE,
  SHOPS,
  STOCK,
  type PageName,
  type Peer,
  type Place,
  type RunningPeer,
} from './peer.ts';
import { answering, freePort, installPackages, runProgram, startProgram } from './programs.ts';
import { connectTo, type Answer, type Http, type PageRequest, type Work } from './repeat.ts';

const VERSION = '2.21.2';
const ADMIN = { email: 'admin@example.com', password: 'rahasia-sekali' };
const MEDUSA = 'node_modules/@medusajs/cli/cli.js';
/** Placed through its API, some seconds each; all others are copies of these. */
const TEMPLATES = 20;
const BATCH = 50;

/**
 * One process that serves and does background work, with the modules in memory, as it starts without settings. Its guides
 * advise Redis and a process for each in production, which would be one more server to ask.
 */
const CONFIG = `
const { defineConfig } = require('@medusajs/framework/utils');
const { DATABASE_URL, DB_HOST, DB_PORT, DB_USER, DB_NAME } = process.env;
module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false, host: DB_HOST, port: Number(DB_PORT), user: DB_USER, database: DB_NAME } },
    http: { storeCors: '', adminCors: '', authCors: '', jwtSecret: 'a secret of the bench alone', cookieSecret: 'another one of the bench' },
  },
});
`;

interface Channel {
  id: string;
  variant_ids: string[];
}

/** What `start` needs of what was seeded. */
interface Seeded {
  channels: Channel[];
  region_id: string;
  shipping_option_id: string;
  product_id: string;
}

/** Sends a request as the administrator; gives the body of the answer. */
type Admin = (method: string, path: string, body?: unknown) => Promise<Answer['body']>;

export const medusa: Peer = {
  name: 'Medusa',
  version: VERSION,
  shop: 'a sales channel of one server, with its own goods',
  // The five requests of a buyer (cart, shipping, payment collection, payment session, completion) took 1.4 times as long
  // (20 of each, one after the other), and left the payment to be captured.
  order:
    'four requests of the Admin API: a draft order with lines, address and shipping; its conversion; payment collection; marked as paid',
  keeps_seed: true,
  async install(programs_dir) {
    await installPackages(programs_dir, {
      '@medusajs/medusa': VERSION,
      '@medusajs/framework': VERSION,
      '@medusajs/cli': VERSION,
    });
    await writeFile(join(programs_dir, 'medusa-config.js'), CONFIG);
  },
  async seed(place) {
    const database = await startDatabase(place.data_dir);
    try {
      const run = (...words: string[]) =>
        runProgram(place.programs_dir, [MEDUSA, ...words], environment(database));
      await run('db:migrate');
      await run('user', '-e', ADMIN.email, '-p', ADMIN.password);
      const running = await startOn(database, place);
      try {
        const admin = await signIn(running.http);
        const seeded = await seedShops(admin);
        await writeFile(join(place.data_dir, 'seeded.json'), JSON.stringify(seeded));
        for (let order = 0; order < TEMPLATES; order += 1)
          await orderClient(admin, seeded, 0, `seeded${order}@example.com`)();
      } finally {
        await running.stop();
      }
    } finally {
      await database.stop();
    }
  },
  addOrders: ({ data_dir }, orders) => fillOrders(data_dir, ORDER_TABLES, orders, TEMPLATES),
  async start(place) {
    const database = await startDatabase(place.data_dir);
    try {
      const system = await startOn(database, place);
      const { http, program } = system;
      const seeded = JSON.parse(await readFile(join(place.data_dir, 'seeded.json'), 'utf8')) as Seeded;
      const token = await tokenOf(http);
      const admin = adminOf(http, token);
      let clients = 0;
      return {
        memory: () => memoryOf([program], database),
        orderClient: (shop) => orderClient(admin, seeded, shop, `buyer${(clients += 1)}@example.com`),
        pageClient: (page) =>
          http.reader({
            method: 'GET',
            headers: { authorization: `Bearer ${token}` },
            ...pagesOf(seeded)[page],
          }),
        async stop() {
          await system.stop();
          await database.stop();
        },
      } satisfies RunningPeer;
    } catch (error) {
      await database.stop();
      throw error;
    }
  },
};

function environment({ connection }: EmbeddedPostgres): Record<string, string> {
  const { host, port, user, database } = connection;
  return {
    MEDUSA_DISABLE_TELEMETRY: 'true',
    LOG_LEVEL: 'error',
    // Some of its connections are made of the address, others of the parts.
    DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`,
    DB_HOST: host,
    DB_PORT: String(port),
    DB_USER: user,
    DB_NAME: database,
  };
}

async function startOn(database: EmbeddedPostgres, { programs_dir }: Place) {
  const port = await freePort();
  const words = [MEDUSA, 'start', '-H', '127.0.0.1', '-p', String(port)];
  const program = startProgram(programs_dir, words, environment(database));
  try {
    await answering(`http://127.0.0.1:${port}/health`, program);
  } catch (error) {
    await program.stop();
    throw error;
  }
  const http = connectTo(`http://127.0.0.1:${port}`);
  return {
    http,
    program,
    async stop() {
      await http.close();
      await program.stop();
    },
  };
}

async function tokenOf(http: Http): Promise<string> {
  return (await http.call('POST', '/auth/user/emailpass', ADMIN)).body.token;
}

function adminOf(http: Http, token: string): Admin {
  const headers = { authorization: `Bearer ${token}` };
  return async (method, path, body) => (await http.call(method, path, body, headers)).body;
}

async function signIn(http: Http): Promise<Admin> {
  return adminOf(http, await tokenOf(http));
}

/** A region, a place to ship from, the catalogue, and further sales channels with two goods each. */
async function seedShops(admin: Admin): Promise<Seeded> {
  const [store] = (await admin('GET', '/admin/stores')).stores;
  await admin('POST', `/admin/stores/${store.id}`, {
    supported_currencies: [{ currency_code: 'idr', is_default: true }],
  });
  const { region } = await admin('POST', '/admin/regions', {
    name: 'Indonesia',
    currency_code: 'idr',
    countries: ['id'],
    payment_providers: ['pp_system_default'],
  });
  const { location_id, shipping_option_id, profile_id } = await seedShipping(admin);
  const channel_ids: string[] = [(await admin('GET', '/admin/sales-channels')).sales_channels[0].id];
  for (let number = 1; number < SHOPS; number += 1)
    channel_ids.push(
      (await admin('POST', '/admin/sales-channels', { name: `Toko ${number}` })).sales_channel.id,
    );
  await admin('POST', `/admin/stock-locations/${location_id}/sales-channels`, { add: channel_ids });
  const products = (channel: number, goods: { name: string; price_idr: number; skus: string[] }[]) =>
    goods.map(({ name, price_idr, skus }) => ({
      title: name,
      status: 'published',
      shipping_profile_id: profile_id,
      sales_channels: [{ id: channel_ids[channel] }],
      options: [{ title: 'Size', values: SIZES.slice(0, skus.length) }],
      variants: skus.map((sku, index) => ({
        title: SIZES[index],
        sku,
        manage_inventory: true,
        options: { Size: SIZES[index] },
        prices: [{ currency_code: 'idr', amount: price_idr }],
      })),
    }));
  const make = async (create: object[]): Promise<{ id: string; variants: { id: string }[] }[]> =>
    (await admin('POST', '/admin/products/batch', { create })).created;
  const made = [];
  for (let from = 0; from < CATALOGUE.length; from += BATCH)
    made.push(...(await make(products(0, CATALOGUE.slice(from, from + BATCH)))));
  const channels: Channel[] = [
    { id: channel_ids[0] ?? '', variant_ids: made[0]?.variants.slice(0, 2).map(({ id }) => id) ?? [] },
  ];
  for (const [number, id] of channel_ids.entries()) {
    if (number === 0) continue;
    const goods = [1, 2].map((good) => ({
      name: `Sepatu toko ${number}-${good}`,
      price_idr: 100_000,
      skus: [`SHOP-${number}-${good}`],
    }));
    const its = await make(products(number, goods));
    channels.push({ id, variant_ids: its.flatMap(({ variants }) => variants.map((variant) => variant.id)) });
  }
  await stockAll(admin, location_id);
  return { channels, region_id: region.id, shipping_option_id, product_id: made[0]?.id ?? '' };
}

async function seedShipping(admin: Admin) {
  const { stock_location } = await admin('POST', '/admin/stock-locations', { name: 'Gudang' });
  const path = `/admin/stock-locations/${stock_location.id}`;
  await admin('POST', `${path}/fulfillment-providers`, { add: ['manual_manual'] });
  const { stock_location: located } = await admin(
    'POST',
    `${path}/fulfillment-sets?fields=*fulfillment_sets`,
    {
      name: 'Kirim',
      type: 'shipping',
    },
  );
  const { fulfillment_set } = await admin(
    'POST',
    `/admin/fulfillment-sets/${located.fulfillment_sets[0].id}/service-zones`,
    { name: 'Indonesia', geo_zones: [{ type: 'country', country_code: 'id' }] },
  );
  const [profile] = (await admin('GET', '/admin/shipping-profiles')).shipping_profiles;
  const { shipping_option } = await admin('POST', '/admin/shipping-options', {
    name: 'JNE REG',
    service_zone_id: fulfillment_set.service_zones[0].id,
    shipping_profile_id: profile.id,
    provider_id: 'manual_manual',
    price_type: 'flat',
    type: { label: 'Reguler', description: 'Reguler', code: 'reg' },
    prices: [{ currency_code: 'idr', amount: 12_000 }],
    rules: [],
  });
  return {
    location_id: stock_location.id as string,
    shipping_option_id: shipping_option.id as string,
    profile_id: profile.id as string,
  };
}

/** Puts pieces of everything on the shelf. */
async function stockAll(admin: Admin, location_id: string): Promise<void> {
  for (let offset = 0; ; offset += 500) {
    const { inventory_items } = await admin(
      'GET',
      `/admin/inventory-items?limit=500&offset=${offset}&order=id&fields=id`,
    );
    if (inventory_items.length === 0) return;
    await admin('POST', '/admin/inventory-items/location-levels/batch', {
      create: inventory_items.map(({ id }: { id: string }) => ({
        inventory_item_id: id,
        location_id,
        stocked_quantity: STOCK,
      })),
    });
  }
}

function orderClient(admin: Admin, seeded: Seeded, shop: number, email: string): Work {
  const channel = seeded.channels[shop];
  if (channel === undefined) throw new Error('no such shop');
  const draft = {
    region_id: seeded.region_id,
    sales_channel_id: channel.id,
    email,
    shipping_address: {
      first_name: 'Sari',
      last_name: 'Dewi',
      address_1: 'Jl. Ijen 5',
      city: 'Malang',
      country_code: 'id',
      postal_code: '65119',
      phone: '08123456789',
    },
    items: channel.variant_ids.map((variant_id) => ({ variant_id, quantity: 1 })),
    shipping_methods: [{ shipping_option_id: seeded.shipping_option_id, amount: 12_000, name: 'JNE REG' }],
  };
  return async () => {
    const { draft_order } = await admin('POST', '/admin/draft-orders?fields=id,total', draft);
    const { id, total } = draft_order;
    const { order } = await admin('POST', `/admin/draft-orders/${id}/convert-to-order?fields=id,status`);
    if (order.status !== 'pending' || !(total > 12_000))
      throw new Error(`no whole order: ${JSON.stringify([draft_order, order])}`);
    const { payment_collection } = await admin('POST', '/admin/payment-collections?fields=id', {
      order_id: id,
      amount: total,
    });
    const paid = await admin(
      'POST',
      `/admin/payment-collections/${payment_collection.id}/mark-as-paid?fields=id,status`,
      { order_id: id },
    );
    if (paid.payment_collection.status !== 'completed') throw new Error(`not paid: ${JSON.stringify(paid)}`);
  };
}

/** What the lists and the page of a product of its dashboard ask for. */
function pagesOf({ product_id }: Seeded): Record<PageName, Pick<PageRequest, 'path' | 'isWhole'>> {
  const of_products = 'id,title,handle,status,*collection,*sales_channels,variants.id,thumbnail';
  const of_orders =
    'id,status,created_at,email,display_id,custom_display_id,payment_status,fulfillment_status,total,currency_code,' +
    '*customer,*sales_channel,*payment_collections,*shipping_address';
  return {
    products: {
      path: `/admin/products?q=${KEYWORD}&limit=${ROWS_PER_PAGE}&fields=${of_products}`,
      isWhole: ({ products }) => products.length === ROWS_PER_PAGE,
    },
    orders: {
      path: `/admin/orders?limit=${ROWS_PER_PAGE}&order=-created_at&fields=${of_orders}`,
      isWhole: ({ orders }) => orders.length === ROWS_PER_PAGE,
    },
    product: {
      path: `/admin/products/${product_id}`,
      isWhole: ({ product }) => product.variants.length === SIZES.length,
    },
  };
}

const ORDER_TABLES: OrderTable[] = [
  { name: 'order_address', ids: ['id'] },
  {
    name: 'order',
    ids: ['id', 'shipping_address_id', 'billing_address_id'],
    by_default: ['display_id'],
  },
  { name: 'order_line_item', ids: ['id', 'totals_id'] },
  { name: 'order_item', ids: ['id', 'order_id', 'item_id'] },
  { name: 'order_summary', ids: ['id', 'order_id'] },
  { name: 'order_shipping_method', ids: ['id'] },
  { name: 'order_shipping', ids: ['id', 'order_id', 'shipping_method_id'] },
  { name: 'order_transaction', ids: ['id', 'order_id'] },
  { name: 'payment_collection', ids: ['id'] },
  { name: 'payment_session', ids: ['id', 'payment_collection_id'] },
  { name: 'payment', ids: ['id', 'payment_collection_id', 'payment_session_id'] },
  { name: 'capture', ids: ['id', 'payment_id'] },
  { name: 'order_payment_collection', ids: ['id', 'order_id', 'payment_collection_id'] },
  { name: 'reservation_item', ids: ['id', 'line_item_id'] },
];
