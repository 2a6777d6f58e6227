import type { Context } from '../../kernel/context.ts';
import { Refusal, type RefusalPart } from '../../kernel/errors.ts';
import { isTransient, refusalOf } from '../../kernel/http/database-errors.ts';
import { BULK_ACTION_TABLE, type BulkActionName } from './actions.ts';

/** What became of an order, or would. */
export type BulkOutcome =
  | { result: 'DONE'; amount_idr: number }
  | { result: 'SKIPPED' | 'FAILED'; parts: RefusalPart[] };

/** How often a transaction that lost against another is run again. */
const TRIES = 4;

/** So many reasons of one order are stored. */
const REASONS = 3;

/**
 * Runs the transaction of one order until it has lost against no other.
 * @returns what it returns, or why the order was skipped or has failed
 * @throws what the order is not to blame for, as a database that does not answer
 */
export async function settleOrder<Done>(
  context: Context,
  action: BulkActionName,
  run: () => Promise<Done>,
): Promise<Done | Extract<BulkOutcome, { parts: unknown }>> {
  for (let tried = 1; ; tried += 1)
    try {
      return await run();
    } catch (error) {
      if (isTransient(error) && tried < TRIES) continue;
      return whyNot(context, action, error);
    }
}

function whyNot(
  { log, request_id }: Context,
  action: BulkActionName,
  error: unknown,
): Extract<BulkOutcome, { parts: unknown }> {
  const refusal = error instanceof Refusal ? error : refusalOf(error);
  const [first] = refusal?.parts ?? [];
  if (refusal === undefined || first === undefined) {
    // A fault of ours with one order stops none of the others.
    log.error({ request_id, err: error }, `${action} of an order in a bulk run failed`);
    return { result: 'FAILED', parts: [{ code: 'internal' }] };
  }
  if (first.code === 'unavailable') throw error;
  const is_as_wanted =
    first.code === 'bulk_order_as_wanted' || BULK_ACTION_TABLE[action].isAsWanted?.(first) === true;
  return {
    result: is_as_wanted ? 'SKIPPED' : 'FAILED',
    parts: refusal.parts.slice(0, REASONS).map(({ code, values }) => ({ code, ...(values && { values }) })),
  };
}
