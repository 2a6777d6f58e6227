import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from './harness.ts';
import { PROJECT } from './server-process.ts';
import { openStall } from './stall.ts';

const run = promisify(execFile);
let app: TestApp;
let folder: string;
let environment: NodeJS.ProcessEnv;

/** The package as a program gets it: built, and without its sources. */
beforeAll(async () => {
  app = await startTestApp();
  const shop = await app.openShop();
  await openStall(shop);
  await app.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.app.server.address() as AddressInfo;
  environment = { ...process.env, NGORDER_URL: `http://127.0.0.1:${port}`, NGORDER_KEY: shop.token };
  folder = await mkdtemp(join(tmpdir(), 'ngorder-sdk-'));
  const installed = join(folder, 'node_modules', 'ngorder-sdk');
  await mkdir(installed, { recursive: true });
  const tsc = [
    join(PROJECT, 'node_modules/typescript/bin/tsc'),
    '--project',
    join(PROJECT, 'sdk/tsconfig.build.json'),
  ];
  await run(process.execPath, [...tsc, '--outDir', join(installed, 'dist')]);
  await writeFile(join(installed, 'package.json'), await readFile(join(PROJECT, 'sdk/package.json')));
  await symlink(join(PROJECT, 'node_modules/@types'), join(folder, 'node_modules/@types'));
});
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

/** All examples, one program: what one of them has made, the next ones have. */
async function examples(): Promise<string> {
  const page = await readFile(join(PROJECT, 'sdk/README.md'), 'utf8');
  const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, text = '']) => text);
  expect(blocks.length).toBeGreaterThanOrEqual(8);
  const imports = new Set<string>();
  const body = blocks.join('\n').replaceAll(/^import .*$/gm, (line) => {
    imports.add(line);
    return '';
  });
  return `${[...imports].join('\n')}\n${body}`;
}

test('the examples of the README compile against the built package, and do on a server what they say', async () => {
  const program = join(folder, 'examples.ts');
  await writeFile(program, await examples());
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--types',
    'node',
    '--skipLibCheck',
  ];
  // `process.env` may have nothing under a name, which a program of its own would look into.
  const typed = (await readFile(program, 'utf8')).replaceAll(
    /process\.env\.(\w+)/g,
    "process.env['$1'] ?? ''",
  );
  await writeFile(program, typed);
  await run(process.execPath, [join(PROJECT, 'node_modules/typescript/bin/tsc'), ...options, program], {
    cwd: folder,
  });
  const { stdout, stderr } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    cwd: folder,
    env: environment,
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('422 invalid_input');
  expect(stdout).toMatch(/name: \[/);
  expect(stdout).toMatch(/\.xlsx \d{4,}/);
});

test('the package needs no other package when it runs', async () => {
  const { dependencies } = JSON.parse(await readFile(join(PROJECT, 'sdk/package.json'), 'utf8')) as {
    dependencies?: unknown;
  };
  expect(dependencies).toBeUndefined();
  const built = await readFile(join(folder, 'node_modules/ngorder-sdk/dist/client.js'), 'utf8');
  expect([...built.matchAll(/from '([^']+)'/g)].map(([, from]) => from?.slice(0, 2))).toEqual([
    './',
    './',
    './',
    './',
  ]);
});
