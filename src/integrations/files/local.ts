import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { checkFileName, LOCAL_FILES_PATH, type FileStore } from '../../kernel/files/port.ts';
import { readLocal } from './read-local.ts';

/** Stores files in a folder that this server serves. A file is complete or absent: it is renamed into place. */
export function localFileStore(folder: string): FileStore {
  const address = (name: string) => LOCAL_FILES_PATH + name;
  return {
    address,
    async put(name, bytes) {
      checkFileName(name);
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      // Its own name for each try, so that two at once can't mix; hidden, so that it is never served.
      const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
      try {
        await writeFile(unfinished, bytes, { flush: true });
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      return address(name);
    },
    read: (name) => readLocal(folder, name),
    async remove(name) {
      checkFileName(name);
      await rm(join(folder, name), { force: true });
    },
  };
}
