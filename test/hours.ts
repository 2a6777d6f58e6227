/**
 * Runs tests with the clock set to the moments at which days, months and years end, in all three zones of Indonesia:
 * where the dates of UTC, of this machine and of the shop differ, and while they change. Node.js and PostgreSQL get
 * the same clock, which runs on. Needs libfaketime. Ends with 1 where a test failed.
 *   npm run test:hours                                    the whole suite, at all moments in all zones: hours
 *   npm run test:hours -- src/modules/orders              some tests
 *   npm run test:hours -- --at 17:01 --zone Asia/Jakarta  where moment and zone hold these texts
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ZONES } from './shop-zone.ts';

/** UTC. A day of Jayapura ends at 15:00, one of Makassar at 16:00, one of Jakarta at 17:00. */
const MOMENTS = [
  '2026-11-30 16:59',
  '2026-11-30 17:01',
  '2026-11-30 23:59',
  '2026-12-31 14:59',
  '2026-12-31 15:59',
  '2026-12-31 16:59',
  '2026-12-31 17:01',
  '2026-12-31 23:59',
];

/** Where Debian and others keep the library for programs of several threads. */
const LIBRARIES = [
  ...['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`),
  '/usr/lib64/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
];

interface Outcome {
  passed: number;
  failed: number;
  /** Titles of tests, and names of files that could not be run. */
  failures: string[];
}

interface Report {
  numPassedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** Runs the tests at a moment in a zone. @param paths none stands for all */
async function runAt(library: string, moment: string, zone: string, paths: string[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'ngorder-hours-'));
  const file = join(folder, 'report.json');
  // An offset, so that processes that start later have the same clock.
  const offset_seconds = Math.round((Date.parse(`${moment.replace(' ', 'T')}:00Z`) - Date.now()) / 1_000);
  const child = spawn(
    'npx',
    ['vitest', 'run', '--maxWorkers=1', '--reporter=json', `--outputFile=${file}`, ...paths],
    {
      env: {
        ...process.env,
        TZ: zone,
        SHOP_ZONE: zone,
        LD_PRELOAD: library,
        FAKETIME: `${offset_seconds < 0 ? '' : '+'}${offset_seconds}`,
        // Timers go by the clock that is never set; files keep their times.
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        DONT_FAKE_MONOTONIC: '1',
        FAKETIME_DISABLE_SHM: '1',
        NO_FAKE_STAT: '1',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await new Promise((resolve) => child.once('exit', resolve));
  try {
    return outcomeOf(JSON.parse(await readFile(file, 'utf8')) as Report);
  } catch (error) {
    return { passed: 0, failed: 1, failures: [`no report of the tests: ${String(error)}`] };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function outcomeOf({ numPassedTests, testResults }: Report): Outcome {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${name}: ${message}`] : [];
    return failed.map(({ fullName }) => `${name}: ${fullName}`);
  });
  return { passed: numPassedTests, failed: failures.length, failures };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { at: { type: 'string', default: '' }, zone: { type: 'string', default: '' } },
});
const library = LIBRARIES.find(existsSync);
if (library === undefined) {
  console.error('libfaketime is not there. Debian and Ubuntu: apt-get install faketime');
  process.exit(1);
}
const failures = new Map<string, string[]>();
let ran = 0;
for (const moment of MOMENTS.filter((one) => one.includes(values.at)))
  for (const zone of ZONES.filter((one) => one.includes(values.zone))) {
    const outcome = await runAt(library, moment, zone, positionals);
    ran += outcome.passed;
    console.log(`${moment} UTC  ${zone.padEnd(13)}  ${outcome.passed} passed, ${outcome.failed} failed`);
    for (const failure of outcome.failures)
      failures.set(failure, [...(failures.get(failure) ?? []), `${moment} ${zone}`]);
  }
for (const [failure, where] of failures) console.log(`\n${failure}\n  ${where.join('; ')}`);
process.exitCode = failures.size === 0 && ran > 0 ? 0 : 1;
