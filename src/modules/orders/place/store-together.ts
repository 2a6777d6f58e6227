import type { Context } from '../../../kernel/context.ts';
import { commitTogether } from '../../../kernel/database/commit-together.ts';
import { shopFunction } from '../../../kernel/database/shop-function.ts';
import { takeStockSql } from '../../stock/index.ts';
import type { PlannedOrder } from './plan-order.ts';
import {
  ORDER_INPUT,
  orderInput,
  storeAlone,
  storedAs,
  storeOrder,
  storeOrderFunction,
  type OrderInput,
  type OrderOutcome,
  type OrderStored,
} from './store-order.ts';

/** How long orders that are stored together wait for a lock: whoever holds it longer holds up one of them, not all. */
const LOCK_MS = 250;

interface Orders {
  shop_id: number;
  orders: string;
  /** The stock that all of them take, line by line. */
  variation_ids: number[];
  warehouse_ids: number[];
  quantities: number[];
}

/** The fields of an order's input in JSON, as expressions and as the definition of a record. */
const FIELDS = Object.keys(ORDER_INPUT).filter((name) => name !== 'shop_id') as (keyof typeof ORDER_INPUT)[];
const DEFINITION = FIELDS.map((name) => `"${name}" ${ORDER_INPUT[name]}`).join(', ');
const PLANNED = Object.fromEntries(FIELDS.map((name) => [name, `planned."${name}"`])) as Record<
  keyof typeof ORDER_INPUT,
  string
>;

/**
 * Stores several orders of a shop one after the other, in one transaction: `store_order` for each, whole or not at all. An order
 * that is short or outdated gives the others what it would have taken; for one that failed there is null, whatever the reason.
 *
 * Locks in the order in which one order does, for all of them first: all levels in key order, then the counter. So it waits for
 * nobody who waits for it, unless one order would. What an order waits for besides, as for its customer who is
 * being edited, it does for a moment only, in which no deadlock is found yet.
 */
export const storeOrdersFunction = shopFunction<{ outcomes: (OrderOutcome | null)[] }, Orders>(
  'store_orders',
  {
    takes: {
      shop_id: 'bigint',
      orders: 'jsonb',
      variation_ids: 'bigint[]',
      warehouse_ids: 'bigint[]',
      quantities: 'bigint[]',
    },
    returns: { outcomes: 'jsonb' },
  },
  (given, result) => {
    const none = 'null';
    const { lock } = takeStockSql({
      ...given,
      order_id: none,
      description: none,
      user_id: none,
      api_key_id: none,
      created_at: none,
    });
    const stored = storeOrderFunction.result;
    return `declare
  planned record;
  stored record;
begin
  perform set_config('lock_timeout', '${LOCK_MS}', true);

  ${lock}

  perform 1 from order_counters where shop_id = ${given.shop_id} for no key update;

  ${result.outcomes} := '[]';
  for planned in select * from jsonb_to_recordset(${given.orders}) as planned (${DEFINITION}) loop
    begin
      stored := ${storeOrderFunction.callSql({ ...PLANNED, shop_id: given.shop_id })};
      ${result.outcomes} := ${result.outcomes} || jsonb_build_object(
        'order_id', stored.${stored.order_id},
        'po_number', stored.${stored.po_number},
        'short', stored.${stored.short},
        'is_outdated', stored.${stored.is_outdated},
        'key_state', stored.${stored.key_state}
      );
    exception when others then
      ${result.outcomes} := ${result.outcomes} || jsonb_build_array(null);
    end;
  end loop;
end`;
  },
);

const storeWithOthers = commitTogether<OrderInput, OrderOutcome>({
  alone: storeAlone,
  async together(db, inputs) {
    const { outcomes } = await storeOrdersFunction.call(db, {
      shop_id: inputs[0]?.shop_id ?? 0,
      orders: JSON.stringify(inputs),
      variation_ids: inputs.flatMap(({ variation_ids }) => variation_ids),
      warehouse_ids: inputs.flatMap(({ warehouse_ids }) => warehouse_ids),
      quantities: inputs.flatMap(({ quantities }) => quantities),
    });
    return outcomes.map((outcome) => outcome ?? undefined);
  },
  weight: ({ lines }) => lines.length,
});

/**
 * Stores a planned order by staff, together with others of the shop that become ready while one is on its way; in a
 * transaction alone, as what the transaction does besides is the order's own.
 */
export async function storeTogether(context: Context, plan: PlannedOrder): Promise<OrderStored> {
  if (context.in_transaction) return storeOrder(context, plan);
  return storedAs(await storeWithOthers(context.db, context.shop.id, orderInput(context, plan)));
}
