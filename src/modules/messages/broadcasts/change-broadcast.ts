import { sql, type Selectable } from 'kysely';
import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { kernelErrors } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/http/answer.ts';
import { emit } from '../../../kernel/outbox.ts';
import { readPage } from '../../../kernel/paging.ts';
import { messageErrors } from '../errors.ts';
import { messageLimits } from '../limits.ts';
import { haveWork, wakeMessages } from '../queue-messages.ts';
import type { Broadcast, BroadcastIdInput, BroadcastRow, ListBroadcastsInput } from './schemas.ts';

const COLUMNS = [
  'id',
  'source',
  'category_code',
  'days',
  'kind',
  'body',
  'vendor',
  'cost_idr',
  'state',
  'receiver_total',
  'user_id',
  'created_at',
  'ended_at',
] as const;

type Row = Pick<Selectable<DB['message_broadcasts']>, (typeof COLUMNS)[number]>;
type Counts = z.input<typeof Broadcast>['counts'];

/** Broadcasts, the newest first. */
export function listBroadcasts(
  { db, shop }: Context,
  input: z.output<typeof ListBroadcastsInput>,
): Promise<Page<z.input<typeof BroadcastRow>>> {
  const matching = db.selectFrom('message_broadcasts').where('shop_id', '=', shop.id);
  const rows = matching.select(COLUMNS).orderBy('created_at', 'desc').orderBy('id', 'desc');
  return readPage(db, input, { matching, rows }, (row) => present(shop, row));
}

/** A broadcast with how far it is. @throws Refusal 404 */
export async function getBroadcast(
  context: Context,
  { id }: z.output<typeof BroadcastIdInput>,
): Promise<z.input<typeof Broadcast>> {
  const { db, shop } = context;
  const row = await db
    .selectFrom('message_broadcasts')
    .select(COLUMNS)
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw kernelErrors.refuse('not_found');
  return { ...present(shop, row), counts: await countStates(context, id) };
}

async function countStates({ db, shop }: Context, broadcast_id: number): Promise<Counts> {
  const rows = await db
    .selectFrom('messages')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('shop_id', '=', shop.id)
    .where('broadcast_id', '=', broadcast_id)
    .groupBy('state')
    .execute();
  const of = (...states: string[]) =>
    rows.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0);
  return {
    waiting: of('WAITING', 'SENDING'),
    held: of('HELD'),
    link: of('LINK'),
    sent: of('SENT', 'DELIVERED', 'READ'),
    delivered: of('DELIVERED', 'READ'),
    read: of('READ'),
    failed: of('FAILED'),
    unknown: of('UNKNOWN'),
    skipped: of('SKIPPED'),
    stopped: of('STOPPED'),
  };
}

function present(shop: Context['shop'], row: Row): z.input<typeof BroadcastRow> {
  return {
    id: row.id,
    source: row.source,
    category: row.category_code,
    days: row.days,
    type: row.kind,
    template: row.body,
    vendor: row.vendor,
    cost_each: row.cost_idr,
    state: row.state,
    total: row.receiver_total,
    created_by: row.user_id,
    created_at: isoWithZone(row.created_at, shop.time_zone),
    ended_at: row.ended_at === null ? null : isoWithZone(row.ended_at, shop.time_zone),
  };
}

type Change = (
  context: Context,
  input: z.output<typeof BroadcastIdInput>,
) => Promise<z.input<typeof Broadcast>>;

/**
 * Changes an unfinished broadcast. What a process is sending at the moment is sent.
 * @param apply writes the new state; called with the broadcast locked
 */
function change(
  apply: (context: Context, broadcast: { id: number; is_prepared: boolean }) => Promise<void>,
): Change {
  return (context, { id }) =>
    context.transaction(async (inner) => {
      const row = await inner.db
        .selectFrom('message_broadcasts')
        .select(['state', 'ended_at', 'prepared_at'])
        .where('shop_id', '=', inner.shop.id)
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) throw kernelErrors.refuse('not_found');
      if (row.ended_at !== null) throw messageErrors.refuse('message_broadcast_state', { state: row.state });
      await apply(inner, { id, is_prepared: row.prepared_at !== null });
      return getBroadcast(inner, { id });
    });
}

/** Nothing more of it leaves until it is resumed. Paused again, it stays so. */
export const pauseBroadcast = change(async (context, { id }) => {
  await setState(context, id, 'PAUSED');
  await moveMessages(context, id, ['WAITING'], 'HELD');
  await emit(context, 'message_broadcast.paused', id);
});

/** It goes on where it stood. */
export const resumeBroadcast = change(async (context, { id, is_prepared }) => {
  const now = context.clock.now();
  await setState(context, id, is_prepared ? 'RUNNING' : 'PREPARING');
  await moveMessages(context, id, ['HELD'], 'WAITING');
  await haveWork(context, now);
  await wakeMessages(context);
  await emit(context, 'message_broadcast.resumed', id);
});

/** What has not left does not any more. Links that nobody has opened are dropped too. */
export const stopBroadcast = change(async (context, { id }) => {
  await setState(context, id, 'STOPPED');
  await moveMessages(context, id, ['WAITING', 'HELD', 'LINK'], 'STOPPED');
  await emit(context, 'message_broadcast.stopped', id);
});

async function setState(
  { db, shop, clock }: Context,
  id: number,
  state: 'PREPARING' | 'RUNNING' | 'PAUSED' | 'STOPPED',
): Promise<void> {
  await db
    .updateTable('message_broadcasts')
    .set({ state, ended_at: state === 'STOPPED' ? clock.now() : null })
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .execute();
}

async function moveMessages(
  { db, shop, clock }: Context,
  broadcast_id: number,
  from: ('WAITING' | 'HELD' | 'LINK')[],
  to: 'WAITING' | 'HELD' | 'STOPPED',
): Promise<void> {
  const now = clock.now();
  const wait = sql`${messageLimits.message_wait_hours}::int * interval '1 hour'`;
  await db
    .updateTable('messages')
    .set({
      state: to,
      updated_at: now,
      // It has waited for a person.
      ...(to === 'WAITING' && {
        next_try_at: now,
        expires_at: sql<Date>`${now}::timestamptz + greatest(${wait}, expires_at - created_at)`,
      }),
    })
    .where('shop_id', '=', shop.id)
    .where('broadcast_id', '=', broadcast_id)
    .where('state', 'in', from)
    .execute();
}
