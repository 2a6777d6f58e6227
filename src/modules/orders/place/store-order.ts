import type { Context } from '../../../kernel/context.ts';
import { columnsOf } from '../../../kernel/database/columns.ts';
import type { Database } from '../../../kernel/database/connection.ts';
import type { OrdersTable } from '../../../kernel/database/schema.generated.ts';
import { shopFunction } from '../../../kernel/database/shop-function.ts';
import { eventSql } from '../../../kernel/events.ts';
import { actorOf, userIdSql } from '../../../kernel/outbox.ts';
import { KeyTaken, storeKeySql, type KeyState, type KeyToStore } from '../../../kernel/stored-key.ts';
import { orderedAt } from '../../customers/index.ts';
import { takeStockSql } from '../../stock/index.ts';
import { orderEvents } from '../events.ts';
import type { ShortStock } from '../order-stock.ts';
import { ORDER_TEXT } from '../search-text.ts';
import { COPIED_NAMES, COPIED_VALUES } from '../shipment-copies.ts';
import { TALLY_NAMES, TALLY_VALUES } from '../tally.ts';
import { chargeRows, firstPaidAndTaken, lineRows, orderRow, paymentRows, productText } from './order-rows.ts';
import type { PlannedOrder } from './plan-order.ts';

/** Where an order comes from, and whether it has yet to be accepted. */
export interface OrderOrigin {
  order_category: OrdersTable['order_category'];
  order_status: 'ACCEPTED' | 'UNCONFIRMED';
}

/** As staff place orders. */
const BY_STAFF: OrderOrigin = { order_category: 'APP', order_status: 'ACCEPTED' };

type OrderRow = ReturnType<typeof orderRow> & ReturnType<typeof firstPaidAndTaken> & OrderOrigin;
const ORDER = columnsOf<OrderRow>({
  order_date: 'date',
  order_category: 'text',
  order_status: 'text',
  order_source_id: 'bigint',
  note: 'text',
  source_platform: 'text',
  send_sms: 'boolean',
  is_printed: 'boolean',
  auto_pickup: 'boolean',
  is_cod: 'boolean',
  awb_number: 'text',
  marketplace_awb: 'text',
  sender_id: 'bigint',
  sender_name: 'text',
  sender_phone: 'text',
  sender_address: 'text',
  sender_postal_code: 'text',
  sender_district_code: 'integer',
  receiver_id: 'bigint',
  receiver_name: 'text',
  receiver_phone: 'text',
  receiver_address: 'text',
  receiver_postal_code: 'text',
  receiver_district_code: 'integer',
  customer_category_code: 'text',
  supplier_id: 'bigint',
  origin_name: 'text',
  origin_address: 'text',
  product_status: 'text',
  courier_id: 'integer',
  courier_service_id: 'integer',
  logistic_name: 'text',
  rate_name: 'text',
  shipping_idr: 'bigint',
  shipping_discount_idr: 'bigint',
  shipping_promo_id: 'bigint',
  weight_grams: 'bigint',
  volume_cm3: 'bigint',
  goods_idr: 'bigint',
  charges_idr: 'bigint',
  insurance_idr: 'bigint',
  discount_idr: 'bigint',
  total_idr: 'bigint',
  cost_of_goods_idr: 'bigint',
  line_discount_idr: 'bigint',
  quantity: 'integer',
  preorder_lead_days: 'integer',
  preorder_period_on: 'date',
  estimated_ship_on: 'date',
  paid_idr: 'bigint',
  paid_on: 'date',
  bank_account_ids: 'bigint[]',
  warehouse_ids: 'bigint[]',
});

const LINE = columnsOf<ReturnType<typeof lineRows>[number]>({
  position: 'smallint',
  variation_id: 'bigint',
  warehouse_id: 'bigint',
  quantity: 'integer',
  name: 'text',
  sku: 'text',
  color: 'text',
  size: 'text',
  weight_grams: 'integer',
  price_buy_idr: 'bigint',
  price_idr: 'bigint',
  discount_idr: 'bigint',
  discount_type: 'text',
  discount_percentage_bp: 'integer',
  promo_id: 'bigint',
  category_id: 'bigint',
});

const CHARGE = columnsOf<ReturnType<typeof chargeRows>[number]>({
  position: 'smallint',
  name: 'text',
  category: 'text',
  type: 'text',
  percentage_bp: 'integer',
  amount_idr: 'bigint',
});

const PAYMENT = columnsOf<ReturnType<typeof paymentRows>[number]>({
  bank_account_id: 'bigint',
  amount_idr: 'bigint',
  paid_on: 'date',
  status: 'text',
});

/** What an order is stored by. */
export interface OrderInput {
  shop_id: number;
  user_id: number;
  api_key_id: number | null;
  now: Date;
  /** The stock that it takes, line by line. */
  variation_ids: number[];
  warehouse_ids: number[];
  quantities: number[];
  /** The products that it was planned by, and as which. */
  product_ids: number[];
  product_versions: string[];
  order: OrderRow;
  product_text: string;
  lines: ReturnType<typeof lineRows>;
  charges: ReturnType<typeof chargeRows>;
  payments: ReturnType<typeof paymentRows>;
  customer_id: number;
  ordered_at: Date;
  difference: Readonly<Record<string, [null, number]>>;
  /** Of the request that is stored with the order. */
  key: KeyToStore | null;
}

/** The same with its rows as JSON. */
type EncodedInput = {
  [Name in keyof OrderInput]: Name extends 'order' | 'lines' | 'charges' | 'payments' | 'difference'
    ? string
    : Name extends 'key'
      ? string | null
      : OrderInput[Name];
};

/** The types of these values in the database. */
export const ORDER_INPUT = {
  shop_id: 'bigint',
  user_id: 'bigint',
  api_key_id: 'bigint',
  now: 'timestamptz',
  variation_ids: 'bigint[]',
  warehouse_ids: 'bigint[]',
  quantities: 'bigint[]',
  product_ids: 'bigint[]',
  product_versions: 'text[]',
  order: 'jsonb',
  product_text: 'text',
  lines: 'jsonb',
  charges: 'jsonb',
  payments: 'jsonb',
  customer_id: 'bigint',
  ordered_at: 'timestamptz',
  difference: 'jsonb',
  key: 'jsonb',
} as const;

export interface OrderOutcome {
  order_id: number | null;
  po_number: number | null;
  short: ShortStock[] | null;
  is_outdated: boolean;
  /** Why the key of the request could not be stored; then nothing was done. */
  key_state: KeyState | null;
}

/**
 * Stores the whole order in one call: locks the stock levels in key order, sees that the products are as they were read,
 * takes the stock and the next PO number, and writes the order, its text for search, its shipment, its lines, charges, payment, ledger rows and events.
 * Where stock is short nothing is written and the short levels are returned. A function of the database, not one statement of
 * many CTEs: decision 0013 has the figures.
 *
 * No order has the prices from before an edit and the stock from after it: whether the products are unchanged is
 * looked at when the levels are locked, by what is committed then. Whoever is still changing a product has not
 * reached these levels, and comes after the order.
 */
export const storeOrderFunction = shopFunction<OrderOutcome, EncodedInput>(
  'store_order',
  {
    takes: ORDER_INPUT,
    returns: {
      order_id: 'bigint',
      po_number: 'bigint',
      short: 'json',
      is_outdated: 'boolean',
      key_state: 'text',
    },
  },
  (given, result) => {
    const stock = takeStockSql({
      ...given,
      order_id: result.order_id,
      description: `'Order PO#' || ${result.po_number}`,
      created_at: given.now,
    });
    const user_id = userIdSql(given.user_id);
    const key = storeKeySql({
      ...given,
      state: result.key_state,
      numbers: `jsonb_build_object('order_id', ${result.order_id}, 'po_number', ${result.po_number})`,
      created_at: given.now,
    });
    return `begin
  ${key.take}

  ${stock.lock}

  ${result.is_outdated} := exists (
    select 1
    from unnest(${given.product_ids}, ${given.product_versions}) as planned (id, version)
    left join products as product on product.shop_id = ${given.shop_id} and product.id = planned.id
    where product.xmin::text is distinct from planned.version
  );
  if ${result.is_outdated} then return; end if;

  select json_agg(short) into ${result.short} from (${stock.short}) as short;
  if ${result.short} is not null then return; end if;

  update order_counters set last_po_number = last_po_number + 1
  where shop_id = ${given.shop_id}
  returning last_po_number into ${result.po_number};

  insert into orders (shop_id, po_number, ${ORDER.names}, created_by, updated_by, created_at, updated_at, product_text)
  select ${given.shop_id}, ${result.po_number}, o.*, ${user_id}, ${user_id}, ${given.now}, ${given.now},
    ${given.product_text}
  from jsonb_to_record(${given.order}) as o (${ORDER.definition})
  returning id into ${result.order_id};

  insert into order_tally_changes (shop_id, order_count, ${TALLY_NAMES})
  select ${given.shop_id}, 1, ${TALLY_VALUES}
  from orders where shop_id = ${given.shop_id} and id = ${result.order_id};

  insert into sales_to_count (shop_id, order_id) values (${given.shop_id}, ${result.order_id});

  insert into order_texts (shop_id, order_id, order_date, is_listed, search_text)
  select ${given.shop_id}, id, order_date, ${ORDER_TEXT.is_listed}, ${ORDER_TEXT.search_text}
  from orders where shop_id = ${given.shop_id} and id = ${result.order_id};

  insert into shipments (shop_id, order_id, number, awb_number, ${COPIED_NAMES})
  select ${given.shop_id}, orders.id, 1, orders.awb_number, ${COPIED_VALUES}
  from orders cross join (select null::text as shipping_status, null::timestamptz as removed_at) as shipments
  where orders.shop_id = ${given.shop_id} and orders.id = ${result.order_id};

  ${stock.take}

  insert into order_lines (shop_id, order_id, ${LINE.names})
  select ${given.shop_id}, ${result.order_id}, l.* from jsonb_to_recordset(${given.lines}) as l (${LINE.definition});

  if ${given.charges} <> '[]' then
    insert into order_charges (shop_id, order_id, ${CHARGE.names})
    select ${given.shop_id}, ${result.order_id}, c.* from jsonb_to_recordset(${given.charges}) as c (${CHARGE.definition});
  end if;

  if ${given.payments} <> '[]' then
    insert into order_payments (shop_id, order_id, ${PAYMENT.names}, created_by, created_at)
    select ${given.shop_id}, ${result.order_id}, p.*, ${user_id}, ${given.now}
    from jsonb_to_recordset(${given.payments}) as p (${PAYMENT.definition});
  end if;

  update customers set last_order_at = greatest(last_order_at, ${given.ordered_at})
  where shop_id = ${given.shop_id} and id = ${given.customer_id};

  insert into order_changes (shop_id, order_id, version, action, difference, stock, user_id, api_key_id, created_at)
  select ${given.shop_id}, ${result.order_id}, 1, 'created', ${given.difference},
    coalesce(jsonb_agg(jsonb_build_object('variation_id', variation_id, 'warehouse_id', warehouse_id, 'delta', -quantity)), '[]'),
    ${user_id}, ${given.api_key_id}, ${given.now}
  from unnest(${given.variation_ids}, ${given.warehouse_ids}, ${given.quantities}) as line (variation_id, warehouse_id, quantity);

  insert into outbox_events (shop_id, name, version, subject_id, payload, user_id, api_key_id, created_at)
  values (${given.shop_id}, ${eventSql(orderEvents, 'order.created')}, ${result.order_id},
    jsonb_build_object('po_number', ${result.po_number}), ${given.user_id}, ${given.api_key_id}, ${given.now});

  ${key.store}
end`;
  },
);

export interface StoredOrder {
  order_id: number;
  po_number: number;
}

/** What happened: its id and number; or what was short, or that a product was changed since the order was planned. */
export type OrderStored = StoredOrder | { short: ShortStock[] } | { is_outdated: true };

/** Stores a planned order. @returns also why nothing was written */
export async function storeOrder(
  context: Context,
  plan: PlannedOrder,
  origin: OrderOrigin = BY_STAFF,
): Promise<OrderStored> {
  return storedAs(await storeAlone(context.db, orderInput(context, plan, origin)));
}

export const storeAlone = (db: Database, input: OrderInput): Promise<OrderOutcome> =>
  storeOrderFunction.call(db, {
    ...input,
    order: JSON.stringify(input.order),
    lines: JSON.stringify(input.lines),
    charges: JSON.stringify(input.charges),
    payments: JSON.stringify(input.payments),
    difference: JSON.stringify(input.difference),
    key: input.key && JSON.stringify(input.key),
  });

/** @throws KeyTaken */
export function storedAs({ order_id, po_number, short, is_outdated, key_state }: OrderOutcome): OrderStored {
  if (key_state !== null) throw new KeyTaken(key_state);
  if (is_outdated) return { is_outdated: true };
  if (short !== null) return { short };
  if (order_id === null || po_number === null)
    throw new Error('an order was neither stored nor short of stock');
  return { order_id, po_number };
}

export function orderInput(context: Context, plan: PlannedOrder, origin: OrderOrigin = BY_STAFF): OrderInput {
  // Goods of other suppliers and preorders have no stock to take.
  const stocked = plan.product_status === 'S' ? plan.lines : [];
  return {
    shop_id: context.shop.id,
    ...actorOf(context),
    now: context.clock.now(),
    variation_ids: stocked.map((line) => line.goods.variation_id),
    warehouse_ids: stocked.map((line) => line.warehouse_id),
    quantities: stocked.map((line) => line.quantity),
    product_ids: plan.lines.map((line) => line.goods.product_id),
    product_versions: plan.lines.map((line) => line.goods.product_version),
    order: { ...orderRow(plan), ...firstPaidAndTaken(plan), ...origin },
    product_text: productText(plan.lines),
    lines: lineRows(plan.lines),
    charges: chargeRows(plan),
    payments: paymentRows(plan),
    customer_id: plan.sender.id,
    ordered_at: orderedAt(plan.fields.order_date, context.clock.now(), context.shop.time_zone),
    difference: { total_idr: [null, plan.price.total_idr], paid_idr: [null, plan.payment?.amount_idr ?? 0] },
    key: context.key ?? null,
  };
}
