import type { Context } from '../../kernel/context.ts';
import { statement } from '../../kernel/database/connection.ts';
import { may, type Role } from '../../kernel/permissions.ts';
import { BULK_ACTION_TABLE, type BulkActionName, type BulkTerms } from './actions.ts';
import { settleOrder, type BulkOutcome } from './judge-order.ts';

/** What there is to do with each order. */
export interface BulkWork {
  run_id: number;
  action: BulkActionName;
  terms: BulkTerms;
}

/**
 * Takes an order that waits, for this transaction, with the role that the user has at this moment: none where the user was removed,
 * or the API key was revoked that it was started with.
 */
const takeOrder = statement<{ role: Role | null }>(
  'take_bulk_order',
  `select u.role
   from bulk_run_orders as r
   left join users as u on u.shop_id = $1 and u.id = $4 and u.status = 'ACTIVE'
     and ($5::bigint is null or exists (select 1 from api_keys as k
       where k.shop_id = $1 and k.id = $5 and (k.revoked_at is null or k.revoked_at > $6)))
   where r.shop_id = $1 and r.run_id = $2 and r.order_id = $3 and r.result = 'WAITING'
   for update of r`,
);

/** `GONE`: it does not wait any more. `REFUSED`: the user may not. `OTHER_ROLE`: the context is of a role that the user has not. */
type NotDone = 'GONE' | 'REFUSED' | 'OTHER_ROLE';

/**
 * Does the action with one order, in a transaction that marks it as done: it is done once, whenever the process is killed and however many
 * work at the same time. What is refused changes nothing, and the reason is stored.
 * @throws what the order is not to blame for
 */
export async function workOrder(
  context: Context,
  work: BulkWork,
  order_id: number,
): Promise<BulkOutcome['result'] | NotDone> {
  const outcome = await settleOrder(context, work.action, () =>
    context.transaction((inner) => doOrder(inner, work, order_id)),
  );
  if (typeof outcome === 'string') return outcome;
  await storeResult(context, work, order_id, outcome);
  return outcome.result;
}

async function doOrder(context: Context, work: BulkWork, order_id: number): Promise<'DONE' | NotDone> {
  const { shop, actor, clock } = context;
  const key_id = actor.kind === 'api_key' ? actor.credential_id : null;
  const [taken] = await takeOrder.run(context.db, [
    shop.id,
    work.run_id,
    order_id,
    actor.user_id,
    key_id,
    clock.now(),
  ]);
  if (taken === undefined) return 'GONE';
  const { role } = taken;
  const action = BULK_ACTION_TABLE[work.action];
  if (role === null || !may(role, 'orders.bulk') || !may(role, action.permission)) return 'REFUSED';
  if (role !== actor.role) return 'OTHER_ROLE';
  const amount_idr = await action.perform(context, order_id, work.terms);
  await storeResult(context, work, order_id, { result: 'DONE', amount_idr });
  return 'DONE';
}

const setResult = statement<never>(
  'set_bulk_result',
  `update bulk_run_orders set result = $4, faults = $5::jsonb, amount_idr = $6, worked_at = $7
   where shop_id = $1 and run_id = $2 and order_id = $3 and result = 'WAITING'`,
);

/** Unless another has stored one meanwhile. */
async function storeResult(
  { db, shop, clock }: Context,
  { run_id }: BulkWork,
  order_id: number,
  outcome: BulkOutcome,
): Promise<void> {
  const faults = 'parts' in outcome ? JSON.stringify(outcome.parts) : null;
  const amount_idr = 'parts' in outcome ? 0 : outcome.amount_idr;
  await setResult.run(db, [shop.id, run_id, order_id, outcome.result, faults, amount_idr, clock.now()]);
}
