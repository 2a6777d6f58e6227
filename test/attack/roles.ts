import type { ServerProcess } from '../server-process.ts';
import { send, type Attack, type Target } from './attack.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

type Call = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: any }>;

interface Shop {
  owner: Call;
  admin: Call;
  worker: Call;
  products: any[];
  variation_ids: number[];
  /** Where the worker works, and where not. */
  own: number;
  other: number;
}

/** What the main warehouse holds of each variation: a number that stands nowhere else. */
const HELD = 7_654_321;
/** So much that orders of a thousand cost more than can be reckoned with. */
const COST = 900_000_041_234;

/** An admin and a warehouse worker who want what is not theirs: prices changed and guessed, goods moved, stock seen. */
export const roles: Attack = {
  title: 'what a role may not see or move',
  async run(target) {
    const shop = await openShop(target);
    await erasePrices(target, shop);
    await guessPrices(target, shop);
    await moveGoods(target, shop);
    await lookAround(target, shop);
  },
};

function caller(server: ServerProcess, signed_in: string | undefined): Call {
  const token = signed_in === undefined ? {} : { token: signed_in };
  return (method, path, body) => {
    if (body instanceof FormData) return send(server, method, path, { ...token, form: body });
    if (method !== 'GET') return send(server, method, path, { ...token, body });
    const query = new URLSearchParams((body ?? {}) as Record<string, string>).toString();
    return send(server, method, query === '' ? path : `${path}?${query}`, token);
  };
}

async function openShop({ server, token, size }: Target): Promise<Shop> {
  const owner = caller(server, token);
  const count = size === 'full' ? 200 : 4;
  const products = Array.from({ length: count }, (_, index) => ({
    name: `Tas ${index}`,
    product_type: 'S',
    weight: 100,
    has_variation: 'N',
    variations: [{ sku: `TAS-${index}`, price: 90_000, price_buy: COST + index, stock_quantity: HELD }],
  }));
  const made = await ok(owner('POST', '/api/open/product/bulk', { products }));
  const { data: suppliers } = await ok(owner('GET', '/api/open/supplier'));
  const warehouse = async (name: string): Promise<number> =>
    (
      await ok(
        owner('POST', '/api/open/warehouse', {
          warehouse: name,
          supplier_id: suppliers[0].id,
          is_active: true,
        }),
      )
    ).data.id;
  const [own, other] = [await warehouse('Gudang Sendiri'), await warehouse('Gudang Lain')];
  const admin = await hire(server, owner, 'admin');
  const worker = await hire(server, owner, 'warehouse');
  await ok(owner('PATCH', '/api/open/warehouse', { id: own, user_id: [worker.user_id] }));
  return {
    owner,
    admin: admin.call,
    worker: worker.call,
    products,
    variation_ids: made.data.results.map(({ product }: any) => product.product_meta_id[0]),
    own,
    other,
  };
}

async function hire(server: ServerProcess, owner: Call, role: string) {
  const email = `${role}-${Math.random().toString(36).slice(2)}@example.com`;
  const password = 'jeruk-nipis-segar-43';
  const person = { email, full_name: 'Pegawai', role };
  const { data } = await ok(owner('POST', '/api/account/user/invite', person));
  await ok(caller(server, undefined)('POST', '/api/account/user/accept', { token: data.token, password }));
  const login = await ok(caller(server, undefined)('POST', '/api/account/login', { email, password }));
  return { user_id: data.user_id as number, call: caller(server, login.data.token) };
}

async function ok(answer: ReturnType<Call>): Promise<any> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

const listed = async (call: Call) =>
  (await ok(call('GET', '/api/open/product/search', { per_page: '100', order_by: 'LONGEST' }))).data;

async function erasePrices({ report }: Target, { owner, admin }: Shop): Promise<void> {
  const costs = async () =>
    (await listed(owner)).map(({ variations }: any) => variations[0].price_buy as number);
  const before = await costs();
  let refused = 0;
  const seen = await listed(admin);
  for (const product of seen) {
    await ok(admin('PATCH', '/api/open/product', product));
    const [variation] = product.variations;
    const variations = [{ ...variation, price_buy: 0 }];
    if ((await admin('PATCH', '/api/open/product', { ...product, variations })).status === 403) refused += 1;
  }
  const after = await costs();
  const changed = after.filter((cost: number, index: number) => cost !== before[index]).length;
  report('an admin sends back every product: purchase prices changed', `${changed}`, changed === 0);
  report(
    'an admin sends a purchase price: refused',
    `${refused} of ${seen.length}`,
    refused === seen.length && refused > 0,
  );
}

async function guessPrices({ server, report, size }: Target, shop: Shop): Promise<void> {
  const { admin, products, variation_ids } = shop;
  const guesses = Array.from({ length: size === 'full' ? 100 : 4 }, (_, index) => COST - 2 + index);
  const reported = new Set<string>();
  for (const guess of guesses) {
    const sheet = `Nama produk;SKU;Harga beli\n${products[0].name};TAS-0;${guess}\n`;
    reported.add(await previewed(server, admin, sheet));
  }
  report('purchase prices guessed by sheets: kinds of answers', `${reported.size}`, reported.size === 1);
  const quotes = new Set<string>();
  for (let power = 0; power <= 6; power += 1) {
    const line = { id: variation_ids[0], qty: 10 ** power, product_status: 'S' };
    const answer = await admin('POST', '/api/open/order/quote', { products: [line] });
    quotes.add(`${answer.status}`);
  }
  report('purchase prices guessed by quotes: kinds of answers', `${quotes.size}`, quotes.size === 1);
}

/** What an import of a sheet would do, without its own number and time. */
async function previewed(server: ServerProcess, admin: Call, sheet: string): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([sheet]), 'produk.csv');
  const { data } = await ok(admin('POST', '/api/open/product/import', form));
  const rows = await ok(admin('GET', `/api/open/product/import/${data.id}/rows`));
  return JSON.stringify([data.counts, rows.data.map(({ outcome, errors }: any) => [outcome, errors])]);
}

/** Every way to name or leave out a warehouse: what is told and moved of those that are not the worker's. */
async function moveGoods(
  { report, size }: Target,
  { owner, worker, variation_ids, own, other }: Shop,
): Promise<void> {
  const tried = variation_ids.slice(0, size === 'full' ? 10 : 2);
  const held = async () => {
    const levels: number[] = [];
    for (const id of tried)
      for (const { warehouse_id, stock } of (
        await ok(owner('GET', `/api/open/product/history/warehouse/${id}`))
      ).data)
        if (warehouse_id !== own) levels.push(stock);
    return levels;
  };
  const before = await held();
  const answers: string[] = [];
  const attempt = async (method: string, path: string, body: object) =>
    answers.push(JSON.stringify((await worker(method, path, body)).body));
  for (const variation_id of tried) {
    for (const warehouse_id of [0, other, undefined])
      for (const amount of [1, 99_000_000])
        for (const move_warehouse_stock of [true, false])
          for (const stock of [
            [{ amount, status: 'ADD', warehouse_id }],
            [{ amount, status: 'SUB', warehouse_id }],
            [{ amount, status: 'ADD', warehouse_id: own }],
            [
              { amount, status: 'ADD', warehouse_id: own },
              { amount, status: 'SUB', warehouse_id },
            ],
          ])
            await attempt('PATCH', '/api/open/product/update-stock', {
              variation_id,
              stock,
              move_warehouse_stock,
              description: 'Coba',
            });
    await attempt('PATCH', '/api/open/product/sync-stock', { variation_id, amount: 5 });
    for (const [origin_warehouse_id, destination_warehouse_id] of [
      [0, own],
      [own, 0],
      [other, own],
    ])
      await attempt('POST', '/api/open/stock-transfer', {
        origin_warehouse_id,
        destination_warehouse_id,
        description: 'Coba',
        stock_adjustment: [{ variation_id, transfer_stock: 99_000_000 }],
      });
    await attempt('POST', '/api/open/stock-opname', {
      warehouse_id: 0,
      description: 'Coba',
      stock_adjustment: [{ variation_id, warehouse_stock: 0 }],
    });
  }
  const after = await held();
  const moved = after.filter((level, index) => level !== before[index]).length;
  report(
    `${answers.length} tries to move goods of other warehouses: levels changed`,
    `${moved}`,
    moved === 0,
  );
  const reported = answers.filter((answer) => answer.includes(String(HELD))).length;
  report('levels told by their refusals', `${reported}`, reported === 0);
}

/** What a worker reads of other warehouses: their levels, counts and transfers. */
async function lookAround({ report }: Target, shop: Shop): Promise<void> {
  const { owner, worker, variation_ids, other } = shop;
  const [id = 0] = variation_ids;
  const move = { origin_warehouse_id: 0, destination_warehouse_id: other, description: 'Rahasia' };
  const stock_adjustment = [{ variation_id: id, transfer_stock: 1 }];
  const transfer = await ok(owner('POST', '/api/open/stock-transfer', { ...move, stock_adjustment }));
  const count = { warehouse_id: 0, description: 'Rahasia' };
  const opname = await ok(
    owner('POST', '/api/open/stock-opname', {
      ...count,
      stock_adjustment: [{ variation_id: id, warehouse_stock: HELD }],
    }),
  );
  const texts: string[] = [];
  for (const [path, query] of [
    ['product/search', { order_by: 'MOST_STOCK' }],
    [`product/variation`, {}],
    ['product/history', { id }],
    ['product/check-stock', { variation_id: id }],
    ['product/check-stock', { variation_id: id, warehouse_id: '0' }],
    [`product/history/warehouse/${id}`, {}],
    ['stock-opname', {}],
    [`stock-opname/${opname.data.id}/detail`, {}],
    ['stock-opname/transaction', { id: opname.data.id }],
    ['stock-opname/variation', { warehouse_id: '0' }],
    ['stock-transfer', {}],
    [`stock-transfer/${transfer.data.id}/detail`, {}],
    ['stock-transfer/transaction', { id: transfer.data.id }],
    ['stock-transfer/variation', { warehouse_id: '0' }],
    ['warehouse', { with_main_warehouse: 'true' }],
    [`warehouse/${other}`, {}],
  ] as const)
    texts.push(JSON.stringify((await worker('GET', `/api/open/${path}`, query)).body));
  const reported = texts.filter((text) => /Rahasia|Gudang Lain|765432/.test(text)).length;
  report(`${texts.length} answers to a worker that tell of other warehouses`, `${reported}`, reported === 0);
}
