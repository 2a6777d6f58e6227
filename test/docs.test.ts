import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsTable } from '../src/kernel/config.ts';
import { modules, routes } from '../src/modules.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { firstOrder, runAsNewcomer, shellBlocks } from './shell-blocks.ts';

const PROJECT = join(import.meta.dirname, '..');
const read = (name: string) => readFile(join(PROJECT, name), 'utf8');
/** A page without the padding that the formatter gives its tables. */
const readPage = async (name: string) =>
  (await read(name)).replaceAll(/ {2,}/g, ' ').replaceAll(/-{4,}/g, '---');

test('the README has every setting with its default and meaning', async () => {
  const rows = settingsTable.map(
    ({ name, default: value, description }) =>
      `| \`${name}\` | ${value === '' ? '' : `\`${value}\` `}| ${description} |`,
  );
  const table = ['| name | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
  const shown = /<!-- settings -->\n(.*?)\n?<!-- \/settings -->/s
    .exec(await readPage('README.md'))?.[1]
    ?.trim();
  expect(shown).toBe(table);
});

test('docs/limits.md has every limit with its value', async () => {
  const rows = [...(await readPage('docs/limits.md')).matchAll(/^\| `(\w+)` \| ([\d,]+) \| \S.* \|$/gm)];
  const shown = Object.fromEntries(
    rows.map(([, name, value = '']) => [name, Number(value.replaceAll(',', ''))]),
  );
  expect(shown).toEqual(Object.assign({}, ...modules.map(({ limits }) => limits)));
});

describe('every problem that the README says you will not have', async () => {
  const promises = promisesIn(sectionOf(await read('README.md'), 'Problems that you will not have here'));

  test('there are some', () => expect(promises.length).toBeGreaterThan(5));
  test.each(promises)('is held by a test: $promise', async ({ held_by }) => {
    expect(await missingTests(held_by, '')).toEqual([]);
  });
});

describe('every promise of docs/security.md', async () => {
  const promises = promisesIn(await read('docs/security.md'));

  test('there are some', () => expect(promises.length).toBeGreaterThan(40));
  test.each(promises)('is held by a test, or says that it is not: $promise', async ({ held_by }) => {
    if (held_by.startsWith('not held yet')) return;
    expect(await missingTests(held_by, 'docs')).toEqual([]);
  });
});

/** Rows of tables: what is promised in the first cell, what holds it in the last. */
function promisesIn(page: string): { promise: string; held_by: string }[] {
  return page
    .split('\n')
    .filter((line) => /^\| (?!-+ \|)/.test(line))
    .map((line) => line.slice(2, -2).split(' | '))
    .map((cells) => ({ promise: cells[0]?.trim() ?? '', held_by: cells.at(-1)?.trim() ?? '' }))
    .filter(({ held_by }) => held_by !== 'held by');
}

function sectionOf(page: string, heading: string): string {
  const [, after = ''] = page.split(`## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}

/** Links whose text is no title of a test in the file that they lead to; what has no link is missing itself. */
async function missingTests(held_by: string, folder: string): Promise<string[]> {
  const links = [...held_by.matchAll(/\[(.+?)\]\((\S+?)\)/g)];
  const missing: string[] = links.length === 0 ? [held_by] : [];
  for (const [, title = '', file = ''] of links) {
    const text = await read(join(folder, file));
    if (![`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => text.includes(quoted)))
      missing.push(`${title} in ${file}`);
  }
  return missing;
}

test('every link between our documents leads somewhere', async () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...(await markdownIn('docs')),
    ...(await markdownIn('docs/decisions')),
  ];
  const links: string[] = [];
  for (const page of pages)
    for (const [, target = ''] of (await read(page)).matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      links.push(join(dirname(page), target));
  expect(links.filter((link) => !existsSync(join(PROJECT, link)))).toEqual([]);
  expect(links.length).toBeGreaterThan(5);
});

describe('every page that names an upload', async () => {
  const uploads = routes.filter(({ upload }) => upload !== undefined);
  const pages = ['README.md', ...(await markdownIn('docs')), ...(await markdownIn('docs/decisions'))];
  const naming: { page: string; named: typeof uploads; commands: string[] }[] = [];
  for (const page of pages) {
    const text = await read(page);
    const named = uploads.filter(({ path }) => {
      // What follows would be another route, or the query of a GET.
      const name = new RegExp(`${path.replace('/api/open/', '')}(?![\\w/?-])`);
      return name.test(text);
    });
    const commands = shellBlocks(text).filter((block) => block.includes(' -F '));
    if (named.length > 0) naming.push({ page, named, commands });
  }

  let server: ServerProcess;
  let folder: string;
  /** Of what the README's first order leaves in the shell. */
  let shell: string;
  beforeAll(async () => {
    server = await startServerProcess();
    folder = await mkdtemp(join(tmpdir(), 'ngorder-docs-'));
    // Readers are in the folder of the project; what they write is not to lie there.
    await symlink(join(PROJECT, 'docs'), join(folder, 'docs'));
    shell = join(folder, 'shell');
    const script = `${await firstOrder()}\n{ declare -p BASE JSON AUTH; declare -f get; } > '${shell}'`;
    await runAsNewcomer(server.base_url, script, ['-e', '-o', 'pipefail']);
  });
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('there are some', () => expect(naming.length).toBeGreaterThan(2));
  test.each(naming)(
    'has a command for each that can be pasted after the first order: $page',
    async (found) => {
      const lines = found.commands.join('\n').replaceAll(/\\\n\s*/g, '');
      for (const { path, upload } of found.named)
        expect(lines).toMatch(new RegExp(`"\\$BASE${path}".* -H "\\$AUTH".* -F "?${upload}=@\\S`));
      const script = `. '${shell}'\ncd '${folder}'\n${lines}`;
      const { stdout, stderr } = await runAsNewcomer(server.base_url, script, ['-e', '-o', 'pipefail']);
      expect(stderr).toBe('');
      expect(stdout).toContain('"Success"');
      expect(stdout).not.toContain('"Failed"');
    },
  );
});

test("today is the shop's day in every page, command and example", async () => {
  const folders = ['src', 'bin', 'bench', 'test'];
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(PROJECT, folder), { recursive: true })).map((name) => `${folder}/${name}`),
    ),
  );
  const reckons = new Set(['src/kernel/calendar.ts', 'test/docs.test.ts']);
  const code = names.flat().filter((name) => /\.(?:ts|sh)$/.test(name) && !reckons.has(name));
  const pages = ['README.md', 'CONTRIBUTING.md', 'openapi.json', ...(await markdownIn('docs'))];
  const lines: string[] = [];
  for (const name of [...pages, ...code])
    for (const line of (await read(name)).split('\n')) lines.push(`${name}: ${line.trim()}`);
  // The day of UTC, or of the machine.
  const foreign =
    /toISOString\(\)\.(?:slice|substring|split)|(?<!TZ=Asia\/\w+ )\bdate (?:-u )?['"]?\+%|current_date\b/;
  expect(lines.filter((line) => foreign.test(line))).toEqual([]);
});

test('a decision fits on a page of 40 lines', async () => {
  for (const page of await markdownIn('docs/decisions'))
    expect((await read(page)).split('\n').length, page).toBeLessThanOrEqual(41);
});

async function markdownIn(folder: string): Promise<string[]> {
  const names = await readdir(join(PROJECT, folder));
  return names.filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
}

test('every folder of modules is in the one list of modules', async () => {
  const folders = await readdir(join(PROJECT, 'src/modules'));
  expect(
    modules
      .map(({ name }) => name)
      .filter((name) => name !== 'kernel')
      .sort(),
  ).toEqual(folders.sort());
});
