import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedPostgresInUse } from './error.ts';

const SQLITE_BUSY = 5;

/** Locks of this process: a handle closed by the garbage collector would release its lock. */
const held = new Set<DatabaseSync>();

/**
 * Takes the exclusive lock on a data folder, so that two processes never run a server on it.
 *
 * It is a lock of the operating system on an empty file, taken through SQLite because Node.js has no function for it. The
 * operating system releases it when the process ends, even by kill -9, so there are no stale locks, no reused process IDs
 * and no races for taking over. It also works between containers that share a volume, where process IDs mean nothing. The
 * ID of the holder is stored next to it only for the error message.
 *
 * @returns the function that releases the lock
 * @throws EmbeddedPostgresInUse if another process holds it
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
