import { CompiledQuery } from 'kysely';
import type { Context, Services } from '../../../kernel/context.ts';
import { declaredStatements } from '../../../kernel/database/connection.ts';

/** An endpoint that has something to do. */
export interface DueEndpoint {
  shop_id: number;
  time_zone: Context['shop']['time_zone'];
  endpoint_id: number;
  is_resting: boolean;
}

/** More than a process works at once, with those that it may not. */
const ROWS = 250;

const part = (condition: string) => `(select q.shop_id, s.time_zone, q.endpoint_id, q.is_resting, q.due_at
  from webhook_queues as q join shops as s on s.id = q.shop_id
  where ${condition} and q.due_at <= $1 order by q.due_at limit ${ROWS})`;

/** Prepared: it is asked each second, and there is seldom anything. Those that fail keep no other from being found. */
const DUE = `select shop_id, time_zone, endpoint_id, is_resting from (
  ${part('not q.is_resting')} union all ${part('q.is_resting')}) as due order by due_at`;
declaredStatements.set(DUE, 'find_due_webhooks');

/** Endpoints of all shops that have something to do, those first that have waited longest. */
export async function findDueEndpoints({ db, clock }: Services): Promise<DueEndpoint[]> {
  const { rows } = await db.withoutPlugins().executeQuery<DueEndpoint>(CompiledQuery.raw(DUE, [clock.now()]));
  return rows;
}
