import { sql } from 'kysely';
import type { z } from 'zod';
import { isoWithZone } from '../../../kernel/calendar.ts';
import type { Context } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/outbox.ts';
import { messageErrors } from '../errors.ts';
import { FOLLOWUP_KINDS, KIND_TITLES, LANES, type FollowupKind } from '../kinds.ts';
import type { MessageFollowup, SwitchFollowupInput } from './schemas.ts';

type Answer = z.input<typeof MessageFollowup>;

interface Row {
  kind: FollowupKind;
  after_hours: number | null;
  enabled_at: Date;
}

/** All that can be sent by itself, and what is. */
export async function listFollowups(context: Context): Promise<Answer[]> {
  const rows = await context.db
    .selectFrom('message_followups')
    .select(['kind', 'after_hours', 'enabled_at'])
    .where('shop_id', '=', context.shop.id)
    .execute();
  return FOLLOWUP_KINDS.map((kind) =>
    present(
      context,
      kind,
      rows.find((row) => row.kind === kind),
    ),
  );
}

/**
 * Switches what is sent by itself on or off. Switched on, it is told of what happens from now on; switched off, what waits of it is
 * dropped.
 */
export async function switchFollowup(
  context: Context,
  { kind, is_on, ...input }: z.output<typeof SwitchFollowupInput>,
): Promise<Answer> {
  const after_hours = input.after_hours ?? null;
  if (is_on && kind === 'REMINDER' && after_hours === null)
    throw messageErrors.refuseField('message_followup_hours', 'after_hours');
  return context.transaction(async (inner) => {
    const hours = kind === 'REMINDER' ? after_hours : null;
    const row = is_on ? await store(inner, kind, hours) : undefined;
    if (!is_on) await remove(inner, kind);
    await emit(inner, 'message_followup.switched', inner.shop.id, {
      kind,
      is_on,
      after_hours: is_on ? hours : null,
    });
    return present(inner, kind, row);
  });
}

async function store(
  { db, shop, clock }: Context,
  kind: FollowupKind,
  after_hours: number | null,
): Promise<Row> {
  return db
    .insertInto('message_followups')
    .values({ shop_id: shop.id, kind, after_hours, enabled_at: clock.now() })
    .onConflict((conflict) => conflict.columns(['shop_id', 'kind']).doUpdateSet({ after_hours }))
    .returning(['kind', 'after_hours', 'enabled_at'])
    .executeTakeFirstOrThrow();
}

async function remove({ db, shop, clock }: Context, kind: FollowupKind): Promise<void> {
  await db.deleteFrom('message_followups').where('shop_id', '=', shop.id).where('kind', '=', kind).execute();
  await sql`update messages set state = 'SKIPPED', reason = 'SWITCHED_OFF', updated_at = ${clock.now()}
    where shop_id = ${shop.id} and state = 'WAITING' and lane = ${sql.lit(LANES.FOLLOWUP)} and kind = ${kind}`.execute(
    db,
  );
}

function present({ language, shop }: Context, kind: FollowupKind, row: Row | undefined): Answer {
  return {
    kind,
    title: KIND_TITLES[kind][language],
    is_on: row !== undefined,
    after_hours: row?.after_hours ?? null,
    enabled_at: row === undefined ? null : isoWithZone(row.enabled_at, shop.time_zone),
  };
}
