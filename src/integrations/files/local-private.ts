import { chmod, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkFileName, type PrivateFiles } from '../../kernel/files/port.ts';
import { readLocal } from './read-local.ts';

/** Modes of folders and files that nobody else on this machine may look into. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

/**
 * Stores files in a folder that is not served and that no other account of this machine can read. A file is complete or
 * absent: it is renamed into place.
 */
export function localPrivateFiles(folder: string): PrivateFiles {
  return {
    async store(name, path) {
      checkFileName(name);
      const target = join(folder, name);
      await mkdir(dirname(target), { recursive: true, mode: PRIVATE_FOLDER });
      const unfinished = `${target}.unfinished`;
      // A copy is made with the mode of the original: it is never open to others, not for a moment.
      await chmod(path, PRIVATE_FILE);
      await copyFile(path, unfinished);
      const file = await open(unfinished, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, target);
    },
    read: (name) => readLocal(folder, name),
    async remove(name) {
      checkFileName(name);
      await rm(join(folder, name), { force: true });
    },
  };
}

/**
 * Shuts a folder of private files, and all in it, to other accounts of this machine; makes it where there is none.
 * @returns what could not be shut, as it is another account's: the operator has to
 */
export async function shutPrivateFiles(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  const open: string[] = [];
  const shut = async (path: string, mode: number) => {
    await chmod(path, mode).catch((error: NodeJS.ErrnoException) => {
      // What is removed meanwhile needs no mode.
      if (error.code !== 'ENOENT') open.push(path);
    });
  };
  await shut(folder, PRIVATE_FOLDER);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await shut(path, PRIVATE_FOLDER);
    else if (entry.isFile()) await shut(path, PRIVATE_FILE);
  }
  return open;
}
