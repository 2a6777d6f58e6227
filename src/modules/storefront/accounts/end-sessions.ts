import { sql } from 'kysely';
import type { EventReader } from '../../../kernel/event-readers.ts';

/**
 * Removes the sessions of customers whose account was blocked or removed: they do nothing from that moment on (see
 * `find-buyer.ts`), also when the account is back before this runs. With the account goes its password.
 */
export const sessionsOfEndedAccounts: EventReader = {
  name: 'buyer-sessions',
  reads: [
    'customer.blocked',
    'customer.deleted',
    'customer.account_set',
    'customer.updated',
    'customer.rejected',
  ],
  async read(context, events) {
    for (const { shop_id, subject_id } of events) {
      const ended = sql`exists (select 1 from customers c where c.shop_id = ${shop_id} and c.id = ${subject_id}
        and c.account_ends <> buyer_sessions.account_ends)`;
      const removed = sql`exists (select 1 from customers c where c.shop_id = ${shop_id} and c.id = ${subject_id}
        and c.account_removals <> buyer_passwords.account_removals)`;
      await sql`delete from buyer_sessions where shop_id = ${shop_id} and customer_id = ${subject_id} and ${ended}`.execute(
        context.db,
      );
      await sql`delete from buyer_passwords where shop_id = ${shop_id} and customer_id = ${subject_id} and ${removed}`.execute(
        context.db,
      );
    }
  },
};
