import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { differenceOf } from '../../../kernel/difference.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { emit } from '../../../kernel/outbox.ts';
import { bankName } from '../../reference/index.ts';
import {
  ACCOUNT_TITLES,
  JOURNAL_ACCOUNTS,
  STARTING_CODES,
  type JournalAccount,
  type JournalFormat,
} from './accounts.ts';
import type { JournalCode, JournalCodesInput, SetJournalCodesInput } from './schemas.ts';

/** The codes that a shop has set, by account; of bank accounts by their ID too. */
export async function loadCodes({ db, shop }: Context, format: JournalFormat): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('journal_accounts')
    .select(['account', 'bank_account_id', 'code'])
    .where('shop_id', '=', shop.id)
    .where('format', '=', format)
    .execute();
  return new Map(rows.map((row) => [codeKey(row.account as JournalAccount, row.bank_account_id), row.code]));
}

/** @param bank_id 0: of no bank account of its own */
export function codeKey(account: JournalAccount, bank_id = 0): string {
  return bank_id === 0 ? account : `${account} ${bank_id}`;
}

/** The codes that journals are written with: those of the shop, else those to start with. */
export async function listJournalCodes(
  context: Context,
  { format }: z.output<typeof JournalCodesInput>,
): Promise<z.input<typeof JournalCode>[]> {
  const codes = await loadCodes(context, format);
  const banks = await context.db
    .selectFrom('bank_accounts')
    .select(['id', 'bank_type', 'account_number', 'holder_name'])
    .where('shop_id', '=', context.shop.id)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute();
  const { language } = context;
  const present = (account: JournalAccount, bank_id: number, title: string) => ({
    account,
    bank_id,
    title,
    code: codes.get(codeKey(account, bank_id)) ?? codes.get(account) ?? STARTING_CODES[format][account],
    is_own: codes.has(codeKey(account, bank_id)),
  });
  return [
    ...JOURNAL_ACCOUNTS.map((account) => present(account, 0, ACCOUNT_TITLES[account][language])),
    ...banks.map(({ id, bank_type, account_number, holder_name }) =>
      present('BANK', id, [bankName(bank_type), account_number, holder_name].filter(Boolean).join(' ')),
    ),
  ];
}

/**
 * Sets codes of accounts; a blank code, or that which there would be without one, is none of the shop's own any more.
 * @throws Refusal 422 where the shop has no such bank account
 */
export async function setJournalCodes(
  context: Context,
  { format, accounts }: z.output<typeof SetJournalCodesInput>,
): Promise<z.input<typeof JournalCode>[]> {
  return context.transaction(async (inner) => {
    const { db, shop } = inner;
    const own = await db.selectFrom('bank_accounts').select('id').where('shop_id', '=', shop.id).execute();
    const known = new Set([0, ...own.map(({ id }) => id)]);
    const missing = accounts.flatMap(({ account, bank_id }, index) =>
      known.has(bank_id) && (bank_id === 0 || account === 'BANK')
        ? []
        : [idNotFound(`accounts.${index}.bank_id`)],
    );
    if (missing.length > 0) throw new Refusal(missing);
    const before = await loadCodes(inner, format);
    const without = (account: JournalAccount, bank_id: number) =>
      (bank_id === 0 ? undefined : before.get(account)) ?? STARTING_CODES[format][account];
    // Of an account that is named twice the last counts.
    const given = [...new Map(accounts.map((row) => [codeKey(row.account, row.bank_id), row]))]
      // In one order, so that those who set several wait for each other and not crosswise.
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([, row]) => row);
    const names = given.map(({ account }) => account);
    const bank_ids = given.map(({ bank_id }) => bank_id);
    await sql`delete from journal_accounts where shop_id = ${shop.id} and format = ${format}
      and (account, bank_account_id) in (select * from unnest(${names}::text[], ${bank_ids}::bigint[]))`.execute(
      db,
    );
    const own_codes = given.flatMap(({ account, bank_id, code }) =>
      code === null || code === undefined || code === without(account, bank_id)
        ? []
        : [{ shop_id: shop.id, format, account, bank_account_id: bank_id, code }],
    );
    if (own_codes.length > 0)
      await db
        .insertInto('journal_accounts')
        .values(own_codes)
        // Somebody else may set the same at the same time: who is last counts.
        .onConflict((conflict) =>
          conflict
            .columns(['shop_id', 'format', 'account', 'bank_account_id'])
            .doUpdateSet((eb) => ({ code: eb.ref('excluded.code') })),
        )
        .execute();
    const after = await loadCodes(inner, format);
    const known_codes = new Set([...before.keys(), ...after.keys()]);
    const pick = (codes: Map<string, string>) =>
      Object.fromEntries([...known_codes].map((name) => [name, codes.get(name) ?? null]));
    await emit(inner, 'journal_accounts.updated', shop.id, differenceOf(pick(before), pick(after)));
    return listJournalCodes(inner, { format });
  });
}
