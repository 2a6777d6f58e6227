import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCodes, readPdf, textOf } from './read-pdf.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { firstBuyer, firstOrder, runAsNewcomer } from './shell-blocks.ts';

let server: ServerProcess;
let folder: string;
beforeAll(async () => {
  server = await startServerProcess();
  folder = await mkdtemp(join(tmpdir(), 'ngorder-newcomer-'));
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the eleven calls of the README lead from an empty server to a paid order with an AWB number and its label, and a buyer to an order of the store', async () => {
  const script = await firstOrder();
  expect(script.match(/\bcurl\b/g)).toHaveLength(11);
  const words = ['-e', '-o', 'pipefail'];
  const whole = `${script}\n${await firstBuyer()}`;
  const { stdout, stderr } = await runAsNewcomer(server.base_url, whole, words, folder);
  expect(stderr).toBe('');
  expect(stdout).not.toContain('"Failed"');

  const login = await post('/api/account/login', {
    email: 'budi@example.com',
    password: 'sandi-yang-panjang',
  });
  const answer = await fetch(`${server.base_url}/api/open/order`, {
    headers: { authorization: `Bearer ${login.data.token}` },
  });
  const { data } = (await answer.json()) as { data: unknown[] };
  expect(data).toEqual([
    expect.objectContaining({ po_number: 2, payment_status: 'PAID', order_status: 'ACCEPTED' }),
    expect.objectContaining({
      po_number: 1,
      total_amount: 2 * 150_000 + 12_000,
      payment_status: 'PAID',
      order_progress_status: 'ON PROCESS',
      awb_number: 'JP8507716855',
    }),
  ]);
  const [label] = readPdf(await readFile(join(folder, 'label.pdf')));
  expect(await readCodes(label!)).toEqual({
    Code128: ['JP8507716855'],
    QRCode: [expect.stringMatching(/^PO1\//)],
  });
  expect(textOf(label!)).toContain('2 x Sepatu merah 40');
});

test('pasted again, it shows what is refused and why, and no stack trace', async () => {
  const script = await firstOrder();
  const { stdout, stderr } = await runAsNewcomer(server.base_url, script, [], folder);
  expect(stdout).toContain('"Failed"');
  expect(stderr).toContain('The shop already has this account number');
  expect(stdout + stderr).not.toMatch(/TypeError|SyntaxError|\bat .*:\d+/);
});

async function post(path: string, body: object): Promise<{ data: { token: string } }> {
  const answer = await fetch(server.base_url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as { data: { token: string } };
}
