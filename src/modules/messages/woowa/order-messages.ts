import type { z } from 'zod';
import type { Bilingual } from '../../../kernel/http/answer.ts';
import type { Context } from '../../../kernel/context.ts';
import { kernelErrors, Refusal } from '../../../kernel/errors.ts';
import { localPhone } from '../../../kernel/phone.ts';
import { approvedFor } from '../approved-for.ts';
import { messageErrors } from '../errors.ts';
import { LANES, ORDER_KINDS } from '../kinds.ts';
import { linkOf } from '../link-of.ts';
import { loadShopFacts, orderValues, type ShopFacts } from '../message-values.ts';
import { loadOrderFacts, type OrderFacts } from '../order-facts.ts';
import { fillPlaceholders, placeholderFaults, placeholdersIn } from '../placeholders.ts';
import { queueMessages, wakeMessages, type NewMessage } from '../queue-messages.ts';
import { isSendable } from '../receivers.ts';
import { findSettings } from '../settings-row.ts';
import { templatesByKind, type ShopTemplate } from '../templates-of-shop.ts';
import type {
  GetOrderMessageInput,
  GetOrderMessagesInput,
  OrderMessage,
  OrderMessageSent,
  SendOrderMessageInput,
} from './schemas.ts';

type Message = z.input<typeof OrderMessage>;

/** @throws Refusal 404 where the shop has no such order */
async function findOrder(context: Context, order_id: number): Promise<OrderFacts> {
  const order = (await loadOrderFacts(context, [order_id])).get(order_id);
  if (order === undefined) throw kernelErrors.refuse('not_found');
  return order;
}

/** What a template says of an order. @throws Refusal 404 where the shop has no such order */
export async function getOrderMessage(
  context: Context,
  { id, type }: z.output<typeof GetOrderMessageInput>,
): Promise<Message> {
  const order = await findOrder(context, id);
  const { language } = await findSettings(context);
  const templates = await templatesByKind(context, language, [type]);
  const shop = await loadShopFacts(context);
  const [template] = templates;
  if (template === undefined) throw new Error(`no template of ${type}`);
  return presentMessage(context, { order, shop, template });
}

/** What every template says of an order. A fixed number of statements for each. @throws Refusal 404 */
export async function getOrderMessages(
  context: Context,
  { order_id }: z.output<typeof GetOrderMessagesInput>,
): Promise<Message[]> {
  const order = await findOrder(context, order_id);
  const { language } = await findSettings(context);
  const shop = await loadShopFacts(context);
  const messages: Message[] = [];
  for (const template of await templatesByKind(context, language, ORDER_KINDS))
    messages.push(await presentMessage(context, { order, shop, template }));
  return messages;
}

async function presentMessage(
  context: Context,
  { order, shop, template }: { order: OrderFacts; shop: ShopFacts; template: ShopTemplate },
): Promise<Message> {
  const { id, kind, title, body, language } = template;
  const values = await orderValues(context, shop, order, { used: placeholdersIn(body), language });
  const message = fillPlaceholders(body, values);
  const phone = order.sender_phone;
  return {
    id,
    type: kind as Message['type'],
    title,
    customer_phone: phone === '' ? '' : localPhone(phone),
    message,
    link: isSendable(phone) ? await linkOf(context, phone, message) : null,
  };
}

const TOLD: Readonly<Record<'WAITING' | 'LINK', Bilingual>> = {
  WAITING: { id: 'Pesan sedang dikirim', en: 'Message is being sent' },
  LINK: { id: 'Buka link untuk mengirim pesan', en: 'Open the link to send the message' },
};

/**
 * Sends a message about an order to its customer, before all that waits and whatever the hour is: somebody wants it now. Without a
 * vendor it is a link for a person.
 * @throws Refusal 404 where the shop has no such order; 422 for unknown placeholders, or no usable phone number
 */
export async function sendOrderMessage(
  context: Context,
  { id, message, type: kind }: z.output<typeof SendOrderMessageInput>,
): Promise<{ data: z.input<typeof OrderMessageSent>; message: Bilingual }> {
  return context.transaction(async (inner) => {
    const order = await findOrder(inner, id);
    const faults = placeholderFaults(message, 'message');
    if (faults.length > 0) throw new Refusal(faults);
    const phone = order.sender_phone;
    if (!isSendable(phone)) throw messageErrors.refuse('message_no_phone');
    const { vendor, language } = await findSettings(inner);
    const shop = await loadShopFacts(inner);
    const values = await orderValues(inner, shop, order, { used: placeholdersIn(message), language });
    const text = fillPlaceholders(message, values);
    const state = vendor === 'link' ? 'LINK' : 'WAITING';
    const row: NewMessage = {
      key: `single-${inner.random.bytes(15).toString('base64url')}`,
      kind,
      lane: LANES.SINGLE,
      broadcast_id: null,
      order_id: order.id,
      customer_id: order.sender_id,
      phone,
      name: order.sender_name,
      template: message,
      approved: await approvedFor(inner, message),
      state,
      text: state === 'LINK' ? text : null,
      vendor: state === 'LINK' ? 'link' : null,
      next_try_at: inner.clock.now(),
    };
    const made = await queueMessages(inner, [row]);
    if (state === 'WAITING') await wakeMessages(inner);
    const link = state === 'LINK' ? await linkOf(inner, phone, text) : null;
    return {
      data: { text, msid: '', status: 1, message_id: made.get(row.key) ?? 0, state, link },
      message: TOLD[state],
    };
  });
}
