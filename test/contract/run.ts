/**
 * Plays every operation of the API against a server on an empty database, and writes what it answered to
 * .contract/recording.jsonl. Where the reference's contract lies beside the project, its checker then judges
 * the recording: every operation that the reference has too must conform, and what conformed once
 * (conforming.txt) must never fall back.
 *   npm run contract [-- --verbose]
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { routes } from '../../src/modules.ts';
import { openXenditVendor, XENDIT_TEST_KEY, XENDIT_TEST_TOKEN } from '../integrations/xendit-vendor.ts';
import { PROJECT, startServerProcess } from '../server-process.ts';
import { scenes } from './scenes.ts';
import { ContractStage } from './stage.ts';

const BESIDE = join(PROJECT, '../shared');
const DISTRICTS = join(BESIDE, 'data/regions/districts.csv');
const CONTRACT = join(BESIDE, 'contract');
const RECORDING = join(PROJECT, '.contract/recording.jsonl');
const CONFORMING = join(PROJECT, 'test/contract/conforming.txt');

const faults = await main();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

async function main(): Promise<string[]> {
  const stage = await play();
  const { exchanges } = stage;
  await mkdir(join(PROJECT, '.contract'), { recursive: true });
  await writeFile(RECORDING, exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join(''));
  console.log(`${exchanges.length} exchanges with ${routes.length} operations in ${RECORDING}`);
  const silent = routes.filter((route) => !stage.answered.has(route.operation));
  const faults = silent.map((route) => `no answer of ${route.operation} was recorded`);
  if (!existsSync(CONTRACT)) {
    console.log('The contract of the reference is not there: nothing is compared with it.');
    return faults;
  }
  return [...faults, ...(await judge())];
}

async function play(): Promise<ContractStage> {
  const xendit = await openXenditVendor();
  // Withdrawals wait for a gateway that does not pay out.
  xendit.behave(({ path }) => (path === '/v2/payouts' ? { status: 503 } : undefined));
  const server = await startServerProcess({
    BILLING: 'on',
    GATEWAY: 'xendit',
    XENDIT_URL: xendit.url,
    XENDIT_KEY: XENDIT_TEST_KEY,
    XENDIT_CALLBACK_TOKEN: XENDIT_TEST_TOKEN,
  });
  try {
    if (existsSync(DISTRICTS)) await server.command(['src/cli.ts', 'regions', 'import', DISTRICTS]);
    const stage = new ContractStage(server.base_url, routes, xendit);
    stage.fund = async (...numbers) =>
      void (await server.command(['test/contract/fund.ts', ...numbers.map(String)]));
    for (const scene of scenes) await scene.play(stage);
    return stage;
  } finally {
    await server.stop();
    xendit.close();
  }
}

/** The reference's operations that we have a route for, as `GET /api/open/order`. */
async function expected(): Promise<string[]> {
  const files = ['endpoints.json', 'endpoints-later.json'].map((name) => join(CONTRACT, name));
  const texts = await Promise.all(
    files.filter((file) => existsSync(file)).map((file) => readFile(file, 'utf8')),
  );
  const endpoints = texts.flatMap((text) => JSON.parse(text) as { method: string; path: string }[]);
  const same = (path: string) => path.replaceAll(/:\w+|\{\w+\}/g, '*');
  const ours = new Set(routes.map((route) => `${route.method} ${same(route.path)}`));
  return endpoints
    .filter(({ method, path }) => ours.has(`${method} ${same(path)}`))
    .map(({ method, path }) => `${method} ${path}`);
}

/** Runs the checker, keeps the list of what conforms, and gives what falls short. */
async function judge(): Promise<string[]> {
  const checker = spawnSync(
    process.execPath,
    [join(CONTRACT, 'coverage.mjs'), RECORDING, ...process.argv.slice(2)],
    {
      encoding: 'utf8',
    },
  );
  const ours = await expected();
  const falls_short = new Set(
    [...checker.stdout.matchAll(/^(?:not covered|no file|differs) +(\w+ \S+)/gm)].map(
      (match) => match[1] ?? '',
    ),
  );
  // Operations of later work are not there to be covered.
  const lines = checker.stdout
    .split('\n')
    .filter((line) => !line.startsWith('not covered') || ours.some((name) => line.includes(`${name} (`)));
  console.log(lines.join('\n') + checker.stderr);
  const listed = (await readFile(CONFORMING, 'utf8')).split('\n').filter((line) => line !== '');
  const conforming = ours.filter((name) => !falls_short.has(name));
  await writeFile(
    CONFORMING,
    [...new Set([...listed, ...conforming])]
      .toSorted()
      .map((name) => `${name}\n`)
      .join(''),
  );
  console.log(`${conforming.length} of our ${ours.length} operations of the reference conform.`);
  return [
    ...ours.filter((name) => falls_short.has(name)).map((name) => `does not conform: ${name}`),
    ...listed.filter((name) => !ours.includes(name)).map((name) => `conformed once, and is gone: ${name}`),
  ];
}
