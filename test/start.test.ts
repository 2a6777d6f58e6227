import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { PROJECT } from './server-process.ts';

const run = promisify(execFile);

/** What a process prints that runs this JavaScript with the options given. */
async function printed(options: string[], script: string): Promise<string> {
  const { stdout, stderr } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...options, '--input-type=module', '-e', script],
    { cwd: PROJECT, env: { PATH: process.env['PATH'] } },
  );
  return stdout + stderr;
}

/** Together they would double the memory of a server that does nothing. */
const HEAVY = [
  '@fastify/swagger',
  '@scalar/fastify-api-reference',
  '@zxcvbn-ts/language-common',
  '@zxcvbn-ts/language-id',
  'any-ascii',
  'bwip-js',
  'hucre',
  'idn-area-data',
  'nodemailer',
  'pdfkit',
  'sharp',
  'undici',
  'yaml',
];

test('what only some requests need is not loaded when the product starts', async () => {
  const loaded = await printed(
    [],
    `import { registerHooks } from 'node:module';
     const urls = [];
     registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
     await import('./src/start.ts');
     console.log(urls.join('\\n'));
     process.exit();`,
  );
  expect(loaded).toContain('/src/modules/orders/module.ts');
  expect(loaded).toContain('/node_modules/fastify/');
  expect(HEAVY.filter((name) => loaded.includes(`/node_modules/${name}/`))).toEqual([]);
});

test('sources are stripped of their types once, and again where what was stored is not whole', async () => {
  const source = await readFile(join(PROJECT, 'src/kernel/money.ts'), 'utf8');
  const name = `${createHash('sha256').update(source).digest('hex')}.js`;
  const stored = join(PROJECT, 'node_modules/.cache/stripped', process.version, name);
  const names = () =>
    printed(
      ['--import', './src/strip-once.mjs'],
      `console.log(Object.keys(await import('./src/kernel/money.ts')).join(' '))`,
    );
  const first = await names();
  expect(first).toMatch(/^\w+(?: \w+)*\n$/);
  const whole = await readFile(stored, 'utf8');
  expect(whole).not.toContain(': number');
  expect(whole.split('\n')).toHaveLength(source.split('\n').length);
  for (const bytes of [0, Math.floor(whole.length / 2), whole.length - 1]) {
    await truncate(stored, bytes);
    expect(await names()).toBe(first);
    expect(await readFile(stored, 'utf8')).toBe(whole);
  }
});
