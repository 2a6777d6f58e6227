import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServerProcess, type ServerProcess } from './server-process.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServerProcess();
});
afterAll(() => server?.stop());

/** The environment of somebody who has Node.js, in which a clock that is set for tests is set too. */
function newcomer(): Record<string, string | undefined> {
  const clock = Object.entries(process.env).filter(([name]) =>
    /^(LD_PRELOAD$|FAKETIME|(DONT|NO)_FAKE)/.test(name),
  );
  const PATH = `${dirname(process.execPath)}:${process.env['PATH']}`;
  return { ...Object.fromEntries(clock), PATH, BASE: server.base_url };
}

/** The code blocks of the section, as a reader copies them. */
async function blocks(): Promise<string[]> {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('## A first order in five minutes\n');
  const [steps = ''] = section.split('\n## ');
  return [...steps.matchAll(/^( *)```sh\n(.*?)^\1```$/gms)].map(([, indent = '', text = '']) =>
    text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

test('the ten calls of the README lead from an empty server to a paid order with an AWB number', async () => {
  const script = (await blocks()).join('\n');
  expect(script.match(/\bcurl\b/g)).toHaveLength(10);
  const { stdout, stderr } = await promisify(execFile)(
    'bash',
    ['--norc', '-e', '-o', 'pipefail', '-c', script],
    { env: newcomer() },
  );
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
  const script = (await blocks()).join('\n');
  const { stdout, stderr } = await promisify(execFile)('bash', ['--norc', '-c', script], {
    env: newcomer(),
  });
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
