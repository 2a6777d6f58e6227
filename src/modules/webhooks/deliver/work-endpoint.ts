import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { claimDeliveries, LEASE_MS, type ClaimedDelivery } from './claim-deliveries.ts';
import { lockEndpoint, type LockedEndpoint } from './lock-endpoint.ts';
import { recordAttempts, type Attempt, type RecordedAttempt } from './record-attempts.ts';
import { restAfter, type Schedule } from './schedule.ts';
import { openSigner, type Signer } from './sign.ts';
import { switchOff, type OffReason } from './switch-off.ts';

/** What is to be sent to an endpoint, and how. */
export interface Work {
  url: string;
  sign: Signer;
  claimed: ClaimedDelivery[];
}

/**
 * One step of working an endpoint, in one transaction: records what became of the attempts before, and takes what is to be
 * sent next. One process does it at a time.
 * @param room how many deliveries are to be taken at most
 */
export function workEndpoint(
  context: Context,
  endpoint_id: number,
  attempts: readonly Attempt[],
  room: number,
  schedule: Schedule,
): Promise<Work> {
  return context.transaction(async (inner) => {
    const endpoint = await lockEndpoint(inner, endpoint_id);
    if (endpoint === undefined) return { url: '', sign: () => ({}), claimed: [] };
    const recorded = await recordAttempts(inner, endpoint_id, attempts, schedule);
    const health = recorded.reduce(
      (before, attempt) => healthAfter(inner, before, attempt),
      healthOf(endpoint),
    );
    const off = reasonToSwitchOff(inner, recorded, health, schedule);
    if (off !== undefined) await switchOff(inner, endpoint, off);
    const is_active = endpoint.state === 'ACTIVE' && off === undefined;
    const is_resting = health.failures >= schedule.failures_to_rest;
    const has_failed = recorded.some(({ error }) => error !== undefined);
    const is_due = (endpoint.due_at ?? inner.clock.now()) <= inner.clock.now();
    // Who has failed on and on is tried with one delivery at a time.
    const most = is_resting ? (has_failed || !is_due ? 0 : Math.min(room, 1)) : room;
    const claimed = is_active ? await claimDeliveries(inner, endpoint_id, most) : [];
    const rests_ms = is_resting
      ? restOf(inner, health, { has_failed, is_tried: claimed.length > 0 }, schedule)
      : undefined;
    await storeHealth(inner, endpoint_id, { ...health, is_resting, is_active, rests_ms });
    const sign = claimed.length > 0 ? openSigner(inner, endpoint) : () => ({});
    return { url: endpoint.url, sign, claimed };
  });
}

interface Health {
  failures: number;
  given_up: number;
  failing_since: Date | null;
}

const healthOf = ({ failures, given_up, failing_since }: LockedEndpoint): Health => ({
  failures,
  given_up,
  failing_since,
});

function healthAfter({ clock }: Context, before: Health, { error, is_given_up }: RecordedAttempt): Health {
  if (error === undefined) return { failures: 0, given_up: 0, failing_since: null };
  return {
    failures: before.failures + 1,
    given_up: before.given_up + (is_given_up ? 1 : 0),
    failing_since: before.failing_since ?? clock.now(),
  };
}

function reasonToSwitchOff(
  { clock }: Context,
  recorded: readonly RecordedAttempt[],
  { given_up, failing_since }: Health,
  { failing_ms, given_up_in_a_row }: Schedule,
): OffReason | undefined {
  if (recorded.some(({ error }) => error === 'GONE')) return 'GONE';
  if (failing_since === null || given_up < given_up_in_a_row) return undefined;
  return clock.now().getTime() - failing_since.getTime() >= failing_ms ? 'FAILING' : undefined;
}

/** How long an endpoint is left alone: after a failure its pause, and while it is tried until that has an end. */
function restOf(
  { random }: Context,
  { failures }: Health,
  { has_failed, is_tried }: { has_failed: boolean; is_tried: boolean },
  schedule: Schedule,
): number | undefined {
  if (has_failed) return restAfter(schedule, failures, (random.bytes(1)[0] ?? 0) / 255);
  return is_tried ? LEASE_MS : undefined;
}

/**
 * Stores how the endpoint takes what it is sent, and when there is something to do for it: when the first of its lanes is due.
 * Whoever has just had a turn comes after all that wait.
 */
async function storeHealth(
  { db, shop, clock }: Context,
  endpoint_id: number,
  health: Health & { is_resting: boolean; is_active: boolean; rests_ms: number | undefined },
): Promise<void> {
  const { failures, given_up, failing_since, is_resting, is_active, rests_ms } = health;
  const now = clock.now();
  const earliest = new Date(now.getTime() + (rests_ms ?? 0));
  const next_due = sql<Date | null>`(select greatest(min(l.due_at), ${earliest}::timestamptz) from webhook_lanes as l
    where l.shop_id = ${shop.id} and l.endpoint_id = ${endpoint_id} having count(*) > 0)`;
  // While it rests and nothing was tried, the pause goes on.
  const goes_on = is_resting && rests_ms === undefined;
  const due_at = goes_on
    ? sql<Date | null>`case when due_at > ${now} then due_at else ${next_due} end`
    : next_due;
  await db
    .updateTable('webhook_queues')
    .set({ failures, given_up, failing_since, is_resting, due_at: is_active ? due_at : null })
    .where('shop_id', '=', shop.id)
    .where('endpoint_id', '=', endpoint_id)
    .execute();
}
