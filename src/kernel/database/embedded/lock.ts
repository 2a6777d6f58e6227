import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedPostgresInUse } from './error.ts';

const SQLITE_BUSY = 5;

/** Locks held by this process: a handle that the garbage collector closed would drop its lock. */
const held = new Set<DatabaseSync>();

/**
 * Takes the one lock on a data folder, so that two apps never run a server on it.
 *
 * It is a lock of the kernel on an empty file, taken through SQLite because Node.js has no call of its own for
 * it. The kernel drops it when the process ends, kill -9 included, so there is no stale lock to judge, no
 * recycled process id to mistake and no take-over to race for; and it also holds between containers that
 * share a volume, where process ids mean nothing. The id of the holder is kept beside it for the message only.
 *
 * @returns the function that releases the lock
 * @throws EmbeddedPostgresInUse where another app holds it
 */
export function takeLock(home: string): () => void {
  const pid_file = join(home, 'app.pid');
  const file = new DatabaseSync(join(home, 'app.lock'), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new EmbeddedPostgresInUse(
      `Another Ngorder (process ${holderIn(pid_file)}) already uses ${home}: ` +
        `stop that one first, or give this one another data folder.`,
    );
  }
  held.add(file);
  writeFileSync(pid_file, `${process.pid}\n`);
  return () => {
    if (held.delete(file)) file.close();
  };
}

function holderIn(pid_file: string): string {
  try {
    return readFileSync(pid_file, 'utf8').trim() || 'starting now';
  } catch {
    return 'starting now';
  }
}
