import { sql, type RawBuilder } from 'kysely';

/** Numbers of people, and of what people answer: with the country code, without a name of a service. */
const SENDABLE = /^[1-9]\d{7,14}$/;

/** Whether a message can be sent to a stored number. */
export function isSendable(phone: string): boolean {
  return SENDABLE.test(phone);
}

/** The same in SQL. @param phone SQL of the number */
export const sendableSql = (phone: RawBuilder<unknown>) => sql<boolean>`(${phone} ~ '^[1-9][0-9]{7,14}$')`;

/**
 * Whether promos may not reach a customer: that is recorded for this one or for another who has the number, or the number has said
 * so, whoever it is of by now.
 */
export function optedOutSql(
  shop_id: number,
  customer_id: RawBuilder<unknown>,
  phone: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`(exists (select 1 from message_opt_outs opted where opted.shop_id = ${shop_id} and opted.customer_id = ${customer_id})
    or exists (select 1 from message_phones said where said.shop_id = ${shop_id} and said.phone = ${phone} and said.is_opted_out)
    or ${sendableSql(phone)} and exists (select 1 from customers twin
      join message_opt_outs of_twin on of_twin.shop_id = ${shop_id} and of_twin.customer_id = twin.id
      where twin.shop_id = ${shop_id} and twin.phone = ${phone} and twin.archived_at is null))`;
}
