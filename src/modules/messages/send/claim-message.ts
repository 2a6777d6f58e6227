import { sql, type Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { LANES } from '../kinds.ts';
import { endOfQuiet } from '../quiet-hours.ts';
import { lockSettings, type SettingsRow } from '../settings-row.ts';
import { lockBroadcasts, waitingSql } from './waiting-again.ts';

export type ClaimedMessage = Selectable<DB['messages']>;

/** What there is to do for a worker. */
export type Claim =
  | { is: 'MESSAGE'; message: ClaimedMessage; settings: SettingsRow }
  /** The next one leaves then. */
  | { is: 'LATER'; at: Date }
  | { is: 'NOTHING' };

/**
 * How long a message is left to the process that has it: longer than it may take with all that is waited for. What a process that
 * ended has left is worked again then, or was perhaps sent.
 */
export const LEASE_MS = 120_000;

/**
 * Takes the next message that may leave, and its place in the pace of the vendor: one every so often, whatever process sends
 * it. During quiet hours only what somebody sends now leaves.
 */
export function claimMessage(context: Context): Promise<Claim> {
  return context.transaction(async (inner) => {
    const settings = await lockSettings(inner);
    const now = inner.clock.now();
    const { next_send_at, vendor, per_minute } = settings;
    if (next_send_at !== null && next_send_at > now) return { is: 'LATER', at: next_send_at };
    // A link wakes nobody: a person sends it at a time of the person's choice.
    const quiet_until = vendor === 'link' ? undefined : endOfQuiet(now, inner.shop.time_zone, settings);
    const most_lane = quiet_until === undefined ? LANES.BROADCAST : LANES.SINGLE;
    const message = await takeNext(inner, now, most_lane);
    if (message === undefined) return leaveWork(inner, settings, quiet_until);
    // A link costs no vendor anything.
    if (vendor !== 'link')
      await inner.db
        .updateTable('message_settings')
        .set({ next_send_at: new Date(now.getTime() + Math.ceil(60_000 / per_minute)) })
        .where('shop_id', '=', inner.shop.id)
        .execute();
    return { is: 'MESSAGE', message, settings };
  });
}

function takeNext({ db, shop }: Context, now: Date, most_lane: number): Promise<ClaimedMessage | undefined> {
  // Lane by lane: each is read from the index in the order in which it leaves.
  const due = (lane: number) =>
    sql`(select m.id from messages m where m.shop_id = ${shop.id} and m.state = 'WAITING' and m.lane = ${sql.lit(lane)}
      and m.next_try_at <= ${now} order by m.next_try_at, m.id limit 1 for update skip locked)`;
  const lanes = Object.values(LANES).filter((lane) => lane <= most_lane);
  return db
    .updateTable('messages')
    .set((eb) => ({
      state: 'SENDING',
      attempts: eb('attempts', '+', 1),
      claimed_at: now,
      asked_at: null,
      reason: null,
      updated_at: now,
    }))
    .where('shop_id', '=', shop.id)
    .where('id', '=', sql<number>`coalesce(${sql.join(lanes.map(due))})`)
    .returningAll()
    .executeTakeFirst();
}

/** Notes when there is something to do next. */
async function leaveWork(
  { db, shop }: Context,
  settings: SettingsRow,
  quiet_until: Date | undefined,
): Promise<Claim> {
  const first = (lane: number) =>
    sql`(select m.next_try_at from messages m where m.shop_id = ${shop.id} and m.state = 'WAITING' and m.lane = ${sql.lit(lane)}
      order by m.next_try_at limit 1)`;
  const { rows } = await sql<{ single: Date | null; others: Date | null; sending: Date | null }>`
    select ${first(LANES.SINGLE)} as single, least(${first(LANES.FOLLOWUP)}, ${first(LANES.BROADCAST)}) as others,
      (select m.claimed_at from messages m where m.shop_id = ${shop.id} and m.state = 'SENDING'
        order by m.claimed_at limit 1) as sending`.execute(db);
  const { single = null, others = null, sending = null } = rows[0] ?? {};
  const after_quiet =
    others !== null && quiet_until !== undefined && quiet_until > others ? quiet_until : others;
  const ends = sending === null ? null : new Date(sending.getTime() + LEASE_MS);
  const times = [single, after_quiet, ends].flatMap((time) => (time === null ? [] : [time.getTime()]));
  const work_due_at = times.length === 0 ? null : new Date(Math.min(...times));
  if (work_due_at?.getTime() !== settings.work_due_at?.getTime())
    await db.updateTable('message_settings').set({ work_due_at }).where('shop_id', '=', shop.id).execute();
  return work_due_at === null ? { is: 'NOTHING' } : { is: 'LATER', at: work_due_at };
}

/**
 * Takes back what a process had that ended: what the vendor was not asked for yet waits again; what it was asked for may have been
 * sent, and is never sent again by itself.
 */
export async function takeBackLeft(context: Context): Promise<void> {
  const left_before = new Date(context.clock.now().getTime() - LEASE_MS);
  const left = await context.db
    .selectFrom('messages')
    .select('broadcast_id')
    .distinct()
    .where('shop_id', '=', context.shop.id)
    .where('state', '=', 'SENDING')
    .where('claimed_at', '<=', left_before)
    .execute();
  if (left.length === 0) return;
  await context.transaction(async (inner) => {
    const { db, shop, clock } = inner;
    await lockBroadcasts(
      inner,
      left.flatMap(({ broadcast_id }) => broadcast_id ?? []),
    );
    await sql`update messages as m set claimed_at = null, updated_at = ${clock.now()},
        state = case when asked_at is null then ${waitingSql(inner, sql`m.broadcast_id`)} else 'UNKNOWN' end,
        reason = case when asked_at is null then reason else 'ANSWER_LOST' end
      where shop_id = ${shop.id} and id in (select l.id from messages l where l.shop_id = ${shop.id} and l.state = 'SENDING'
        and l.claimed_at <= ${left_before} order by l.id for update skip locked)`.execute(db);
  });
}
