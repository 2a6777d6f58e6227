import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Secret } from './secret.ts';

export const KEY_BYTES = 32;
export const KEY_ID_BYTES = 4;
/** In the data folder, where SECRET_KEY is not set: a key a line, the one in use first. */
const KEY_FILE = 'secret-keys';
const PRIVATE_FILE = 0o600;

/** A key, and its id, which sealed values carry. The id reveals nothing about the key. */
export interface SealingKey {
  id: Buffer;
  key: Secret;
}

/** The keys of this installation. */
export interface Keyring {
  /** The key that new values are sealed with. */
  current(): SealingKey;
  /** A key by its id; undefined where it is none of ours. */
  find(id: Buffer): SealingKey | undefined;
  /**
   * Makes a new current key; those before stay, to open what they have sealed, also in backups.
   * @throws Error where SECRET_KEY is set: then the operator puts the new one there, before the others
   */
  renew(): Promise<void>;
}

/** The keys of SECRET_KEY, else those of a file in the data folder, which is created if there is none. */
export async function openKeyring(config: {
  SECRET_KEY?: readonly Secret[] | undefined;
  DATA_DIR: string;
}): Promise<Keyring> {
  if (config.SECRET_KEY !== undefined) return fixedKeyring(config.SECRET_KEY.map(named));
  const path = join(resolve(config.DATA_DIR), KEY_FILE);
  await makeOnce(path);
  return fileKeyring(path);
}

function fixedKeyring(keys: readonly SealingKey[]): Keyring {
  return {
    current: () => first(keys),
    find: (id) => keys.find((key) => key.id.equals(id)),
    renew: () =>
      Promise.reject(
        new Error('SECRET_KEY is set: put a new key before the others there, separated by a comma'),
      ),
  };
}

/** Looks again whenever the file has changed: a command may renew the key while servers run. */
function fileKeyring(path: string): Keyring {
  let keys: SealingKey[] = [];
  let version = '';
  const look = (): SealingKey[] => {
    const { ino, mtimeMs, mode } = statSync(path);
    if ((mode & 0o077) !== 0) chmodSync(path, PRIVATE_FILE);
    if (version !== `${ino} ${mtimeMs}`) keys = readKeys(path).map(named);
    version = `${ino} ${mtimeMs}`;
    return keys;
  };
  look();
  return {
    current: () => first(look()),
    find: (id) => look().find((key) => key.id.equals(id)),
    async renew() {
      const unfinished = `${path}.new`;
      try {
        await writeKeys(unfinished, `${newKey()}\n${await readFile(path, 'utf8')}`);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        throw new Error(
          `${unfinished} is there: keys are being renewed, or that broke off and the file can go`,
          { cause: error },
        );
      }
      await rename(unfinished, path);
      await syncFolder(path);
    },
  };
}

/** Of several processes that start at once one makes the file, and all use it. */
async function makeOnce(path: string): Promise<void> {
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomBytes(8).toString('hex')}`;
  await writeKeys(unfinished, `${newKey()}\n`);
  try {
    // Fails where the file is there by now, and never shows half of one.
    await link(unfinished, path);
    await syncFolder(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** A new file that nobody else can read, not for a moment. @throws EEXIST where there is one */
function writeKeys(path: string, text: string): Promise<void> {
  return writeFile(path, text, { mode: PRIVATE_FILE, flag: 'wx', flush: true });
}

/** A name in a folder outlives a power failure only when the folder is written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function readKeys(path: string): Secret[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const keys = lines.flatMap((line) => readKey(line) ?? []);
  if (keys.length === 0 || keys.length < lines.length)
    throw new Error(`${path} is damaged: each line must be a key of ${KEY_BYTES} bytes in base64`);
  return keys;
}

/** @returns undefined where the text is not 32 bytes in base64 */
export function readKey(text: string): Secret | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === KEY_BYTES && /^[A-Za-z0-9+/]{43}=?$/.test(text) ? new Secret(bytes) : undefined;
}

const newKey = () => randomBytes(KEY_BYTES).toString('base64');

function named(key: Secret): SealingKey {
  const hash = createHash('sha256').update('ngorder sealing key').update(key.reveal()).digest();
  return { id: hash.subarray(0, KEY_ID_BYTES), key };
}

function first(keys: readonly SealingKey[]): SealingKey {
  const [key] = keys;
  if (key === undefined) throw new Error('there is no sealing key');
  return key;
}
