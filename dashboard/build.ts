/**
 * Builds what browsers are served, unless it is built of just these files already. Runs after `npm ci` and before `npm start`.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const HERE = fileURLToPath(new URL('./', import.meta.url));
const BUILT = join(HERE, 'dist');
const STAMP = join(BUILT, '.made-of');

const made_of = await fingerprint();
if ((await readFile(STAMP, 'utf8').catch(() => '')) !== made_of) {
  const { build } = await import('vite');
  await build({ root: HERE, configFile: join(HERE, 'vite.config.ts'), logLevel: 'warn' });
  await compress();
  await writeFile(STAMP, made_of);
}

/** A digest of all that the result depends on. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const folders = ['src', 'public', '../sdk/src'].map((folder) => join(HERE, folder));
  const inside = await Promise.all(folders.map((folder) => filesIn(folder)));
  const single = ['index.html', 'vite.config.ts', 'build.ts', 'package.json', '../package-lock.json'];
  for (const file of [...inside.flat(), ...single.map((name) => join(HERE, name))])
    hash.update(`${file.slice(HERE.length)}\n`).update(await readFile(file));
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Beside each file that is text, itself compressed: the server does nothing but send it. */
async function compress(): Promise<void> {
  const texts = (await filesIn(join(BUILT, 'dashboard'))).filter((file) => /\.(js|css|svg|wasm)$/.test(file));
  await Promise.all(
    texts.map(async (file) => {
      const content = await readFile(file);
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, quality));
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}
