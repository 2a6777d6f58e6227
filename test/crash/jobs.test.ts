import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { limits } from '../../src/kernel/limits.ts';
import { makeDataDir, startServerProcess, type ServerProcess } from '../server-process.ts';

const PER_PRODUCT = 200;
const COUNTED = 7;

let data_dir: string;

afterAll(() => rm(data_dir, { recursive: true, force: true }));

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

function caller(server: ServerProcess, token = '') {
  return async (method: string, path: string, body?: object): Promise<any> => {
    const answer = await fetch(server.base_url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token !== '' && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${(await answer.text()).slice(0, 500)}`);
    return ((await answer.json()) as { data: unknown }).data;
  };
}

/** Waits until what is asked for has come. */
async function until<T>(ask: () => Promise<T | undefined>, timeout_ms: number): Promise<T> {
  const began = performance.now();
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (performance.now() - began > timeout_ms) throw new Error(`nothing came in ${timeout_ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('a server that is killed in the middle of a large opname ends it after its next start', async () => {
  data_dir = await makeDataDir();
  const first = await startServerProcess({ DATA_DIR: data_dir });
  const email = 'juragan@example.com';
  const password = 'rahasia-sekali';
  await caller(first)('POST', '/api/account/register', {
    shop_name: 'Toko Manik',
    subdomain: 'manik',
    full_name: 'Juragan',
    email,
    phone_number: '081234567890',
    password,
  });
  const { token } = await caller(first)('POST', '/api/account/login', { email, password });
  const call = caller(first, token);
  const variation_ids = await addVariations(call, limits.adjustment_lines);
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
  expect(begun).toBeLessThan(limits.adjustment_lines);

  const second = await startServerProcess({ DATA_DIR: data_dir });
  const again = caller(second, token);
  const job = await until(async () => {
    const found = await again('GET', `/api/account/job/${opname.job_id}`);
    return found.status === 'SUCCESS' ? found : undefined;
  }, 120_000);
  expect(job.attempts).toBe(2);
  expect(await again('GET', detail)).toMatchObject({
    processed: limits.adjustment_lines,
    progress_status: 'SUCCESS',
  });
  const pieces = await again('GET', `/api/open/product/history/warehouse/${variation_ids.at(-1)}`);
  expect(pieces[0].stock).toBe(COUNTED);
  await second.command(['src/cli.ts', 'doctor']);
  await second.stop();
}, 240_000);

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
