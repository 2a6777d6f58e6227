import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsxFile } from '../src/kernel/sheets/write-sheet.ts';
import type { ServerProcess } from '../test/server-process.ts';
import { memoryMb, watchMemory, type Memory } from './memory.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

const PRODUCTS = 10_000;
const VARIATIONS_EACH = 3;

interface Caller {
  (method: string, path: string, body?: FormData): Promise<any>;
}

/** Imports many products through the running server, undoes it, and has a big shop's products written to a sheet. */
export async function measureImport(server: ServerProcess, token: string): Promise<void> {
  const call = caller(server, token);
  const idle = await settled(server);
  let watch = watchMemory(server.process_id);
  const file = await sheetOfProducts();
  console.log(
    `Import of ${PRODUCTS} products with ${PRODUCTS * VARIATIONS_EACH} variations (${(file.length / 1_048_576).toFixed(1)} MB):`,
  );
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(file)]), 'produk.xlsx');
  const began = performance.now();
  const { id } = await call('POST', '/api/open/product/import', form);
  const shown = await until(call, id, 'READY');
  const previewed = performance.now();
  const most_shown = await watch.end();
  watch = watchMemory(server.process_id);
  if (shown.counts.created !== PRODUCTS * VARIATIONS_EACH) throw new Error(JSON.stringify(shown.counts));
  await call('POST', `/api/open/product/import/${id}/apply`);
  await until(call, id, 'APPLIED');
  const applied = performance.now();
  const imported = await watch.end();
  await call('POST', `/api/open/product/import/${id}/undo`);
  await until(call, id, 'UNDONE');
  const undone = performance.now();
  const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  console.log(
    `  sent and shown ${seconds(began, previewed)}, applied ${seconds(previewed, applied)}, together ${seconds(began, applied)}; undone ${seconds(applied, undone)}`,
  );
  sayMemory('until it is shown', idle, most_shown);
  sayMemory('while it is applied', idle, imported);
}

/** Has all products of a big shop written to a workbook by a job. */
export async function measureExport(server: ServerProcess, token: string, rows: number): Promise<void> {
  const call = caller(server, token);
  const idle = await settled(server);
  const watch = watchMemory(server.process_id);
  const began = performance.now();
  await call('GET', '/api/open/product/download');
  let job: any;
  do {
    await pause(100);
    [job] = await call('GET', '/api/account/job');
  } while (job.status === 'QUEUED' || job.status === 'RUNNING');
  if (job.status !== 'SUCCESS') throw new Error(`the download ended as ${job.status}`);
  console.log(
    `Export of ${job.result.rows} rows (of ${rows} products): ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  sayMemory('while it is written', idle, await watch.end());
}

function sayMemory(when: string, idle: Memory | undefined, most: Memory | undefined): void {
  if (idle === undefined || most === undefined) return;
  console.log(
    `  memory at most ${when}: server ${most.server.toFixed(0)} MB (idle ${idle.server.toFixed(0)}), database ${most.database.toFixed(0)} MB (idle ${idle.database.toFixed(0)}): ${(most.server - idle.server).toFixed(0)} MB over the idle server`,
  );
}

/** What the server holds when what was done before has been cleared away. */
async function settled(server: ServerProcess): Promise<Memory | undefined> {
  await pause(5_000);
  return memoryMb(server.process_id);
}

function caller(server: ServerProcess, token: string): Caller {
  return async (method, path, body) => {
    const answer = await fetch(server.base_url + path, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${(await answer.text()).slice(0, 500)}`);
    return ((await answer.json()) as { data: unknown }).data;
  };
}

async function until(call: Caller, id: number, status: string): Promise<any> {
  for (;;) {
    const found = await call('GET', `/api/open/product/import/${id}`);
    if (found.status === status) return found;
    const job = await call('GET', `/api/account/job/${found.job_id}`);
    if (job.status === 'FAILED') throw new Error(JSON.stringify(job.errors));
    await pause(100);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function sheetOfProducts(): Promise<Buffer> {
  const path = join(tmpdir(), `ngorder-bench-${process.pid}.xlsx`);
  const titles = [
    'Nama produk',
    'Jenis',
    'Deskripsi',
    'Warna',
    'Ukuran',
    'SKU',
    'Berat (gram)',
    'Harga beli',
    'Harga',
    'Harga reseller',
    'Grosir',
    'Stok',
  ];
  await writeXlsxFile(
    path,
    'Produk',
    titles.map((header) => ({ header })),
    rows(),
  );
  const bytes = await readFile(path);
  await rm(path);
  return bytes;

  function* rows() {
    for (let product = 0; product < PRODUCTS; product += 1)
      for (let variation = 0; variation < VARIATIONS_EACH; variation += 1)
        yield [
          `Gamis Ceruty Motif ${product}`,
          'S',
          variation === 0 ? `Bahan ceruty premium, motif nomor ${product}, jahitan rapi.` : '',
          ['Merah', 'Biru', 'Hitam'][variation] ?? '',
          'All size',
          `GAM-${product}-${variation}`,
          350,
          80_000 + (product % 50) * 1_000,
          150_000 + (product % 50) * 1_000,
          135_000,
          variation === 0 ? '3-11: 140000; 12-100: 130000' : '',
          (product + variation) % 40,
        ];
  }
}
