import { sql, type Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import type { DB } from '../../../kernel/database/schema.generated.ts';
import { defineJob } from '../../../kernel/jobs/job.ts';
import { judgedSql, type Receivers } from '../broadcast-receivers.ts';
import { LANES } from '../kinds.ts';
import { messageLimits } from '../limits.ts';
import { haveWork, wakeMessages } from '../queue-messages.ts';
import { findSettings, type SettingsRow } from '../settings-row.ts';
import { BROADCAST_WORK } from '../start-broadcast.ts';

type Broadcast = Selectable<DB['message_broadcasts']>;

/**
 * Makes the messages of a broadcast, one for each receiver, also for those who are left out, with the reason. All at once: run
 * again, there is nothing to do. What is paused meanwhile begins paused, what is stopped has none.
 */
export const prepareBroadcastJob = defineJob({
  ...BROADCAST_WORK,
  async run(context, { broadcast_id }) {
    const messages = await context.transaction(async (inner) => {
      const broadcast = await lockBroadcast(inner, broadcast_id);
      if (broadcast === undefined || broadcast.prepared_at !== null || broadcast.ended_at !== null) return 0;
      const made = await makeMessages(inner, broadcast);
      await inner.db
        .updateTable('message_broadcasts')
        .set({
          prepared_at: inner.clock.now(),
          receiver_total: made,
          // The messages say it from now on.
          customer_ids: null,
          state: broadcast.state === 'PREPARING' ? 'RUNNING' : broadcast.state,
        })
        .where('shop_id', '=', inner.shop.id)
        .where('id', '=', broadcast_id)
        .execute();
      await haveWork(inner, inner.clock.now());
      return made;
    });
    if (messages > 0) await wakeMessages(context);
    return { messages };
  },
});

function lockBroadcast({ db, shop }: Context, id: number): Promise<Broadcast | undefined> {
  return db
    .selectFrom('message_broadcasts')
    .selectAll()
    .where('shop_id', '=', shop.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

function receiversOf({ source, customer_ids, category_code, days }: Broadcast): Receivers {
  if (source === 'CUSTOMERS') return { source, customer_ids: customer_ids ?? [] };
  if (source === 'CATEGORY') return { source, category_code: category_code ?? '' };
  return { source, days: days ?? 0 };
}

async function makeMessages(context: Context, broadcast: Broadcast): Promise<number> {
  const { db, shop, clock } = context;
  const now = clock.now();
  const { id, kind, body, approved, state, user_id } = broadcast;
  const waits = state === 'PAUSED' ? 'HELD' : 'WAITING';
  const expires_at = new Date(now.getTime() + waitHours(await findSettings(context)) * 3_600_000);
  const { rows } = await sql<{ made: number }>`
    with ${judgedSql(context, receiversOf(broadcast))},
    made as (insert into messages (shop_id, key, kind, lane, broadcast_id, order_id, customer_id, phone, name, template, approved, state,
        reason, next_try_at, expires_at, user_id, created_at, updated_at)
      select ${shop.id}, ${`broadcast-${id}-`} || coalesce(j.order_id, j.customer_id), ${kind}, ${sql.lit(LANES.BROADCAST)}, ${id}::bigint,
        j.order_id, j.customer_id, j.phone, j.name, ${body}, ${approved === null ? null : JSON.stringify(approved)}::jsonb,
        case when j.reason is null then ${waits} else 'SKIPPED' end, j.reason, ${now}, ${expires_at}, ${user_id}::bigint, ${now}, ${now}
      from (select * from judged limit ${sql.lit(messageLimits.message_receivers)}) as j
      returning 1)
    select count(*) as made from made`.execute(db);
  return rows[0]?.made ?? 0;
}

/** Long enough for all of them at the pace of the vendor, by day. */
function waitHours({ per_minute, quiet_from, quiet_until }: SettingsRow): number {
  const quiet_minutes = (quiet_until - quiet_from + 1_440) % 1_440;
  const open_share = Math.max(0.05, 1 - quiet_minutes / 1_440);
  const sending_hours = messageLimits.message_receivers / per_minute / 60 / open_share;
  return messageLimits.message_wait_hours + Math.ceil(sending_hours);
}
