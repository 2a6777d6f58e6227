import type { OutgoingMessage } from '../../../integrations/message/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { Language } from '../../../kernel/language.ts';
import { today } from '../../../kernel/calendar.ts';
import { FOLLOWUP_KINDS, LANES, type FollowupKind } from '../kinds.ts';
import { customerValues, loadShopFacts, orderValues } from '../message-values.ts';
import { loadOrderFacts, type OrderFacts } from '../order-facts.ts';
import { isAtStage } from '../order-stage.ts';
import { preorderMoment } from '../preorder-moment.ts';
import { fillPlaceholders, placeholdersIn, type PlaceholderName } from '../placeholders.ts';
import type { Approved } from '../queue-messages.ts';
import { isSendable, optedOutSql } from '../receivers.ts';
import { templatesByKind } from '../templates-of-shop.ts';
import type { ClaimedMessage } from './claim-message.ts';
import { sql } from 'kysely';

/** What becomes of a message before the vendor is asked. */
export type Made =
  | {
      is: 'READY';
      outgoing: OutgoingMessage;
      receiver: Pick<Receiver, 'customer_id' | 'name'>;
      heard_at: Date | null;
      approved: OutgoingMessage['approved'];
    }
  | { is: 'SKIPPED'; reason: SkipReason }
  /** Not yet: the day has been moved. */
  | { is: 'LATER'; at: Date };

export type SkipReason = 'ORDER_CHANGED' | 'OPTED_OUT' | 'NO_PHONE' | 'CUSTOMER_DELETED';

interface Receiver {
  customer_id: number;
  name: string;
  phone: string;
  email: string | null;
  is_archived: boolean;
  is_opted_out: boolean;
  heard_at: Date | null;
}

/**
 * Writes a message as it is to leave, by what is true now: the order may have been paid or cancelled since, the customer may want no
 * promos any more, or have another number.
 */
export async function makeText(context: Context, message: ClaimedMessage, language: Language): Promise<Made> {
  const order = await findOrder(context, message);
  if (order === null) return { is: 'SKIPPED', reason: 'ORDER_CHANGED' };
  // The order may be of another customer by now.
  const receiver = await findReceiver(context, order?.sender_id ?? message.customer_id);
  const skipped = skipOf(message, receiver);
  if (skipped !== undefined || receiver === undefined)
    return { is: 'SKIPPED', reason: skipped ?? 'CUSTOMER_DELETED' };
  const late = order && notNow(context, message, order);
  if (late !== undefined) return late;
  const { body, approved, title } = await templateFor(context, message, language);
  const shop = await loadShopFacts(context);
  const used = new Set<PlaceholderName>([
    ...placeholdersIn(body),
    ...((approved?.placeholders ?? []) as PlaceholderName[]),
  ]);
  const values =
    order === undefined
      ? customerValues(shop, receiver.name)
      : await orderValues(context, shop, order, { used, language });
  const outgoing = {
    key: `${context.shop.id}-${message.key}`,
    phone: receiver.phone,
    email: receiver.email,
    subject: title,
    text: fillPlaceholders(body, values),
  };
  const filled = approved && {
    name: approved.name,
    language: approved.language,
    // An approved template takes no line breaks in its values, and no empty ones.
    values: approved.placeholders.map((name) => oneLine(values[name as PlaceholderName] ?? '')),
  };
  const { customer_id, name, heard_at } = receiver;
  return { is: 'READY', outgoing, receiver: { customer_id, name }, heard_at, approved: filled ?? undefined };
}

/** The order that a message is about; undefined: none, null: it is gone. */
async function findOrder(
  context: Context,
  { order_id }: ClaimedMessage,
): Promise<OrderFacts | undefined | null> {
  if (order_id === null) return undefined;
  return (await loadOrderFacts(context, [order_id])).get(order_id) ?? null;
}

const oneLine = (value: string) => value.replaceAll(/\s*\n\s*/g, ', ').trim() || '-';

function skipOf(message: ClaimedMessage, receiver: Receiver | undefined): SkipReason | undefined {
  if (receiver === undefined || receiver.is_archived) return 'CUSTOMER_DELETED';
  if (!isSendable(receiver.phone)) return 'NO_PHONE';
  // What is said of an order of theirs is no advertising; what goes to many is, and any promo that nobody sends by hand.
  const is_for_many =
    message.lane === LANES.BROADCAST || (message.kind === 'PROMO' && message.lane !== LANES.SINGLE);
  return is_for_many && receiver.is_opted_out ? 'OPTED_OUT' : undefined;
}

/** Of what is told by itself, or to many, of an order: whether it is true. */
function notNow(context: Context, message: ClaimedMessage, order: OrderFacts): Made | undefined {
  const { kind, lane } = message;
  if (lane === LANES.SINGLE || !isFollowup(kind)) return undefined;
  if (!isAtStage(kind, order)) return { is: 'SKIPPED', reason: 'ORDER_CHANGED' };
  const day = order.estimated_ship_on;
  if (kind !== 'PREORDER_DUE' || day === null || day <= today(context.clock, context.shop.time_zone))
    return undefined;
  return { is: 'LATER', at: preorderMoment(day, context.shop.time_zone) };
}

const isFollowup = (kind: string): kind is FollowupKind =>
  (FOLLOWUP_KINDS as readonly string[]).includes(kind);

async function templateFor(
  context: Context,
  { template, approved, kind }: ClaimedMessage,
  language: Language,
): Promise<{ body: string; approved: Approved | null; title: string }> {
  const [of_kind] = await templatesByKind(context, language, [kind]);
  if (of_kind === undefined) throw new Error(`no template of ${kind}`);
  if (template === null) return of_kind;
  return { body: template, approved: approved as Approved | null, title: of_kind.title };
}

async function findReceiver({ db, shop }: Context, customer_id: number): Promise<Receiver | undefined> {
  const { rows } = await sql<Receiver>`
    select c.id as customer_id, c.name, c.phone, c.email, c.archived_at is not null as is_archived,
      ${optedOutSql(shop.id, sql`c.id`, sql`c.phone`)} as is_opted_out,
      (select said.heard_at from message_phones said where said.shop_id = ${shop.id} and said.phone = c.phone) as heard_at
    from customers c where c.shop_id = ${shop.id} and c.id = ${customer_id}`.execute(db);
  return rows[0];
}
