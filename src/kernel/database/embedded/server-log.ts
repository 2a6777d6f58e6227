import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Of the file and of the previous one, so the log never takes more than twice this. */
const MAX_FILE_BYTES = 1_000_000;

/** Fatal for a connection that was opened too early, not for the server. */
const REFUSED_CONNECTION = /^the database system is |^database ".*" does not exist/;

/**
 * The output of the server, in a file of limited size. The app writes it instead of the log collector of PostgreSQL: that
 * saves a process, limits the size strictly and lets the app report why a start failed. If the app is killed, the server
 * continues without a log.
 */
export class ServerLog {
  readonly file: string;
  /** The last fatal error that the server logged, without its timestamp. */
  last_fatal: string | null = null;
  #bytes: number;
  #max_bytes: number;

  constructor(file: string, max_bytes: number = MAX_FILE_BYTES) {
    mkdirSync(dirname(file), { recursive: true });
    this.file = file;
    this.#max_bytes = max_bytes;
    this.#bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  }

  append(chunk: Buffer): void {
    for (const [, fatal = ''] of chunk.toString().matchAll(/(?:FATAL|PANIC): +(.+)/g)) {
      if (!REFUSED_CONNECTION.test(fatal)) this.last_fatal = fatal;
    }
    try {
      this.#write(chunk);
    } catch {
      // A full disk must not end the app because of a log line.
    }
  }

  #write(chunk: Buffer): void {
    if (this.#bytes > 0 && this.#bytes + chunk.length > this.#max_bytes) {
      renameSync(this.file, `${this.file}.1`);
      this.#bytes = 0;
    }
    appendFileSync(this.file, chunk, { mode: 0o600 });
    this.#bytes += chunk.length;
  }
}
