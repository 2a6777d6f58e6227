import type { ParcelCode } from '../parcel-code.ts';

/** A parcel of an order with all that papers say of it, as it is in the database. */
export interface Parcel extends ParcelCode {
  /** How many shipments the order has. */
  shipment_count: number;
  awb_number: string | null;
  /** Of the courier's sorting centre, where the vendor of the booking gives one. */
  routing_code: string | null;
  /** How often its label was printed before. */
  label_prints: number;
  courier: string;
  service: string;
  order_date: string;
  note: string;
  weight_grams: number;
  /** What the courier collects; null: nothing. */
  cod_idr: number | null;
  /** The sender is somebody else than the receiver: no paper in the parcel names the shop or a price. */
  is_dropship: boolean;
  sender: Contact;
  receiver: Contact & Address;
  /** First lines only, where there are very many: `line_count` and `quantity` are of all. */
  lines: ParcelLine[];
  line_count: number;
  quantity: number;
  /** Of the whole order; null where no price may stand on paper. */
  money: ParcelMoney | null;
}

export interface ParcelMoney {
  /** Less the discounts of lines. */
  goods_idr: number;
  shipping_idr: number;
  charges_idr: number;
  discount_idr: number;
  total_idr: number;
  paid_idr: number;
}

interface Contact {
  name: string;
  phone: string;
  address: string;
}

interface Address {
  district: string;
  city: string;
  province: string;
  postal_code: string;
}

export interface ParcelLine {
  name: string;
  color: string;
  size: string;
  sku: string;
  quantity: number;
  /** Of a unit, less its discount; null where no price may stand on paper. */
  price_idr: number | null;
}
