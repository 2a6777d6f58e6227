import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkFileName } from '../../kernel/files/port.ts';

/** The content of a file in a folder; undefined if there is none. */
export async function readLocal(folder: string, name: string): Promise<Readable | undefined> {
  checkFileName(name);
  const path = join(folder, name);
  const there = await stat(path).catch(() => undefined);
  return there?.isFile() === true ? createReadStream(path) : undefined;
}
