import { z } from 'zod';
import { sql } from 'kysely';
import type { GatewayNews } from '../../integrations/gateway/port.ts';
import type { Sandbox } from './sandbox.ts';
import { tokenOf } from './token.ts';

const told = z.object({
  event_id: z.string().min(1).max(200),
  key: z.string().min(1).max(200),
  amount_idr: z.int().min(0),
  happened_at: z.iso.datetime().transform((text) => new Date(text)),
});
const FAILURES = ['account_refused', 'bank_failed', 'balance_too_low', 'returned', 'unknown'] as const;

/** As what it is told goes over the wire. */
export const News = z.discriminatedUnion('kind', [
  told.extend({ kind: z.literal('charge_paid'), payment_id: z.string().min(1).max(200) }),
  told.extend({ kind: z.literal('charge_expired') }),
  told.extend({ kind: z.literal('payout_paid'), failure: z.null() }),
  told.extend({ kind: z.literal('payout_failed'), failure: z.enum(FAILURES) }),
]);

/** Longer and longer after each attempt; then it is given up, as a real gateway does after a day. */
const PAUSES_MS = [15_000, 60_000, 300_000, 900_000, 3_600_000, 10_800_000, 21_600_000, 43_200_000];
const ANSWER_MS = 10_000;

/** Has the product told of it, in the open transaction of what happened. */
export async function tell({ db, clock }: Pick<Sandbox, 'db' | 'clock'>, news: GatewayNews): Promise<void> {
  const now = clock.now();
  await db
    .insertInto('sandbox_callbacks')
    .values({ body: JSON.stringify(news), next_try_at: now, created_at: now })
    .execute();
}

/** Tells it again, as gateways do. */
export async function tellAgain({ db, clock }: Sandbox, id: number): Promise<void> {
  await db
    .updateTable('sandbox_callbacks')
    .set({ next_try_at: clock.now(), attempts: 0, answer: null })
    .where('id', '=', id)
    .execute();
}

/** Sends what is due to the product's own address, over HTTP, one after the other; what fails is sent again later. */
export async function deliverDue(sandbox: Sandbox): Promise<void> {
  for (;;) {
    const callback = await claim(sandbox);
    if (callback === undefined) return;
    const { answer, is_taken } = await send(sandbox, callback.body);
    await sandbox.db
      .updateTable('sandbox_callbacks')
      .set({ answer, ...(is_taken && { next_try_at: null }) })
      .where('id', '=', callback.id)
      .execute();
  }
}

/** The same, for whoever does not wait for it. */
export function deliverSoon(sandbox: Sandbox): void {
  deliverDue(sandbox).catch((error: unknown) => {
    sandbox.log.warn({ err: error }, 'callbacks of the sandbox were not sent');
  });
}

async function claim({ db, clock }: Sandbox): Promise<{ id: number; body: string } | undefined> {
  const now = clock.now();
  const pauses = sql.join(PAUSES_MS.map((pause) => sql`${pause}::bigint`));
  const { rows } = await sql<{ id: number; body: string }>`
    update sandbox_callbacks as c set attempts = c.attempts + 1,
      next_try_at = ${now}::timestamptz + (array[${pauses}])[c.attempts + 1] * interval '1 millisecond'
    from (select id from sandbox_callbacks where next_try_at <= ${now}::timestamptz
      order by id limit 1 for update skip locked) as due
    where c.id = due.id returning c.id, c.body`.execute(db);
  return rows[0];
}

async function send(
  { secrets, public_url }: Sandbox,
  body: string,
): Promise<{ answer: string; is_taken: boolean }> {
  try {
    const { status, ok } = await fetch(`${public_url()}/api/hooks/gateway`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-callback-token': tokenOf(secrets, 'sandbox callback'),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return { answer: String(status), is_taken: ok };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return { answer: cause?.code ?? name, is_taken: false };
  }
}
