import { sql, type Selectable } from 'kysely';
import type { Payout, PayoutFailure, PayoutRequest } from '../../integrations/gateway/port.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { tell } from './callbacks.ts';
import { payoutId, sandboxNow, type Sandbox } from './sandbox.ts';

export type SandboxPayout = Selectable<DB['sandbox_payouts']>;

/** What was paid in and not paid out. */
export async function sandboxBalance({ db }: Pick<Sandbox, 'db'>): Promise<number> {
  const { rows } = await sql<{ balance: number }>`
    select ((select coalesce(sum(amount_idr), 0) from sandbox_payments)
      - (select coalesce(sum(amount_idr), 0) from sandbox_payouts where state <> 'FAILED'))::bigint as balance`.execute(
    db,
  );
  return rows[0]?.balance ?? 0;
}

export async function findPayout({ db }: Pick<Sandbox, 'db'>, key: string): Promise<Payout | undefined> {
  const row = await db.selectFrom('sandbox_payouts').selectAll().where('key', '=', key).executeTakeFirst();
  return row && payoutOf(row);
}

const payoutOf = ({ key, id, state, failure }: SandboxPayout): Payout => ({
  key,
  vendor_payout_id: payoutId(id),
  state,
  failure: failure as PayoutFailure | null,
});

export async function makePayout(sandbox: Sandbox, request: PayoutRequest): Promise<void> {
  await sandbox.db
    .insertInto('sandbox_payouts')
    .values({ ...request, state: 'PENDING', created_at: await sandboxNow(sandbox) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

/** What a bank can do with a payout: pay it, refuse it, and send back what was paid. */
export const DECISIONS = {
  paid: { from: 'PENDING', state: 'PAID', failure: null },
  failed: { from: 'PENDING', state: 'FAILED', failure: 'account_refused' },
  returned: { from: 'PAID', state: 'FAILED', failure: 'returned' },
} as const;
export type Decision = keyof typeof DECISIONS;

/** @returns whether it was there to be decided so */
export async function decidePayout(sandbox: Sandbox, id: number, decision: Decision): Promise<boolean> {
  const { from, state, failure } = DECISIONS[decision];
  const happened_at = await sandboxNow(sandbox);
  return sandbox.db.transaction().execute(async (db) => {
    const payout = await db
      .updateTable('sandbox_payouts')
      .set({ state, failure })
      .where('id', '=', id)
      .where('state', '=', from)
      .returning(['key', 'amount_idr'])
      .executeTakeFirst();
    if (payout === undefined) return false;
    await tell(
      { db, clock: sandbox.clock },
      {
        kind: failure === null ? 'payout_paid' : 'payout_failed',
        event_id: `${payoutId(id)} ${decision}`,
        ...payout,
        happened_at,
        failure,
      },
    );
    return true;
  });
}
