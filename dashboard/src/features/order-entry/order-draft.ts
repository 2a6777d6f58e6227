import type { Order } from '../order-record/order-record.ts';
import { EMPTY_DRAFT, MANUAL_COURIER, type Contact, type Cost, type Draft, type Line } from './draft.ts';

type OrderLine = Order['order_detail'][number];
type Person = Order['sender'];

function contactOf({
  id,
  name,
  phone,
  address,
  district_id,
  category_code = '',
  category,
  region,
}: Person): Contact {
  const full = [address, region].filter((part) => part !== null && part !== '').join(', ');
  return { id, name, phone, address: full, district_id, category_code, category };
}

function lineOfOrder(line: OrderLine, at: number): Line {
  const { variation_detail: variation } = line;
  const percentage = { type: 'PERCENTAGE', value: line.percentage } as const;
  const discount = { type: 'NOMINAL', value: line.nominal } as const;
  return {
    id: line.variation_id,
    at,
    name: [line.name, variation.color, variation.size].filter((part) => part !== '').join(' '),
    sku: line.sku,
    product_status: variation.product_type,
    price: line.price,
    weight: variation.weight,
    stock: variation.stock_quantity,
    warehouses: variation.warehouse_stock.map(({ id_warehouse, warehouse_name, stock }) => ({
      id: id_warehouse,
      name: warehouse_name,
      stock,
    })),
    qty: line.qty,
    warehouse_id: line.warehouse_id,
    // The product's own discount has no type: it is no discount of this line.
    discount: line.type === 'PERCENTAGE' ? percentage : line.type === 'NOMINAL' ? discount : null,
    promo_id: line.promo_id,
  };
}

function costOfOrder({ name, category, nominal, type, percentage }: Order['order_cost'][number]): Cost {
  return {
    name,
    category: category === 'DISCOUNT' ? 'DISCOUNT' : 'OTHER COST',
    nominal,
    ...(type === 'PERCENTAGE' && { percentage }),
  };
}

/** What the insurance of the order's parcel costs; 0: it has none. */
export function insuranceOf({ order_cost }: Order): number {
  return order_cost.reduce(
    (sum, { category, nominal }) => (category === 'INSURANCE' ? sum + nominal : sum),
    0,
  );
}

/** Of a courier by hand the name is entered, and has no service. */
function courierName({ shipping_id, shipping_logistic, shipping_rate }: Order): string {
  return [shipping_logistic, shipping_id === MANUAL_COURIER ? '' : shipping_rate]
    .filter((part) => part !== '')
    .join(' ');
}

/** The order as it would be entered. */
export function draftOfOrder(order: Order): Draft {
  const is_dropship = order.sender.id !== order.receiver.id;
  const sender = contactOf(order.sender);
  return {
    ...EMPTY_DRAFT,
    sender,
    receiver: is_dropship ? contactOf(order.receiver) : null,
    is_dropship,
    supplier_id: order.origin.id,
    order_date: order.order_date.slice(0, 10),
    order_source_id: order.order_source_id,
    lines: order.order_detail.map(lineOfOrder),
    courier: {
      id: order.shipping_id,
      name: courierName(order),
      rate: order.shipping_cost,
    },
    is_cod: order.is_cod,
    is_insured: insuranceOf(order) > 0,
    shipping_promo_id: order.shipping_promo_id,
    costs: order.order_cost.filter(({ category }) => category !== 'INSURANCE').map(costOfOrder),
    note: order.note,
  };
}

function asNew(line: Line): Line {
  const { at: _, ...goods } = line;
  return { ...goods, warehouse_id: null, discount: null, promo_id: null };
}

/** The same goods for the same people, as a new order: at the prices of today, and unpaid. */
export function copyOfOrder(order: Order): Draft {
  const { courier, ...draft } = draftOfOrder(order);
  return {
    ...draft,
    order_date: null,
    note: '',
    costs: [],
    is_cod: false,
    is_insured: false,
    shipping_promo_id: null,
    courier: courier === null ? null : { ...courier, rate: null },
    lines: draft.lines.map(asNew),
  };
}
