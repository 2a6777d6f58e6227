import type { z } from 'zod';
import { today } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import { findBank } from '../../reference/index.ts';
import { mutationErrors } from '../errors.ts';
import { mutationLimits } from '../limits.ts';
import { isSameAccount } from '../statements/account-in-statement.ts';
import { readStatement, type Statement } from '../statements/read-statement.ts';
import { insertRows, type PlannedRow } from './import-rows.ts';
import { setMutationImport } from './import-state.ts';
import { forgetLayouts, keepLayout, keptLayouts } from './kept-layouts.ts';
import { planRows } from './plan-rows.ts';
import { getMutationImport } from './read-imports.ts';
import type { MutationImport, UploadMutationImportInput } from './schemas.ts';

type Input = z.output<typeof UploadMutationImportInput>;

interface Account {
  id: number;
  bank_type: string;
  account_number: string;
}

/**
 * Reads a bank statement and previews which of its rows would be recorded; nothing is recorded yet.
 * @throws Refusal 422 on `bank_id` if the shop has no such account, on `file` if it is no spreadsheet, has no columns for day and
 *   amount, is too large, or is of another account
 */
export async function uploadMutationImport(
  context: Context,
  input: Input,
): Promise<z.input<typeof MutationImport>> {
  const { account, statement } = await (input.bank_id === undefined
    ? readNamed(context, input)
    : readOf(context, await findAccount(context, input.bank_id), input));
  if (statement.rows.every(({ fault }) => fault === 'DIRECTION_UNKNOWN'))
    throw mutationErrors.refuseField('statement_direction', 'file');
  return context.transaction(async (inner) => {
    if (input.columns !== undefined) await noteLayout(inner, account.id, input.columns);
    await removeOldImports(inner);
    const planned = await planRows(inner, { ...account, bank_account_id: account.id }, statement.rows);
    const { id } = await inner.db
      .insertInto('mutation_imports')
      .values({
        shop_id: inner.shop.id,
        bank_account_id: account.id,
        file_name: input.file.name.slice(0, 200).toWellFormed(),
        status: 'READY',
        columns: JSON.stringify(statement.columns),
        row_total: planned.length,
        created_by: inner.actor.user_id,
        created_at: inner.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await insertRows(inner, id, planned);
    await setMutationImport(inner, id, countsOf(planned));
    return getMutationImport(inner, { id });
  });
}

function accounts({ db, shop }: Context) {
  return db
    .selectFrom('bank_accounts')
    .select(['id', 'bank_type', 'account_number'])
    .where('shop_id', '=', shop.id)
    .where('type', '=', 'BANK')
    .where('archived_at', 'is', null);
}

async function findAccount(context: Context, bank_id: number): Promise<Account> {
  return foundBy('bank_id', await accounts(context).where('id', '=', bank_id).executeTakeFirst());
}

interface ReadStatement {
  account: Account;
  statement: Statement;
}

/** The account is the one whose number stands in the statement. */
async function readNamed(context: Context, { file, columns = {} }: Input): Promise<ReadStatement> {
  const statement = await readStatement(file.bytes, columns, today(context.clock, context.shop.time_zone));
  const [number, ...others] = statement.accounts;
  const own = (await accounts(context).execute()).filter(
    ({ account_number }) => number !== undefined && isSameAccount(number, account_number),
  );
  const [account] = own;
  if (account === undefined || own.length > 1 || others.length > 0)
    throw mutationErrors.refuseField('statement_account_needed', 'bank_id');
  return { account, statement };
}

async function readOf(context: Context, account: Account, input: Input): Promise<ReadStatement> {
  const statement = await read(context, account, input);
  if (!input.ignore_account_number) refuseOther(account, statement);
  return { account, statement };
}

/** With the columns that are named, else with those that were named before and are there, else by their titles. */
async function read(context: Context, { id }: Account, { file, columns }: Input): Promise<Statement> {
  const day = today(context.clock, context.shop.time_zone);
  if (columns !== undefined) return readStatement(file.bytes, columns, day);
  for (const kept of await keptLayouts(context, id)) {
    const statement = await readStatement(file.bytes, kept, day).catch((error: unknown) => {
      // It is a statement of another shape.
      if (error instanceof Refusal && error.parts.every(({ code }) => OTHER_SHAPE.has(code)))
        return undefined;
      throw error;
    });
    if (statement !== undefined) return statement;
  }
  return readStatement(file.bytes, {}, day);
}

const OTHER_SHAPE = new Set(['column_missing', 'statement_columns', 'column_twice']);

async function noteLayout(
  context: Context,
  id: number,
  columns: NonNullable<Input['columns']>,
): Promise<void> {
  if (Object.keys(columns).length === 0) await forgetLayouts(context, id);
  else await keepLayout(context, id, columns);
}

/** @throws Refusal 422 if it names another account, or no account and the layout is of another bank */
function refuseOther(
  { account_number, bank_type }: Account,
  { accounts: named, bank_family }: Statement,
): void {
  const other = named.find((number) => !isSameAccount(number, account_number));
  if (other !== undefined)
    throw mutationErrors.refuseField('statement_of_other_account', 'file', { other, account_number });
  const own_family = findBank(bank_type)?.bank_family;
  if (named.length > 0 || bank_family === undefined || bank_family === own_family) return;
  throw mutationErrors.refuseField('statement_of_other_bank', 'file', { other: bank_family.toUpperCase() });
}

function countsOf(planned: readonly PlannedRow[]) {
  const counts = { fresh: 0, known: 0, wrong: 0, passed_over: 0, credit_idr: 0, debit_idr: 0 };
  for (const { outcome, facts } of planned) {
    if (outcome === 'KNOWN') counts.known += 1;
    else if (outcome === 'WRONG') counts.wrong += 1;
    else if (outcome === 'PASSED_OVER') counts.passed_over += 1;
    else {
      counts.fresh += 1;
      if (facts?.direction === 'CREDIT') counts.credit_idr += facts.amount_idr;
      else counts.debit_idr += facts?.amount_idr ?? 0;
    }
  }
  return counts;
}

/** Makes room for one more. Its rows go with an import; one at which a job works stays, and so do the mutations. */
async function removeOldImports({ db, shop }: Context): Promise<void> {
  const old = await db
    .selectFrom('mutation_imports')
    .select('id')
    .where('shop_id', '=', shop.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(mutationLimits.mutation_imports - 1)
    .execute();
  if (old.length === 0) return;
  await db
    .deleteFrom('mutation_imports')
    .where('shop_id', '=', shop.id)
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .where('status', 'not in', ['APPLYING', 'UNDOING'])
    .execute();
}
