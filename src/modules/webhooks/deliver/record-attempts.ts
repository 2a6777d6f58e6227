import { sql } from 'kysely';
import type { WebhookOutcome } from '../../../integrations/webhook/port.ts';
import type { Context } from '../../../kernel/context.ts';
import type { ClaimedDelivery } from './claim-deliveries.ts';
import { nextAttempt, type Schedule } from './schedule.ts';

/** What became of a delivery that was claimed. */
export interface Attempt {
  delivery: ClaimedDelivery;
  at: Date;
  /** undefined: the process ends, and it was not tried to the end. */
  outcome: WebhookOutcome | undefined;
}

/** An attempt that is recorded. */
export interface RecordedAttempt {
  error: WebhookOutcome['error'];
  is_given_up: boolean;
}

/**
 * Records attempts at an endpoint that is locked, and opens their lanes again, or closes those in which nothing waits. Those
 * of claims that have ended meanwhile are dropped: another process sends these again.
 * @returns those that were recorded
 */
export async function recordAttempts(
  context: Context,
  endpoint_id: number,
  attempts: readonly Attempt[],
  schedule: Schedule,
): Promise<RecordedAttempt[]> {
  if (attempts.length === 0) return [];
  const given = attempts.map((attempt) => rowOf(context, attempt, schedule));
  const open = await releaseLanes(context, endpoint_id, given);
  const recorded = given.filter(({ subject, is_tried }) => is_tried && open.has(subject));
  if (recorded.length === 0) return [];
  await storeAttempts(context, recorded);
  await closeLanes(
    context,
    endpoint_id,
    recorded.flatMap(({ state, subject }) => (state === 'WAITING' ? [] : [subject])),
  );
  return recorded.map(({ error, state }) => ({ error: error ?? undefined, is_given_up: state === 'FAILED' }));
}

type Row = ReturnType<typeof rowOf>;

function rowOf({ clock, random }: Context, { delivery, at, outcome }: Attempt, schedule: Schedule) {
  const now = clock.now();
  const { id, subject, turn, tries, queued_at } = delivery;
  const place = { id, subject, turn, at, is_tried: outcome !== undefined };
  const { error, status, milliseconds = 0, answer = '', retry_after_ms } = outcome ?? {};
  const said = { error: error ?? null, status: status ?? null, milliseconds, answer };
  if (error === undefined) return { ...place, ...said, state: 'DELIVERED' as const, retry_at: null };
  const chance = (random.bytes(1)[0] ?? 0) / 255;
  const retry_at =
    error === 'GONE'
      ? undefined
      : nextAttempt(schedule, { tries: tries + 1, queued_at, now, retry_after_ms }, chance);
  if (retry_at === undefined) return { ...place, ...said, state: 'FAILED' as const, retry_at: null };
  return { ...place, ...said, state: 'WAITING' as const, retry_at };
}

/**
 * A lane that was closed and opened again counts its turns anew: what was claimed before has ended with the lane.
 * @returns the subjects whose claims held
 */
async function releaseLanes(
  { db, shop, clock }: Context,
  endpoint_id: number,
  given: readonly Row[],
): Promise<Set<string>> {
  const now = clock.now();
  const lanes = given.map(({ id, subject, turn, retry_at }) => ({
    id,
    subject,
    turn,
    due_at: retry_at ?? now,
  }));
  const { rows } = await sql<{ subject: string }>`
    update webhook_lanes as l set is_sending = false, due_at = given.due_at, touched_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(lanes)}::jsonb) as given
      (id bigint, subject text, turn bigint, due_at timestamptz)
    where l.shop_id = ${shop.id} and l.endpoint_id = ${endpoint_id} and l.subject = given.subject
      and l.turn = given.turn and l.is_sending and exists (select 1 from webhook_deliveries as d
        where d.shop_id = ${shop.id} and d.id = given.id and d.state = 'WAITING')
    returning l.subject`.execute(db);
  return new Set(rows.map(({ subject }) => subject));
}

async function storeAttempts({ db, shop, clock }: Context, recorded: readonly Row[]): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(recorded)}::jsonb) as given (id bigint, at timestamptz,
        milliseconds integer, status smallint, error text, answer text, state text, retry_at timestamptz)
    ), stored as (
      update webhook_deliveries as d
      set state = given.state, tries = d.tries + 1, attempts = d.attempts + 1, status = given.status,
        error = given.error, retry_at = given.retry_at,
        ended_at = case when given.state <> 'WAITING' then ${clock.now()}::timestamptz end
      from given where d.shop_id = ${shop.id} and d.id = given.id
      returning d.id, d.attempts
    )
    insert into webhook_attempts (shop_id, delivery_id, number, at, milliseconds, status, error, answer)
    select ${shop.id}::bigint, id, stored.attempts, given.at, given.milliseconds, given.status, given.error, given.answer
    from given join stored using (id)`.execute(db);
}

/** Where more waits, it is due now. */
async function closeLanes(
  { db, shop }: Context,
  endpoint_id: number,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return;
  await sql`
    delete from webhook_lanes as l
    where l.shop_id = ${shop.id} and l.endpoint_id = ${endpoint_id} and l.subject = any(${subjects}::text[])
      and not exists (select 1 from webhook_deliveries as d where d.shop_id = ${shop.id}
        and d.endpoint_id = ${endpoint_id} and d.subject = l.subject and d.state = 'WAITING')`.execute(db);
}
