import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { ColumnChoice } from '../../../kernel/sheets/column-choice.ts';
import { mutationLimits } from '../limits.ts';
import type { StatementColumn } from '../statements/columns.ts';

type Choice = ColumnChoice<StatementColumn>;

/** What columns of statements of an account were named as, the last ones first. */
export async function keptLayouts({ db, shop }: Context, bank_account_id: number): Promise<Choice[]> {
  const rows = await db
    .selectFrom('mutation_layouts')
    .select(sql<Choice>`columns`.as('columns'))
    .where('shop_id', '=', shop.id)
    .where('bank_account_id', '=', bank_account_id)
    .orderBy('kept_at', 'desc')
    .orderBy('layout')
    .execute();
  return rows.map(({ columns }) => columns);
}

/** Keeps what columns are named as, for the next statement of the account; the oldest beyond the limit go. */
export async function keepLayout(context: Context, bank_account_id: number, columns: Choice): Promise<void> {
  const { db, shop, clock } = context;
  const named = JSON.stringify(
    Object.fromEntries(Object.entries(columns).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
  const layout = createHash('sha256').update(named.toLowerCase()).digest('hex');
  const written = { columns: named, kept_at: clock.now() };
  await db
    .insertInto('mutation_layouts')
    .values({ shop_id: shop.id, bank_account_id, layout, ...written })
    .onConflict((conflict) => conflict.columns(['shop_id', 'bank_account_id', 'layout']).doUpdateSet(written))
    .execute();
  await sql`
    delete from mutation_layouts as old
    where old.shop_id = ${shop.id} and old.bank_account_id = ${bank_account_id} and old.layout in (
      select l.layout from mutation_layouts l where l.shop_id = ${shop.id} and l.bank_account_id = ${bank_account_id}
      order by l.kept_at desc, l.layout offset ${mutationLimits.mutation_layouts})`.execute(db);
}

export async function forgetLayouts({ db, shop }: Context, bank_account_id: number): Promise<void> {
  await db
    .deleteFrom('mutation_layouts')
    .where('shop_id', '=', shop.id)
    .where('bank_account_id', '=', bank_account_id)
    .execute();
}
