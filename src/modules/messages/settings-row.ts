import type { Selectable, Updateable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';

export type SettingsRow = Omit<Selectable<DB['message_settings']>, 'shop_id'>;

/** Of a shop that has changed nothing and has nothing waiting. */
const DEFAULTS: SettingsRow = {
  vendor: 'link',
  language: 'id',
  quiet_from: 21 * 60,
  quiet_until: 7 * 60,
  per_minute: 20,
  cost_idr: 0,
  next_send_at: null,
  problem: null,
  failures: 0,
  work_due_at: null,
};

/** How messages of the shop leave. */
export async function findSettings({ db, shop }: Context): Promise<SettingsRow> {
  const row = await db
    .selectFrom('message_settings')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .executeTakeFirst();
  return row ?? DEFAULTS;
}

/** The same, locked in the open transaction: whoever makes or takes messages of the shop meanwhile waits. */
export async function lockSettings(context: Context): Promise<SettingsRow> {
  const { db, shop } = context;
  const find = () =>
    db
      .selectFrom('message_settings')
      .selectAll()
      .where('shop_id', '=', shop.id)
      .forUpdate()
      .executeTakeFirst();
  const row = await find();
  if (row !== undefined) return row;
  await db
    .insertInto('message_settings')
    .values({ shop_id: shop.id })
    .onConflict((conflict) => conflict.column('shop_id').doNothing())
    .execute();
  return (await find()) ?? DEFAULTS;
}

/** Changes the settings of a shop, which has a row then. */
export async function writeSettings(
  { db, shop }: Context,
  changed: Updateable<DB['message_settings']>,
): Promise<void> {
  await db
    .insertInto('message_settings')
    .values({ ...changed, shop_id: shop.id })
    .onConflict((conflict) => conflict.column('shop_id').doUpdateSet(changed))
    .execute();
}
