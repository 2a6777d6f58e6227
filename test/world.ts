import type { TestShop } from './harness.ts';
import type { Stall } from './stall.ts';
import type { TestBuyer } from './visitors.ts';

/** Ids of one shop's rows, by what they are ids of. */
export interface World {
  shop: TestShop;
  stall: Stall;
  /** A customer who is signed in at its store. */
  buyer: TestBuyer;
  /** The token of a guest's checkout in its store. */
  checkout_token: string;
  /** Where its buyers live. */
  district_id: number;
  ids: Record<Kind, number>;
}
export type Kind =
  | 'admin_fee'
  | 'api_key'
  | 'bank'
  | 'bank_mutation'
  | 'mutation_match'
  | 'billing'
  | 'bulk_run'
  | 'booking'
  | 'buyer'
  | 'buyer_session'
  | 'buyer_payment'
  | 'expense'
  | 'gateway_payment'
  | 'category'
  | 'cod_invoice'
  | 'cod_line'
  | 'cod_payout'
  | 'customer'
  | 'customer_category'
  | 'custom_courier'
  | 'job'
  | 'mutation_import'
  | 'message'
  | 'message_template'
  | 'broadcast'
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
  | 'view'
  | 'warehouse'
  | 'webhook'
  | 'webhook_delivery'
  | 'wholesale';

export interface RouteIds {
  /** Where the input names rows of the shop, as dotted paths. */
  names: Record<string, Kind>;
  /** An input of this shop's own that would be accepted. */
  input?: (world: World, path?: string) => Record<string, unknown>;
}
