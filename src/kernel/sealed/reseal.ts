import { sql, type Kysely } from 'kysely';
import type { DB } from '../database/schema.generated.ts';
import { SealBroken, type BoundTo, type SealedColumn, type Secrets } from './index.ts';

/** Rows that are read at a time. */
const BATCH = 200;

export interface Resealed {
  column: SealedColumn;
  resealed: number;
  /** Their key is not here, or they were changed: they stay as they are. */
  unreadable: number;
}

type Row = BoundTo & { sealed: Buffer };

/**
 * Seals everything that is sealed with another key with the current one, over all shops, in short transactions: it can
 * run next to servers, be interrupted and run again.
 * @param db without the tenant guard
 */
export async function reseal(db: Kysely<DB>, secrets: Secrets, column: SealedColumn): Promise<Resealed> {
  const total: Resealed = { column, resealed: 0, unreadable: 0 };
  for (;;) {
    const { resealed } = total;
    total.unreadable = 0;
    let after: BoundTo | undefined;
    do after = await resealBatch(db, secrets, total, after);
    while (after !== undefined);
    // Servers that had just sealed with the key before may have stored it behind us.
    if (total.resealed === resealed) return total;
  }
}

/** @returns the last row looked at; undefined where there are no more */
async function resealBatch(
  db: Kysely<DB>,
  secrets: Secrets,
  total: Resealed,
  after: BoundTo | undefined,
): Promise<BoundTo | undefined> {
  const { column } = total;
  const names = sql.join(column.bound_to.map((name) => sql.ref(name)));
  const values = sql.join(column.bound_to.map((name) => sql`${after?.[name]}`));
  const { rows } = await sql<Row>`
    select ${names}, ${sql.ref(column.column)} as sealed from ${sql.table(column.table)}
    where substring(${sql.ref(column.column)} from 2 for 4) <> ${secrets.keyring.current().id}
      ${after === undefined ? sql`` : sql`and (${names}) > (${values})`}
    order by ${names} limit ${sql.lit(BATCH)}`.execute(db);
  for (const row of rows) {
    const anew = sealAnew(secrets, column, row);
    if (anew === undefined) total.unreadable += 1;
    else if (await replace(db, column, row, anew)) total.resealed += 1;
  }
  return rows.length < BATCH ? undefined : rows.at(-1);
}

/** @returns undefined where it does not open */
function sealAnew(secrets: Secrets, column: SealedColumn, row: Row): Buffer | undefined {
  try {
    return secrets.seal(column, row, secrets.open(column, row, row.sealed));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** @returns false where somebody has written the row meanwhile: what they wrote stays */
async function replace(db: Kysely<DB>, column: SealedColumn, row: Row, anew: Buffer): Promise<boolean> {
  const same = column.bound_to.map((name) => sql`${sql.ref(name)} = ${row[name]}`);
  const { numAffectedRows } = await sql`
    update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${anew}
    where ${sql.join(same, sql` and `)} and ${sql.ref(column.column)} = ${row.sealed}`.execute(db);
  return numAffectedRows === 1n;
}

/** How many values are sealed with a key that is not here, by the key's id, in hexadecimal. */
export async function unknownKeys(
  db: Kysely<DB>,
  secrets: Secrets,
  { table, column }: SealedColumn,
): Promise<{ table: string; column: string; key: string; values: number }[]> {
  const { rows } = await sql<{ id: Buffer; values: number }>`
    select substring(${sql.ref(column)} from 2 for 4) as id, count(*)::int as values from ${sql.table(table)}
    where ${sql.ref(column)} is not null group by 1`.execute(db);
  return rows
    .filter(({ id }) => secrets.keyring.find(id) === undefined)
    .map(({ id, values }) => ({ table, column, key: id.toString('hex'), values }));
}
