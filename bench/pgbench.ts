import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { measure, type Measured } from './load.ts';
import type { PreparedStatement } from './order-sql.ts';

export const has_pgbench = spawnSync('pgbench', ['--version']).status === 0;

/**
 * Runs the statements of an order in one transaction with PostgreSQL's own load generator, prepared, as often
 * as it can. Each transaction takes one of the scripts at random.
 */
export async function pgbench(
  connection: { host: string; port: number; user: string; database: string },
  scripts: PreparedStatement[][],
  { connections, duration_s }: { connections: number; duration_s: number },
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'ngorder-pgbench-'));
  try {
    const words: string[] = [];
    for (const [index, script] of scripts.entries()) {
      const { text, variables } = asScript(script, `s${index}`);
      const file = join(folder, `${index}.sql`);
      await writeFile(file, text);
      words.push('-f', file, ...variables.flatMap(([name, value]) => ['-D', `${name}=${value}`]));
    }
    const { host, port, user, database } = connection;
    await promisify(execFile)(
      'pgbench',
      ['-n', '-M', 'prepared', '-c', String(connections), '-j', String(Math.min(connections, 2))]
        .concat(['-T', String(duration_s), '-l', '--log-prefix', join(folder, 'log')])
        .concat(['-h', host, '-p', String(port), '-U', user, ...words, database]),
      { maxBuffer: 16 * 1024 * 1024 },
    );
    return measure(await times(folder), duration_s);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** pgbench's log: client, transaction, microseconds, … on each line. */
async function times(folder: string): Promise<number[]> {
  const logs = (await readdir(folder)).filter((name) => name.startsWith('log'));
  const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) =>
    text.split('\n').flatMap((line) => {
      const time_us = line.split(' ')[2];
      return time_us === undefined ? [] : [Number(time_us) / 1000];
    }),
  );
}

/** pgbench makes a parameter of every occurrence of a variable, so each says its type. */
function asScript(statements: PreparedStatement[], prefix: string) {
  const variables: [string, string][] = [];
  const texts = statements.map(({ text, values, types }, number) => {
    for (const [index, value] of values.entries())
      if (value !== null) variables.push([`${prefix}_${number}_${index + 1}`, value]);
    return text.replaceAll(/\$(\d+)/g, (_, digits: string) => {
      const index = Number(digits) - 1;
      const variable = values[index] === null ? 'null' : `:${prefix}_${number}_${digits}`;
      return `${variable}::${types[index]}`;
    });
  });
  return { text: ['begin', ...texts, 'commit'].map((text) => `${text};\n`).join(''), variables };
}
