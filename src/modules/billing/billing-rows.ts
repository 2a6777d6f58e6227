import { sql } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import type { BillingLine } from './billing-order.ts';

/** The invoices of the shop with their lines. */
export function billingRows({ db, shop }: Context) {
  return db
    .selectFrom('billing_orders as b')
    .where('b.shop_id', '=', shop.id)
    .select(['b.id', 'b.number', 'b.user_id', 'b.state', 'b.amount_idr', 'b.received_idr', 'b.key'])
    .select(['b.charge_id', 'b.payment_url', 'b.created_at', 'b.expires_at', 'b.paid_at'])
    .select(
      sql<
        BillingLine[]
      >`(select json_agg(json_build_object('name', l.name, 'months', l.months, 'credit', l.credit,
          'amount_idr', l.amount_idr) order by l.position)
        from billing_order_lines l where l.shop_id = ${shop.id} and l.order_id = b.id)`.as('lines'),
    );
}
