import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inventoryLimits } from '../../src/modules/inventory/limits.ts';
import { sheetOf } from '../import-sheets.ts';
import { makeDataDir, startServerProcess, type ServerProcess } from '../server-process.ts';

const PER_PRODUCT = 200;
const COUNTED = 7;

const IMPORTED = 4_000;

let data_dir: string;

beforeEach(async () => {
  data_dir = await makeDataDir();
});
afterEach(() => rm(data_dir, { recursive: true, force: true }));

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

function caller(server: ServerProcess, token = '') {
  return async (method: string, path: string, body?: object | FormData): Promise<any> => {
    const is_form = body instanceof FormData;
    const answer = await fetch(server.base_url + path, {
      method,
      headers: {
        ...(!is_form && { 'content-type': 'application/json' }),
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: is_form ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${(await answer.text()).slice(0, 500)}`);
    return ((await answer.json()) as { data: unknown }).data;
  };
}

/** Waits until what is asked for has come. */
async function until<T>(query: () => Promise<T | undefined>, timeout_ms: number): Promise<T> {
  const began = performance.now();
  for (;;) {
    const found = await query();
    if (found !== undefined) return found;
    if (performance.now() - began > timeout_ms) throw new Error(`nothing came in ${timeout_ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a server that is killed in the middle of a large opname ends it after its next start', async () => {
  const first = await startServerProcess({ DATA_DIR: data_dir });
  const token = await openShop(first);
  const call = caller(first, token);
  const variation_ids = await addVariations(call, inventoryLimits.adjustment_lines);
  const opname = await call('POST', '/api/open/stock-opname', {
    warehouse_id: 0,
    description: 'Opname tahunan',
    stock_adjustment: variation_ids.map((variation_id) => ({ variation_id, warehouse_stock: COUNTED })),
  });
  const detail = `/api/open/stock-opname/${opname.id}/detail`;
  const begun = await until(async () => {
    const { processed } = await call('GET', detail);
    return processed > 0 ? (processed as number) : undefined;
  }, 30_000);
  process.kill(first.process_id, 'SIGKILL');
  expect(begun).toBeLessThan(inventoryLimits.adjustment_lines);

  const second = await startServerProcess({ DATA_DIR: data_dir });
  const again = caller(second, token);
  const job = await until(async () => {
    const found = await again('GET', `/api/account/job/${opname.job_id}`);
    return found.status === 'SUCCESS' ? found : undefined;
  }, 120_000);
  expect(job.attempts).toBe(2);
  expect(await again('GET', detail)).toMatchObject({
    processed: inventoryLimits.adjustment_lines,
    progress_status: 'SUCCESS',
  });
  const pieces = await again('GET', `/api/open/product/history/warehouse/${variation_ids.at(-1)}`);
  expect(pieces[0].stock).toBe(COUNTED);
  await second.command(['src/cli.ts', 'doctor']);
  await second.stop();
}, 240_000);

test('a server that is killed while it applies an import, and while it undoes it, does each once after its next start', async () => {
  let server = await startServerProcess({ DATA_DIR: data_dir });
  const token = await openShop(server);
  const call = (...words: Parameters<ReturnType<typeof caller>>) => caller(server, token)(...words);
  const rows = Array.from({ length: IMPORTED }, (_, index) => ({
    'Nama produk': `Manik-manik ${Math.floor(index / 4)}`,
    Warna: `warna ${index % 4}`,
    SKU: `MAN-${index}`,
    Harga: 1_000,
    Stok: 3,
  }));
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await sheetOf(rows))]), 'produk.xlsx');
  const { id } = await call('POST', '/api/open/product/import', form);
  const reached = (status: string) =>
    until(async () => {
      const found = await call('GET', `/api/open/product/import/${id}`);
      return found.status === status ? found : undefined;
    }, 120_000);
  await reached('READY');
  for (const [what, status] of [
    ['apply', 'APPLIED'],
    ['undo', 'UNDONE'],
  ] as const) {
    const { job_id } = await call('POST', `/api/open/product/import/${id}/${what}`);
    const job = () => call('GET', `/api/account/job/${job_id}`);
    await until(async () => ((await job()).status === 'QUEUED' ? undefined : true), 30_000);
    process.kill(server.process_id, 'SIGKILL');
    server = await startServerProcess({ DATA_DIR: data_dir });
    expect((await reached(status)).counts.created).toBe(IMPORTED);
    // The import is told to be done a moment before its job is.
    const ended = await until(async () => {
      const found = await job();
      return found.status === 'RUNNING' ? undefined : found;
    }, 30_000);
    expect(ended).toMatchObject({ status: 'SUCCESS', attempts: 2 });
    const history = await call('GET', '/api/open/product/search?per_page=1&keyword=MAN-7');
    expect(history).toHaveLength(status === 'APPLIED' ? 1 : 0);
    await server.command(['src/cli.ts', 'doctor']);
  }
  await server.stop();
}, 300_000);

async function openShop(server: ServerProcess): Promise<string> {
  const email = 'juragan@example.com';
  const password = 'rahasia-sekali';
  await caller(server)('POST', '/api/account/register', {
    shop_name: 'Toko Manik',
    subdomain: 'manik',
    full_name: 'Juragan',
    email,
    phone_number: '081234567890',
    password,
  });
  return (await caller(server)('POST', '/api/account/login', { email, password })).token;
}

async function addVariations(
  call: (method: string, path: string, body: object) => Promise<any>,
  count: number,
): Promise<number[]> {
  const ids: number[] = [];
  const add = async (number: number) => {
    const { product_meta_id } = await call('POST', '/api/open/product', {
      name: `Manik-manik ${number}`,
      product_type: 'S',
      category_id: 0,
      description: 'Untuk gelang',
      weight: 10,
      has_variation: 'Y',
      variations: Array.from({ length: PER_PRODUCT }, (_, index) => ({
        sku: `MAN-${number}-${index}`,
        color: `warna ${index}`,
        price: 500,
        stock_quantity: index % 11,
      })),
    });
    ids.push(...product_meta_id);
  };
  for (let number = 0; number < count / PER_PRODUCT; number += 4)
    await Promise.all([0, 1, 2, 3].map((beside) => add(number + beside)));
  return ids;
}
