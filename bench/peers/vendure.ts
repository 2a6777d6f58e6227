import { readFile, rm, writeFile } from 'node:fs/promises';
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
import { connectTo, type Http, type PageRequest, type Work } from './repeat.ts';
import { INITIAL_DATA, PROGRAMS } from './vendure-programs.ts';

const VERSION = '3.7.3';
const PASSWORD = 'rahasia-sekali';
/** Placed through its API; all others are copies of these. */
const TEMPLATES = 20;

interface Channel {
  token: string;
  variant_ids: string[];
}

/** What `start` needs of what was seeded. */
interface Seeded {
  channels: Channel[];
  shipping_method_id: string;
  product_id: string;
}

export const vendure: Peer = {
  name: 'Vendure',
  version: VERSION,
  shop: 'a channel of one server, with its own goods',
  // A logged-in customer's single request took 1.15 times as long, a draft order of the Admin API 1.3 times (20 of each, one
  // after the other). A guest's first request begins a session that the second needs.
  order:
    'two requests of a guest to the Shop API: addItemsToOrder; then customer, address, shipping method, transition and payment in one',
  keeps_seed: true,
  async install(programs_dir) {
    await installPackages(programs_dir, { '@vendure/core': VERSION, pg: '8.23.1' });
    for (const [name, text] of Object.entries(PROGRAMS)) await writeFile(join(programs_dir, name), text);
  },
  async seed(place) {
    const file = join(place.data_dir, 'products.csv');
    await writeFile(file, catalogueCsv());
    const database = await startDatabase(place.data_dir);
    try {
      await runProgram(place.programs_dir, ['seed.js'], {
        ...environment(database, await freePort()),
        SEEDING: 'yes',
        INITIAL_DATA: JSON.stringify(INITIAL_DATA),
        PRODUCTS_FILE: file,
      });
      const running = await startOn(database, place);
      try {
        const seeded = await seedShops(running.http, await signIn(running.http));
        await writeFile(join(place.data_dir, 'seeded.json'), JSON.stringify(seeded));
        for (let guest = 0; guest < TEMPLATES; guest += 1)
          await orderClient(running.http, seeded, 0, `seeded${guest}@example.com`)();
      } finally {
        await running.stop();
      }
      await rm(file);
    } finally {
      await database.stop();
    }
  },
  addOrders: ({ data_dir }, orders) => fillOrders(data_dir, ORDER_TABLES, orders, TEMPLATES),
  async start(place) {
    const database = await startDatabase(place.data_dir);
    try {
      const system = await startOn(database, place);
      const { http, programs } = system;
      const seeded = JSON.parse(await readFile(join(place.data_dir, 'seeded.json'), 'utf8')) as Seeded;
      const admin = { authorization: `Bearer ${await signIn(http)}` };
      let guests = 0;
      return {
        memory: () => memoryOf(programs, database),
        orderClient: (shop) => orderClient(http, seeded, shop, `guest${(guests += 1)}@example.com`),
        pageClient: (page) => http.reader({ ...pagesOf(seeded)[page], headers: admin }),
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

function environment({ connection }: EmbeddedPostgres, port: number): Record<string, string> {
  return {
    VENDURE_DISABLE_TELEMETRY: 'true',
    PORT: String(port),
    PASSWORD,
    DB_HOST: connection.host,
    DB_PORT: String(connection.port),
    DB_USER: connection.user,
    DB_NAME: connection.database,
  };
}

async function startOn(database: EmbeddedPostgres, { programs_dir }: Place) {
  const port = await freePort();
  const programs = ['server.js', 'worker.js'].map((word) =>
    startProgram(programs_dir, [word], environment(database, port)),
  );
  const stop = async () => {
    await Promise.all(programs.map((program) => program.stop()));
  };
  const [server] = programs;
  if (server === undefined) throw new Error('no program');
  try {
    await answering(`http://127.0.0.1:${port}/health`, server);
  } catch (error) {
    await stop();
    throw error;
  }
  const http = connectTo(`http://127.0.0.1:${port}`);
  return {
    http,
    programs,
    async stop() {
      await http.close();
      await stop();
    },
  };
}

/** @throws Error where the answer has errors, which have the status of success */
async function ask(
  http: Http,
  api: 'admin' | 'shop',
  query: string,
  headers: Record<string, string>,
  variables?: object,
) {
  const { body, headers: answered } = await http.call('POST', `/${api}-api`, { query, variables }, headers);
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return { data: body.data, session: answered['vendure-auth-token'] };
}

async function signIn(http: Http): Promise<string> {
  const query = `mutation { login(username: "superadmin", password: "${PASSWORD}") { __typename } }`;
  const { session } = await ask(http, 'admin', query, {});
  if (typeof session !== 'string') throw new Error('no session after login');
  return session;
}

/** The search index, then further channels with two goods each. */
async function seedShops(http: Http, session: string): Promise<Seeded> {
  const admin = (query: string, variables?: object, channel?: string) =>
    ask(
      http,
      'admin',
      query,
      { authorization: `Bearer ${session}`, ...(channel !== undefined && { 'vendure-token': channel }) },
      variables,
    ).then(({ data }) => data);
  const found =
    await admin(`{ channels { items { token } } zones { items { id } } shippingMethods { items { id } }
    paymentMethods { items { id } } stockLocations { items { id } } products(options: { take: 1,
    filter: { name: { contains: "${KEYWORD}" } } }) { items { id } } productVariants(options: { take: 2 }) { items { id } } }`);
  const ids = (name: string): string[] => found[name].items.map(({ id }: { id: string }) => id);
  const channels: Channel[] = [{ token: found.channels.items[0].token, variant_ids: ids('productVariants') }];
  for (let number = 1; number < SHOPS; number += 1) {
    const token = `shop-${number}`;
    const input = {
      code: token,
      token,
      defaultLanguageCode: 'en',
      defaultCurrencyCode: 'USD',
      pricesIncludeTax: false,
      defaultTaxZoneId: ids('zones')[0],
      defaultShippingZoneId: ids('zones')[0],
    };
    const made = await admin(
      'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { ... on Channel { id } } }',
      { input },
    );
    const channelId: string = made.createChannel.id;
    await admin(
      `mutation ($shipping: [ID!]!, $payment: [ID!]!, $stock: [ID!]!, $channelId: ID!) {
        assignShippingMethodsToChannel(input: { shippingMethodIds: $shipping, channelId: $channelId }) { id }
        assignPaymentMethodsToChannel(input: { paymentMethodIds: $payment, channelId: $channelId }) { id }
        assignStockLocationsToChannel(input: { stockLocationIds: $stock, channelId: $channelId }) { id } }`,
      {
        shipping: ids('shippingMethods'),
        payment: ids('paymentMethods'),
        stock: ids('stockLocations'),
        channelId,
      },
    );
    const variant_ids: string[] = [];
    for (const good of [1, 2]) {
      const translations = [{ languageCode: 'en', name: `Sepatu ${number}-${good}` }];
      const product = await admin(
        'mutation ($input: CreateProductInput!) { createProduct(input: $input) { id } }',
        {
          input: {
            translations: [{ ...translations[0], slug: `sepatu-${number}-${good}`, description: '' }],
          },
        },
        token,
      );
      const variant = await admin(
        'mutation ($input: [CreateProductVariantInput!]!) { createProductVariants(input: $input) { id } }',
        {
          input: [
            {
              productId: product.createProduct.id,
              sku: `SHOP-${number}-${good}`,
              price: 100_000,
              stockOnHand: STOCK,
              translations,
            },
          ],
        },
        token,
      );
      variant_ids.push(variant.createProductVariants[0].id);
    }
    channels.push({ token, variant_ids });
  }
  await reindex(admin);
  return {
    channels,
    shipping_method_id: ids('shippingMethods')[0] ?? '',
    product_id: ids('products')[0] ?? '',
  };
}

/** What was made while the search index was not, is added at once. */
/* oxlint-disable-next-line typescript/no-explicit-any -- answers are looked into freely */
async function reindex(admin: (query: string) => Promise<any>): Promise<void> {
  await admin('mutation { reindex { id } }');
  for (;;) {
    const { jobs } = await admin(
      '{ jobs(options: { filter: { isSettled: { eq: false } } }) { totalItems } }',
    );
    if (jobs.totalItems === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const FAILED = '... on ErrorResult { message }';

function orderClient(http: Http, seeded: Seeded, shop: number, email: string): Work {
  const channel = seeded.channels[shop];
  if (channel === undefined) throw new Error('no such shop');
  const inputs = channel.variant_ids.map((productVariantId) => ({ productVariantId, quantity: 1 }));
  const add = `mutation ($inputs: [AddItemInput!]!) { addItemsToOrder(inputs: $inputs) { order { id } errorResults { ${FAILED} } } }`;
  const pay = `mutation ($customer: CreateCustomerInput!, $address: CreateAddressInput!, $method: [ID!]!) {
    setCustomerForOrder(input: $customer) { __typename ${FAILED} }
    setOrderShippingAddress(input: $address) { __typename ${FAILED} }
    setOrderShippingMethod(shippingMethodId: $method) { __typename ${FAILED} }
    transitionOrderToState(state: "ArrangingPayment") { __typename ${FAILED} }
    addPaymentToOrder(input: { method: "transfer", metadata: {} }) { ... on Order { state lines { id } } ${FAILED} } }`;
  const variables = {
    customer: { firstName: 'Sari', lastName: 'Dewi', emailAddress: email },
    address: {
      fullName: 'Sari Dewi',
      streetLine1: 'Jl. Ijen 5',
      city: 'Malang',
      countryCode: 'ID',
      phoneNumber: '08123456789',
    },
    method: [seeded.shipping_method_id],
  };
  const headers: Record<string, string> = { 'vendure-token': channel.token };
  return async () => {
    const added = await ask(http, 'shop', add, headers, { inputs });
    if (typeof added.session === 'string') headers['authorization'] = `Bearer ${added.session}`;
    const { data } = await ask(http, 'shop', pay, headers, variables);
    const { state, lines } = data.addPaymentToOrder;
    if (state !== 'PaymentSettled' || lines.length !== inputs.length)
      throw new Error(`no whole order: ${JSON.stringify([added.data, data])}`);
  };
}

/** What the lists of its dashboard ask for; products by the search of its plug-in, which is faster than the list's filter. */
function pagesOf({ product_id }: Seeded): Record<PageName, Omit<PageRequest, 'headers'>> {
  const query = (text: string, isWhole: PageRequest['isWhole']) => ({
    method: 'POST' as const,
    path: '/admin-api',
    body: { query: text },
    isWhole,
  });
  const price = '... on PriceRange { min max } ... on SinglePrice { value }';
  return {
    products: query(
      `{ search(input: { term: "${KEYWORD}", groupByProduct: true, take: ${ROWS_PER_PAGE} }) { totalItems
        items { productId productName slug sku currencyCode price { ${price} } inStock enabled } } }`,
      ({ data }) => data.search.items.length === ROWS_PER_PAGE,
    ),
    orders: query(
      `{ orders(options: { take: ${ROWS_PER_PAGE}, sort: { orderPlacedAt: DESC } }) { totalItems
        items { id createdAt orderPlacedAt code type state total totalWithTax currencyCode
          customer { id firstName lastName } shippingLines { shippingMethod { name } } } } }`,
      ({ data }) => data.orders.items.length === ROWS_PER_PAGE,
    ),
    product: query(
      `{ product(id: "${product_id}") { id createdAt updatedAt enabled name slug description optionGroups { code options { id name } }
        variants { id name sku price priceWithTax currencyCode enabled stockLevels { stockOnHand stockAllocated } options { id name } } } }`,
      ({ data }) => data.product.variants.length === SIZES.length,
    ),
  };
}

/** The catalogue in the form of Vendure's importer: a product's further variations follow it with empty fields. */
function catalogueCsv(): string {
  const columns =
    'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets';
  const rows = CATALOGUE.flatMap(({ name, price_idr, skus }) =>
    SIZES.map((size, index) => {
      const product =
        index === 0 ? [name, name.toLowerCase().replaceAll(' ', '-'), '', '', '', 'size'] : Array(6).fill('');
      return [...product, size, skus[index], price_idr, 'standard', STOCK, 'true', '', ''].join(',');
    }),
  );
  return [columns, ...rows, ''].join('\n');
}

const ORDER_TABLES: OrderTable[] = [
  { name: 'order', ids: ['id'], unique: ['code'] },
  { name: 'order_channels_channel', ids: ['orderId'] },
  { name: 'shipping_line', ids: ['id', 'orderId'] },
  { name: 'order_line', ids: ['id', 'orderId', 'shippingLineId'] },
  { name: 'payment', ids: ['id', 'orderId'] },
  { name: 'history_entry', ids: ['id', 'orderId'], where: `row."orderId" is not null` },
  { name: 'stock_movement', ids: ['id', 'orderLineId'], where: `row."orderLineId" is not null` },
];
