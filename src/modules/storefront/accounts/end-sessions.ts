import { sql } from 'kysely';
import type { EventReader } from '../../../kernel/event-readers.ts';

/**
 * Ends the sessions of customers whose account was blocked or removed: they do nothing from that moment on (see
 * `find-buyer.ts`), and are gone when the account is back. With the account goes its password.
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
        and (c.registration_status <> '1' or c.archived_at is not null))`;
      const removed = sql`exists (select 1 from customers c where c.shop_id = ${shop_id} and c.id = ${subject_id}
        and (coalesce(c.status_before_block, c.registration_status) <> '1' or c.archived_at is not null))`;
      await sql`delete from buyer_sessions where shop_id = ${shop_id} and customer_id = ${subject_id} and ${ended}`.execute(
        context.db,
      );
      await sql`delete from buyer_passwords where shop_id = ${shop_id} and customer_id = ${subject_id} and ${removed}`.execute(
        context.db,
      );
    }
  },
};
