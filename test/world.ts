import type { TestShop } from './harness.ts';
import type { Stall } from './stall.ts';
import type { TestBuyer } from './visitors.ts';

/** Ids of one shop's rows, by what they are ids of. */
export interface World {
  shop: TestShop;
  stall: Stall;
  /** A customer who is signed in at its store. */
  buyer: TestBuyer;
  ids: Record<Kind, number>;
}
export type Kind =
  | 'admin_fee'
  | 'api_key'
  | 'bank'
  | 'booking'
  | 'category'
  | 'cod_invoice'
  | 'cod_line'
  | 'cod_payout'
  | 'customer'
  | 'customer_category'
  | 'custom_courier'
  | 'job'
  | 'product_import'
  | 'tariff_import'
  | 'awb_import'
  | 'order'
  | 'opname'
  | 'order_cost'
  | 'order_source'
  | 'parcel_return'
  | 'payment'
  | 'product'
  | 'promo'
  | 'session'
  | 'supplier'
  | 'transfer'
  | 'user'
  | 'variation'
  | 'warehouse'
  | 'wholesale';
