import { sql } from 'kysely';
import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { foundBy } from '../../../kernel/not-found.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { readPage } from '../../../kernel/paging.ts';
import { dropPromos, noteCustomers, notePhone } from '../opt-out.ts';
import { isSendable, optedOutSql } from '../receivers.ts';
import type { ListOptOutsInput, OptOut, OptOutSet, SetOptOutInput } from './schemas.ts';

/** Customers who want no promos, the newest first. */
export function listOptOuts(
  { db, shop }: Context,
  input: z.output<typeof ListOptOutsInput>,
): Promise<Page<z.input<typeof OptOut>>> {
  const matching = db.selectFrom('message_opt_outs as o').where('o.shop_id', '=', shop.id);
  const rows = matching
    .innerJoin('customers as c', (join) =>
      join.on('c.shop_id', '=', shop.id).onRef('c.id', '=', 'o.customer_id'),
    )
    .select(['o.customer_id', 'c.name', 'c.phone', 'o.source', 'o.created_at'])
    .orderBy('o.created_at', 'desc')
    .orderBy('o.customer_id', 'desc');
  return readPage(db, input, { matching, rows }, ({ created_at, ...row }) => ({
    ...row,
    created_at: isoWithZone(created_at, shop.time_zone),
  }));
}

/**
 * Records whether a customer wants promos, and for the number, whoever else has it. Who opts in frees the number only where nobody
 * else who has it is opted out.
 * @returns whether promos reach the customer from now on
 * @throws Refusal 422 on `customer_id` where the shop has no such customer
 */
export async function setOptOut(
  context: Context,
  { customer_id, opted_out }: z.output<typeof SetOptOutInput>,
): Promise<z.input<typeof OptOutSet>> {
  return context.transaction(async (inner) => {
    const found = await inner.db
      .selectFrom('customers')
      .select('phone')
      .where('shop_id', '=', inner.shop.id)
      .where('id', '=', customer_id)
      .where('archived_at', 'is', null)
      .executeTakeFirst();
    const { phone } = foundBy('customer_id', found);
    await noteCustomers(inner, [customer_id], { is_opted_out: opted_out, source: 'STAFF' });
    if (isSendable(phone)) await notePhone(inner, { phone, is_opted_out: opted_out, at: inner.clock.now() });
    if (opted_out) await dropPromos(inner, { customer_ids: [customer_id], phone });
    return { customer_id, opted_out: opted_out || (await isOptedOut(inner, customer_id)) };
  });
}

async function isOptedOut({ db, shop }: Context, customer_id: number): Promise<boolean> {
  const { rows } = await sql<{ is_opted_out: boolean }>`
    select ${optedOutSql(shop.id, sql`c.id`, sql`c.phone`)} as is_opted_out
    from customers c where c.shop_id = ${shop.id} and c.id = ${customer_id}`.execute(db);
  return rows[0]?.is_opted_out === true;
}
