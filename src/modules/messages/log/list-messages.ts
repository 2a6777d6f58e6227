import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { cutPage, pageOf } from '../../../kernel/paging.ts';
import { countRows } from '../../../kernel/database/count-rows.ts';
import { LANES } from '../kinds.ts';
import { afterQuiet } from '../quiet-hours.ts';
import { findSettings, type SettingsRow } from '../settings-row.ts';
import { linkOf } from '../link-of.ts';
import { REASONS } from './reasons.ts';
import type { ListMessagesInput, MessageRow } from './schemas.ts';

type Input = z.output<typeof ListMessagesInput>;

const COLUMNS = [
  'id',
  'kind',
  'state',
  'reason',
  'customer_id',
  'name',
  'phone',
  'order_id',
  'broadcast_id',
  'lane',
  'vendor',
  'text',
  'next_try_at',
  'created_at',
  'sent_at',
  'delivered_at',
  'read_at',
] as const;

type Row = Pick<Selectable<DB['messages']>, (typeof COLUMNS)[number]>;

/** Messages to customers, the newest first, in three statements. */
export async function listMessages(
  context: Context,
  input: Input,
): Promise<Page<z.input<typeof MessageRow>>> {
  const { db } = context;
  const { state, order_id, customer_id, broadcast_id } = input;
  const matching = (state === undefined ? messagesOf(context) : messagesInState(context, state))
    .$if(order_id !== undefined, (query) => query.where('order_id', '=', order_id ?? 0))
    .$if(customer_id !== undefined, (query) => query.where('customer_id', '=', customer_id ?? 0))
    .$if(broadcast_id !== undefined, (query) => query.where('broadcast_id', '=', broadcast_id ?? 0));
  const rows = await matching
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .$call(cutPage(input))
    .execute();
  const total = await countRows(db, matching);
  const settings = await findSettings(context);
  return pageOf(input, total, await Promise.all(rows.map((row) => present(context, settings, row))));
}

function messagesOf({ db, shop }: Context) {
  return db.selectFrom('messages').where('shop_id', '=', shop.id);
}

/** The messages that the list has by their state. */
export function messagesInState(context: Context, state: NonNullable<Input['state']>) {
  return messagesOf(context).where('state', '=', state);
}

/** Not before the vendor takes more, and of what somebody does not send for one order not in quiet hours. */
function leavesAt({ clock, shop }: Context, settings: SettingsRow, { lane, next_try_at }: Row): Date {
  const { vendor, next_send_at } = settings;
  const due = next_send_at !== null && next_send_at > next_try_at ? next_send_at : next_try_at;
  if (lane === LANES.SINGLE || vendor === 'link') return due;
  return afterQuiet(due, clock.now(), shop.time_zone, settings);
}

async function present(
  context: Context,
  settings: SettingsRow,
  row: Row,
): Promise<z.input<typeof MessageRow>> {
  const moment = (at: Date | null) => (at === null ? null : isoWithZone(at, context.shop.time_zone));
  const { state, reason, phone, text } = row;
  return {
    id: row.id,
    type: row.kind,
    state,
    reason,
    reason_text: reason === null ? null : (REASONS[reason]?.[context.language] ?? null),
    customer_id: row.customer_id,
    customer_name: row.name,
    phone,
    order_id: row.order_id,
    broadcast_id: row.broadcast_id,
    is_automatic: row.lane === LANES.FOLLOWUP,
    vendor: row.vendor,
    text,
    link: state === 'LINK' && text !== null ? await linkOf(context, phone, text) : null,
    created_at: isoWithZone(row.created_at, context.shop.time_zone),
    leaves_at: state === 'WAITING' ? moment(leavesAt(context, settings, row)) : null,
    sent_at: moment(row.sent_at),
    delivered_at: moment(row.delivered_at),
    read_at: moment(row.read_at),
  };
}
