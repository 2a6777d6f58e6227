import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { emit } from '../../kernel/outbox.ts';
import { LANES } from './kinds.ts';

/** Who says that a customer wants no promos: the customer, by a message, or staff. */
export type OptOutSource = 'CUSTOMER' | 'STAFF';

/**
 * Notes for a number whether its owner wants promos. What was said later is not undone by what was said before, however late that
 * comes.
 * @returns whether it was noted
 */
export async function notePhone(
  { db, shop }: Context,
  { phone, is_opted_out, at }: { phone: string; is_opted_out: boolean; at: Date },
): Promise<boolean> {
  const noted = await sql`insert into message_phones as p (shop_id, phone, is_opted_out, decided_at)
    values (${shop.id}, ${phone}, ${is_opted_out}, ${at})
    on conflict (shop_id, phone) do update set is_opted_out = excluded.is_opted_out, decided_at = excluded.decided_at
      where p.shop_id = ${shop.id} and (p.decided_at is null or p.decided_at < excluded.decided_at)
    returning 1`.execute(db);
  return noted.rows.length > 0;
}

/** Notes for customers that they want no promos, or do again. Each for whom that is new has an event. */
export async function noteCustomers(
  context: Context,
  customer_ids: readonly number[],
  { is_opted_out, source }: { is_opted_out: boolean; source: OptOutSource },
): Promise<void> {
  const { db, shop, clock, actor } = context;
  const user_id = source === 'STAFF' && actor.user_id !== 0 ? actor.user_id : null;
  const { rows } = is_opted_out
    ? await sql<{
        customer_id: number;
      }>`insert into message_opt_outs (shop_id, customer_id, source, user_id, created_at)
        select ${shop.id}, id, ${source}, ${user_id}::bigint, ${clock.now()} from unnest(${customer_ids}::bigint[]) as id
        on conflict (shop_id, customer_id) do nothing returning customer_id`.execute(db)
    : await sql<{ customer_id: number }>`delete from message_opt_outs where shop_id = ${shop.id}
        and customer_id = any(${customer_ids}::bigint[]) returning customer_id`.execute(db);
  const name = is_opted_out ? 'customer.opted_out' : 'customer.opted_in';
  for (const { customer_id } of rows) await emit(context, name, customer_id, { source });
}

/**
 * Of what goes to many, nothing more leaves to customers who want none, nor to whoever has the number, and no link of it can be
 * opened or marked as sent. What the vendor was asked to send stays as it is. To be called last in the transaction that notes it: a
 * process that has one of them finds that it is not its own any more.
 */
export async function dropPromos(
  { db, shop, clock }: Context,
  { customer_ids, phone }: { customer_ids: readonly number[]; phone: string },
): Promise<void> {
  const open = sql`m.lane = ${sql.lit(LANES.BROADCAST)} and (m.state in ('WAITING', 'HELD', 'LINK')
    or m.state = 'SENDING' and (m.asked_at is null or m.vendor = 'link'))`;
  await sql`with theirs as (
      select m.id from messages m where m.shop_id = ${shop.id} and ${open} and m.customer_id = any(array(
        select unnest(${customer_ids}::bigint[])
        union select c.id from customers c where c.shop_id = ${shop.id} and c.phone = ${phone} and c.phone <> ''))
      union
      select m.id from messages m where m.shop_id = ${shop.id} and m.state = 'LINK' and m.phone = ${phone} and ${open})
    update messages m set state = 'SKIPPED', reason = 'OPTED_OUT', claimed_at = null, updated_at = ${clock.now()}
    where m.shop_id = ${shop.id} and m.id = any(array(select id from theirs)) and ${open}`.execute(db);
}
