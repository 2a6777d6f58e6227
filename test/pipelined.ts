import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { Database } from '../src/kernel/database/connection.ts';

interface Waiting {
  resolve(result: { rows: unknown[] }): void;
  reject(error: unknown): void;
}

/**
 * A database whose statements wait until they are flushed, and go there in one message then: for millions of calls, of
 * which none depends on the answer to another. They are done one after the other, by one connection.
 */
export class Pipeline {
  readonly #pool: pg.Pool;
  #texts: string[] = [];
  #waiting: (Waiting | undefined)[] = [];

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Sends declared statements alone. */
  readonly db = {
    executeQuery: (query: CompiledQuery) => {
      this.#texts.push(withValues(query));
      return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    },
  } as unknown as Database;

  /** A statement of one word, as `begin`. */
  say(text: 'begin' | 'commit' | 'rollback'): void {
    this.#texts.push(text);
    this.#waiting.push(undefined);
  }

  async flush(): Promise<void> {
    const waiting = this.#waiting;
    const text = this.#texts.join(';\n');
    [this.#texts, this.#waiting] = [[], []];
    if (waiting.length === 0) return;
    try {
      const answers: unknown = await this.#pool.query(text);
      const results = (Array.isArray(answers) ? answers : [answers]) as { rows: unknown[] }[];
      for (const [at, one] of waiting.entries()) one?.resolve(results[at] ?? { rows: [] });
    } catch (error) {
      for (const one of waiting) one?.reject(error);
    }
  }
}

/** The statement with its values written into it: several in one message can have no parameters. */
function withValues({ sql, parameters }: CompiledQuery): string {
  return sql.replaceAll(/\$(\d+)/g, (_place, number: string) => literal(parameters[Number(number) - 1]));
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) {
    const items = value.map((item) => (item === null ? 'null' : JSON.stringify(String(item))));
    return pg.escapeLiteral(`{${items.join()}}`);
  }
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error('a value of another type');
  return pg.escapeLiteral(String(value));
}
