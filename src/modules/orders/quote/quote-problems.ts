import type { z } from 'zod';
import { Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import type { CustomerAccess } from '../../pricing/index.ts';
import { orderErrors } from '../errors.ts';
import type { CustomerFacts, OrderFacts } from '../place/load-order-facts.ts';
import { titleOf } from '../place/order-faults.ts';
import { planHead, planOrder, type OrderToPlan } from '../place/plan-order.ts';
import { goodsLines, rated } from '../place/price-request.ts';
import type { CreateOrderInput } from '../place/schemas.ts';
import type { QuoteInput } from './schemas.ts';

type Input = z.output<typeof QuoteInput>;
type Order = OrderToPlan & Pick<z.output<typeof CreateOrderInput>, 'products'>;

/**
 * The errors with which such an order would be refused, found by the same planning that creates orders. Omitted fields
 * are not reported. Stock is the current stock.
 * @param customer whose prices apply
 */
export function problemsOf(input: Input, facts: OrderFacts, customer: CustomerAccess): RefusalPart[] {
  const order = orderOf(input, facts);
  const sound = withSoundHead(facts, customer);
  const left_out = new Set(
    (['customer_sender_id', 'customer_receiver_id', 'supplier_id'] as const).filter(
      (field) => input[field] === undefined,
    ) as string[],
  );
  const head = faultsOf(() => planHead(order, facts)).filter(({ field }) => !left_out.has(field ?? ''));
  const { id: service_id } = head.some(({ field }) => field === 'expedition.id')
    ? NO_EXPEDITION
    : order.expedition;
  const lines = faultsOf(() =>
    // What is wrong with COD is said above.
    planOrder(
      { ...order, has_current_cod: true, expedition: { ...order.expedition, id: service_id } },
      sound,
    ),
  );
  return [...head, ...lines, ...stockFaults(order, sound)];
}

function faultsOf(plan: () => unknown): RefusalPart[] {
  try {
    plan();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.parts;
    throw error;
  }
}

/** The courier for manual input, which has no requirements. */
const NO_EXPEDITION: Order['expedition'] = {
  id: 99,
  rate: 0,
  name: undefined,
  auto_pickup: false,
  is_cod: undefined,
  discount_promo: undefined,
  promo: undefined,
};

const NO_PAYMENT: Order['payment'] = {
  status: 'UNPAID',
  date: undefined,
  bank_id: undefined,
  amount: undefined,
  cost_of_goods_sales: undefined,
};

/** The order that the input is, or begins to be. */
function orderOf(input: Input, facts: OrderFacts): Order {
  const { goods } = facts;
  const types = new Map(goods.map((item) => [item.variation_id, item.product_type]));
  return {
    customer_sender_id: input.customer_sender_id ?? 0,
    customer_receiver_id: input.customer_receiver_id ?? 0,
    supplier_id: input.supplier_id ?? 0,
    order_source_id: input.order_source_id,
    products: input.products.map((line) => ({
      ...line,
      product_status: line.product_status ?? types.get(line.id) ?? 'S',
    })),
    expedition: input.expedition === undefined ? NO_EXPEDITION : rated(input.expedition, facts),
    is_cod: input.expedition !== undefined && (input.is_cod ?? input.expedition.is_cod ?? false),
    payment: input.payment ?? NO_PAYMENT,
    coupon_code: input.coupon_code,
    order_cost: input.order_cost,
    // What no rule looks at.
    order_date: '',
    note: '',
    is_print: false,
    awb_number: undefined,
    send_sms: false,
    marketplace_awb: undefined,
    source: 'WEB',
  };
}

/** Somebody, and a place, for those that the input leaves out or that do not exist: what they are decides nothing. */
const NOBODY: Omit<CustomerFacts, 'category_code' | 'discount_access' | 'wholesale_access'> = {
  id: 0,
  name: '',
  phone: '',
  address: '',
  postal_code: null,
  district_code: null,
};
const NOWHERE = { id: 0, name: '', address: '' };

/** The facts with a valid head, so that the lines are planned whatever else is wrong. */
function withSoundHead(facts: OrderFacts, { code, ...access }: CustomerAccess): OrderFacts {
  const buyer = {
    ...(facts.sender ?? NOBODY),
    category_code: code,
    discount_access: access.discount_access,
    wholesale_access: access.wholesale_access,
  };
  return {
    ...facts,
    sender: buyer,
    receiver: facts.receiver ?? buyer,
    supplier: facts.supplier ?? NOWHERE,
    order_source: facts.order_source ?? { id: 0 },
    bank_account: facts.bank_account ?? { id: 0 },
  };
}

/** Lines whose warehouse, given or selected, holds less than all its lines of the variation need. */
function stockFaults(order: Order, facts: OrderFacts): RefusalPart[] {
  const active = new Map(facts.warehouses.map(({ id, is_active }) => [id, is_active]));
  const warehouses = warehousesOf(order, facts);
  const taken = goodsLines(order.products, facts).flatMap(({ line, goods: item, index }) => {
    const warehouse_id = warehouses[index];
    if (warehouse_id === undefined) return [];
    const { qty, warehouse_id: named } = line;
    const takes_stock = item.product_type === 'S' && (named === undefined || active.get(named) === true);
    return [{ item, warehouse_id, quantity: takes_stock ? qty : 0, index }];
  });
  return taken.flatMap(({ item, warehouse_id, quantity, index }) => {
    const wanted = taken
      .filter((other) => other.item === item && other.warehouse_id === warehouse_id)
      .reduce((total, other) => total + other.quantity, 0);
    const left = item.levels.find((level) => level.warehouse_id === warehouse_id)?.quantity ?? 0;
    if (quantity === 0 || wanted <= left) return [];
    return [orderErrors.part('stock_short', `products.${index}.qty`, { left, name: titleOf(item) })];
  });
}

/** The warehouse of each line as planning chooses it, of lines that have no other fault. */
function warehousesOf(order: Order, facts: OrderFacts): number[] {
  const plan = planOrder(
    {
      ...order,
      products: order.products.map(({ id, qty, warehouse_id }) => ({
        id,
        qty,
        warehouse_id,
        product_status: 'S',
        type: undefined,
        percentage: undefined,
        nominal: undefined,
        discount_promo: undefined,
        promo_id: undefined,
      })),
      coupon_code: undefined,
      order_cost: [],
      expedition: NO_EXPEDITION,
      is_cod: false,
      payment: NO_PAYMENT,
    },
    {
      ...facts,
      goods: facts.goods.map((item) => ({ ...item, product_type: 'S', is_in_stock: true })),
      warehouses: facts.warehouses.map(({ id }) => ({ id, is_active: true })),
      promos: [],
    },
  );
  return plan.lines.map(({ warehouse_id }) => warehouse_id);
}
