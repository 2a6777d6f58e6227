import type { Context } from '../../../kernel/context.ts';
import { namedStatement } from '../../../kernel/database/named-statement.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import { paymentOfOrder } from '../../checkout/index.ts';
import { postalCodeSql, regionJoins } from '../../reference/index.ts';
import { letterheadSql, payAccountsSql } from '../letterhead-sql.ts';
import { invoiceLimits } from '../limits.ts';
import type { Invoice } from './invoice.ts';

const contactSql = (role: 'sender' | 'receiver') => `(
  select json_build_object('name', o.${role}_name, 'phone', o.${role}_phone, 'address', o.${role}_address,
    'district', district.name, 'city', city.name, 'province', province.name,
    'postal_code', ${postalCodeSql(`o.${role}_postal_code`)})
  from (select 1) as one ${regionJoins(`o.${role}_district_code`)})`;

const invoiceOfOrder = namedStatement<Invoice, { shop_id: number; order_id: number; most_accounts: number }>(
  'invoice_of_order',
  (at) => `select o.id as order_id, o.po_number, o.order_date, o.order_status, o.is_cod, o.note,
    o.logistic_name as courier, o.rate_name as service, o.awb_number, o.goods_idr, o.shipping_idr,
    o.shipping_discount_idr, o.total_idr, o.paid_idr, o.sender_id <> o.receiver_id as is_dropship,
    ${contactSql('sender')} as sender, ${contactSql('receiver')} as receiver,
    (select json_agg(json_build_object('name', l.name, 'color', l.color, 'size', l.size, 'sku', l.sku,
        'quantity', l.quantity, 'price_idr', l.price_idr, 'discount_idr', l.discount_idr) order by l.position)
      from order_lines l where l.shop_id = ${at.shop_id} and l.order_id = o.id) as lines,
    coalesce((select json_agg(json_build_object('name', c.name, 'category', c.category,
        'amount_idr', c.amount_idr) order by c.position)
      from order_charges c where c.shop_id = ${at.shop_id} and c.order_id = o.id), '[]') as charges,
    coalesce((select json_agg(json_build_object('bank_type', b.bank_type, 'amount_idr', p.amount_idr,
        'paid_on', p.paid_on, 'is_cod_payout', p.is_cod_payout) order by p.paid_on, p.id)
      from order_payments p join bank_accounts b on b.shop_id = ${at.shop_id} and b.id = p.bank_account_id
      where p.shop_id = ${at.shop_id} and p.order_id = o.id), '[]') as payments,
    ${letterheadSql(at.shop_id)} as shop, ${payAccountsSql(at.shop_id, at.most_accounts)} as accounts
  from orders o where o.shop_id = ${at.shop_id} and o.id = ${at.order_id}`,
);

/**
 * An order with all that its invoice says. One statement, and those of the payment of a buyer that is not decided.
 * @throws Refusal 404 where the shop has no such order
 */
export async function loadInvoice(context: Context, order_id: number): Promise<Invoice> {
  const [invoice] = await invoiceOfOrder.run(context.db, {
    shop_id: context.shop.id,
    order_id,
    most_accounts: invoiceLimits.invoice_bank_accounts,
  });
  if (invoice === undefined) throw kernelErrors.refuse('not_found');
  if (invoice.order_status !== 'UNCONFIRMED') return invoice;
  return { ...invoice, payment: await paymentOfOrder(context, order_id) };
}
