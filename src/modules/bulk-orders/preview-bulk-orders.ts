import type { z } from 'zod';
import { mustBeOutside, type Context } from '../../kernel/context.ts';
import { errorText, type RefusalPart } from '../../kernel/errors.ts';
import { sum } from '../../kernel/money.ts';
import { BULK_ACTION_TABLE, termsOf } from './actions.ts';
import { chooseOrders } from './choose-orders.ts';
import { settleOrder, type BulkOutcome } from './judge-order.ts';
import { bulkOrderLimits } from './limits.ts';
import type { BulkOrdersInput, BulkOrdersPreview } from './schemas.ts';

type Input = z.output<typeof BulkOrdersInput>;
type Refused = Extract<BulkOutcome, { parts: unknown }>;

/** So many orders of a reason are named. */
const EXAMPLES = 5;

/**
 * How many orders are chosen, and what would become of them: each is done and rolled back, so that what is said is what the
 * operation itself says. Of many the oldest are tried, for as long as `limits.bulk_judging_ms`. Nothing is changed.
 * @throws Refusal as `chooseOrders`
 */
export async function previewBulkOrders(
  context: Context,
  input: Input,
): Promise<z.input<typeof BulkOrdersPreview>> {
  mustBeOutside(context, 'trying what is rolled back');
  const chosen = await chooseOrders(context, input);
  const outcomes = await tryOrders(context, input, chosen);
  const amounts = outcomes.flatMap(({ outcome }) => ('amount_idr' in outcome ? [outcome.amount_idr] : []));
  return {
    action: input.action,
    orders: chosen.length,
    judged: outcomes.length,
    is_exact: outcomes.length === chosen.length,
    can: amounts.length,
    amount: sum(amounts),
    skipped: groups(context, outcomes, 'SKIPPED'),
    cannot: groups(context, outcomes, 'FAILED'),
  };
}

interface Tried {
  order_id: number;
  outcome: BulkOutcome;
}

async function tryOrders(context: Context, input: Input, chosen: readonly number[]): Promise<Tried[]> {
  const { action } = input;
  const terms = termsOf(input);
  const ends_ms = performance.now() + bulkOrderLimits.bulk_judging_ms;
  const tried: Tried[] = [];
  for (const order_id of chosen.slice(0, bulkOrderLimits.bulk_orders_judged)) {
    if (performance.now() > ends_ms) break;
    const outcome = await settleOrder(context, action, () =>
      rolledBack(context, (inner) => BULK_ACTION_TABLE[action].perform(inner, order_id, terms)),
    );
    tried.push({
      order_id,
      outcome: typeof outcome === 'number' ? { result: 'DONE', amount_idr: outcome } : outcome,
    });
  }
  return tried;
}

/** Ends a transaction that was only to be seen. */
class RolledBack extends Error {}

async function rolledBack<T>(context: Context, run: (context: Context) => Promise<T>): Promise<T> {
  const seen: T[] = [];
  try {
    await context.transaction(async (inner) => {
      seen.push(await run(inner));
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  const [result] = seen.slice(-1);
  return result as T;
}

/** By their first reason, the most frequent first. */
function groups(context: Context, tried: readonly Tried[], wanted: Refused['result']) {
  const refused = tried.flatMap(({ order_id, outcome }) =>
    'parts' in outcome && outcome.result === wanted ? [{ order_id, part: firstOf(outcome) }] : [],
  );
  return [...Map.groupBy(refused, ({ part }) => part.code)]
    .map(([code, alike]) => ({
      code,
      message: alike[0] === undefined ? '' : errorText(alike[0].part, context.language),
      orders: alike.length,
      order_ids: alike.slice(0, EXAMPLES).map(({ order_id }) => order_id),
    }))
    .toSorted((a, b) => b.orders - a.orders);
}

function firstOf({ parts }: Refused): RefusalPart {
  return parts[0] ?? { code: 'internal' };
}
