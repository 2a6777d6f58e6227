import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkFileName } from './port.ts';

/** Where files live that only we may hand out, as downloads. Names are made by us. */
export interface PrivateFiles {
  /** Keeps what a file on this machine holds. */
  keep(name: string, path: string): Promise<void>;
  /** What a kept file holds; undefined where there is none. */
  read(name: string): Promise<Readable | undefined>;
  /** Removes a file; one that is not there counts as removed. */
  remove(name: string): Promise<void>;
}

/** Keeps files in a folder that is not served. A file is whole or not there: it is renamed into place. */
export function localPrivateFiles(folder: string): PrivateFiles {
  return {
    async keep(name, path) {
      checkFileName(name);
      const kept = join(folder, name);
      await mkdir(dirname(kept), { recursive: true });
      const unfinished = `${kept}.unfinished`;
      await copyFile(path, unfinished);
      const file = await open(unfinished, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, kept);
    },
    async read(name) {
      checkFileName(name);
      const path = join(folder, name);
      const there = await stat(path).catch(() => undefined);
      return there?.isFile() === true ? createReadStream(path) : undefined;
    },
    async remove(name) {
      checkFileName(name);
      await rm(join(folder, name), { force: true });
    },
  };
}
