import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from './port.ts';

/** Address under which the server serves the folder. */
export const LOCAL_FILES_PATH = '/files/';

/** Keeps files in a folder, served by this server. A file is whole or not there: it is renamed into place. */
export function localFileStore(folder: string): FileStore {
  return {
    async put(name, bytes) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      const unfinished = `${path}.part`;
      await writeFile(unfinished, bytes, { flush: true });
      await rename(unfinished, path);
      return LOCAL_FILES_PATH + name;
    },
    async remove(name) {
      await rm(join(folder, name), { force: true });
    },
  };
}
