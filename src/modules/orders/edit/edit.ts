import type { z } from 'zod';
import type { LockedOrder } from '../lock-order.ts';
import type { OrderFacts } from '../place/load-order-facts.ts';
import type { RatedExpedition } from '../place/price-request.ts';
import type { CreateOrderInput } from '../place/schemas.ts';
import type { UpdateOrderInput } from './schemas.ts';

export type EditInput = z.output<typeof UpdateOrderInput>;
type NewOrder = z.output<typeof CreateOrderInput>;

/** A line as it is stored. */
export interface StoredLine {
  variation_id: number;
  product_id: number;
  warehouse_id: number;
  quantity: number;
  name: string;
  sku: string;
  color: string;
  size: string;
  weight_grams: number;
  price_buy_idr: number;
  price_idr: number;
  discount_idr: number;
  discount_type: 'NOMINAL' | 'PERCENTAGE' | null;
  discount_percentage_bp: number | null;
  promo_id: number | null;
  returned_quantity: number;
  /** Whether its warehouse has been deleted. */
  is_deleted: boolean;
}

/** A charge as it is stored. */
export interface StoredCharge {
  name: string;
  category: 'DISCOUNT' | 'OTHER COST' | 'INSURANCE';
  type: 'NOMINAL' | 'PERCENTAGE';
  percentage_bp: number;
  amount_idr: number;
}

/** A locked order with everything it contains. */
export interface CurrentOrder {
  order: LockedOrder;
  lines: readonly StoredLine[];
  charges: readonly StoredCharge[];
  /** The promos that it has, coupons with their code. */
  promos: ReadonlyMap<number, string | null>;
}

/** A line that the order will have. */
export type RequestedLine = NewOrder['products'][number] & {
  /** The current line of the order; undefined if the line is new. */
  stored: StoredLine | undefined;
  /** Its index in the input. Lines that the input does not contain follow. */
  input_index: number;
  /** Whether the input names its promo, which is refused then if the order cannot have it; otherwise it is dropped. */
  is_promo_named: boolean;
  has_current_discount: boolean;
};

/** The complete order that an edit requests. */
export type RequestedOrder = Omit<NewOrder, 'products' | 'expedition' | 'is_cod'> & {
  products: RequestedLine[];
  expedition: RatedExpedition;
  is_cod: boolean;
  has_current_cod: boolean;
  /** What is paid of it, with the payment of the edit. */
  paid_idr: number;
  is_shipping_promo_named: boolean;
};

/** The same before it is known what a custom courier costs. */
export type UnratedOrder = Omit<RequestedOrder, 'expedition'> & Pick<NewOrder, 'expedition'>;

/** What an edit changes. */
export interface Touched {
  /** Which products are shipped, how many, or from where. */
  goods: boolean;
  /** Anything that prices of products depend on; otherwise the lines keep their prices. */
  prices: boolean;
  /** Whether the shipping discount of a promo may differ from before. */
  shipping_promo: boolean;
}

/** A loaded edit: everything that its plan depends on. */
export interface Edit {
  current: CurrentOrder;
  requested: RequestedOrder;
  touched: Touched;
  /** The total to be paid: see `missingPayment`. */
  payment: EditInput['payment'];
  /** The current state of the shop, as for a new order. */
  facts: OrderFacts;
}
