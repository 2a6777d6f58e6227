import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { firstOrder, runAsNewcomer } from './shell-blocks.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServerProcess();
});
afterAll(() => server?.stop());

test('the ten calls of the README lead from an empty server to a paid order with an AWB number', async () => {
  const script = await firstOrder();
  expect(script.match(/\bcurl\b/g)).toHaveLength(10);
  const { stdout, stderr } = await runAsNewcomer(server.base_url, script, ['-e', '-o', 'pipefail']);
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
    expect.objectContaining({
      po_number: 1,
      total_amount: 2 * 150_000 + 12_000,
      payment_status: 'PAID',
      order_progress_status: 'ON PROCESS',
      awb_number: 'JP8507716855',
    }),
  ]);
});

test('pasted again, it shows what is refused and why, and no stack trace', async () => {
  const script = await firstOrder();
  const { stdout, stderr } = await runAsNewcomer(server.base_url, script);
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
