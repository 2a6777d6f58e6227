import type { z } from 'zod';
import type { LockedOrder } from '../lock-order.ts';
import type { OrderFacts } from '../place/load-order-facts.ts';
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
  /** Whether its warehouse was deleted since. */
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

/** An order with all that it has, locked. */
export interface CurrentOrder {
  order: LockedOrder;
  lines: readonly StoredLine[];
  charges: readonly StoredCharge[];
  /** The promos that it has, each with its code where it is a coupon. */
  promos: ReadonlyMap<number, string | null>;
}

/** A line that the order is to have. */
export type RequestedLine = NewOrder['products'][number] & {
  /** The line of the order that it was; undefined: it is new. */
  stored: StoredLine | undefined;
  /** Where it stands in the input. Lines that the input does not name come after those. */
  input_index: number;
  /** Its promo was named, so it is refused where the order can not have it; else it is dropped. */
  is_promo_named: boolean;
  is_discount_kept: boolean;
};

/** The order that an edit requests, whole. */
export type RequestedOrder = Omit<NewOrder, 'products'> & {
  products: RequestedLine[];
  is_shipping_promo_named: boolean;
};

/** What an edit touches. */
export interface Touched {
  /** What is sent, how many, or from where. */
  goods: boolean;
  /** Anything that the prices of goods depend on: else the lines keep those of the day on which they were made. */
  prices: boolean;
  /** What a promo takes off the shipping may be another amount than it was. */
  shipping_promo: boolean;
}

/** An edit as it is loaded: all that its plan depends on. */
export interface Edit {
  current: CurrentOrder;
  requested: RequestedOrder;
  touched: Touched;
  /** What is to be paid in all: see `missingPayment`. */
  payment: EditInput['payment'];
  /** The shop of today, as a new order would find it. */
  facts: OrderFacts;
}
