import type { Context } from '../../../kernel/context.ts';
import type { LockedOrder } from '../lock-order.ts';
import type { CustomerFacts, OrderFacts } from '../place/load-order-facts.ts';

/**
 * A buyer of the store writes name and address for each order, whatever the shop has stored of the customer with this
 * phone number. Those stay with the order, unless the customer was changed since: then that is the correction.
 */
export async function withContactsOfBuyer(
  context: Context,
  facts: OrderFacts,
  order: LockedOrder,
): Promise<OrderFacts> {
  const changed = await context.db
    .selectFrom('customers')
    .select('id')
    .where('shop_id', '=', context.shop.id)
    .where('id', 'in', [order.sender_id, order.receiver_id])
    .where('updated_at', '>', order.created_at)
    .execute();
  const is_changed = new Set(changed.map(({ id }) => id));
  const withContact = (customer: CustomerFacts | null, end: 'sender' | 'receiver'): CustomerFacts | null =>
    customer === null || customer.id !== order[`${end}_id`] || is_changed.has(customer.id)
      ? customer
      : {
          ...customer,
          name: order[`${end}_name`],
          phone: order[`${end}_phone`],
          address: order[`${end}_address`],
          postal_code: order[`${end}_postal_code`],
          district_code: order[`${end}_district_code`],
        };
  return {
    ...facts,
    sender: withContact(facts.sender, 'sender'),
    receiver: withContact(facts.receiver, 'receiver'),
  };
}
