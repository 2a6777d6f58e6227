import type { Row } from 'ngorder-sdk';

export type CustomerRow = Row<'listCustomers'>;
export type VariationRow = Row<'listVariations'>;

/** Somebody an order is of, or goes to. */
export type Contact = Pick<
  CustomerRow,
  'id' | 'name' | 'phone' | 'address' | 'district_id' | 'category_code' | 'category'
>;

export type Discount = { type: 'NOMINAL' | 'PERCENTAGE'; value: number };

/** Goods of the order, with what has to be known of them to show the line again after the page was closed. */
export interface Line {
  id: number;
  /** Its place in the order that is edited; missing where the line is new. */
  at?: number;
  name: string;
  sku: string;
  product_status: VariationRow['product_type'];
  price: number;
  weight: number;
  stock: number;
  warehouses: { id: number; name: string; stock: number }[];
  qty: number;
  warehouse_id: number | null;
  discount: Discount | null;
  promo_id: number | null;
}

export interface Cost {
  name: string;
  category: 'DISCOUNT' | 'OTHER COST';
  nominal: number;
  /** Of what the goods cost, in place of an amount. */
  percentage?: number;
}

/** What a new customer is entered as. */
export interface NewContact {
  name: string;
  phone: string;
  address: string;
  postal_code: string;
  district: { id: number; name: string } | null;
  category: 'N' | 'Y' | 'D' | '1' | '2' | '3';
}

export interface Courier {
  id: number;
  /** For showing; of service 99 also what is sent. */
  name: string;
  /** Entered by hand in place of the price of the table. */
  rate: number | null;
}

/** An order as far as it is entered. */
export interface Draft {
  sender: Contact | null;
  /** Of a dropship order; otherwise goods go to the sender. */
  receiver: Contact | null;
  is_dropship: boolean;
  new_sender: NewContact | null;
  new_receiver: NewContact | null;
  supplier_id: number | null;
  /** null: today. */
  order_date: string | null;
  order_source_id: number | null;
  lines: Line[];
  courier: Courier | null;
  is_cod: boolean;
  is_insured: boolean;
  shipping_promo_id: number | null;
  coupon_code: string;
  costs: Cost[];
  payment: {
    status: 'UNPAID' | 'PAID' | 'INSTALLMENT';
    bank_id: number | null;
    amount: number;
    date: string | null;
  };
  note: string;
}

export const EMPTY_DRAFT: Draft = {
  sender: null,
  receiver: null,
  is_dropship: false,
  new_sender: null,
  new_receiver: null,
  supplier_id: null,
  order_date: null,
  order_source_id: null,
  lines: [],
  courier: null,
  is_cod: false,
  is_insured: false,
  shipping_promo_id: null,
  coupon_code: '',
  costs: [],
  payment: { status: 'UNPAID', bank_id: null, amount: 0, date: null },
  note: '',
};

export const EMPTY_CONTACT: NewContact = {
  name: '',
  phone: '',
  address: '',
  postal_code: '',
  district: null,
  category: 'N',
};

export const MANUAL_COURIER = 99;

export function receiverOf({ sender, receiver, is_dropship }: Draft): Contact | null {
  return is_dropship ? receiver : sender;
}

export function weightOf({ lines }: Draft): number {
  return lines.reduce((sum, { weight, qty }) => sum + weight * qty, 0);
}

export function worthOf({ lines }: Draft): number {
  return lines.reduce((sum, { price, qty }) => sum + price * qty, 0);
}

export function lineOf(found: VariationRow, qty = 1): Line {
  return {
    id: found.variation_id,
    name: [found.name, found.color, found.size].filter((part) => part !== '').join(' '),
    sku: found.sku,
    product_status: found.product_type,
    price: found.price,
    weight: found.weight,
    stock: found.stock_quantity,
    warehouses: (found.warehouse_stock ?? []).map(({ id_warehouse, warehouse_name, stock }) => ({
      id: id_warehouse,
      name: warehouse_name,
      stock,
    })),
    qty,
    warehouse_id: null,
    discount: null,
    promo_id: null,
  };
}

/** Of an order that is edited the same goods may stand on several lines, as of two warehouses. */
export const lineKey = ({ id, at }: Line): string => `${id} ${at ?? 'new'}`;

/** Of goods that are in the order already there are more, not another line. */
export function withLine(lines: readonly Line[], line: Line): Line[] {
  const known = lines.find(({ id }) => id === line.id);
  return known === undefined
    ? [...lines, line]
    : lines.map((one) => (one === known ? { ...one, qty: one.qty + line.qty } : one));
}

export function isEmpty(draft: Draft): boolean {
  return (
    draft.sender === null &&
    draft.new_sender === null &&
    draft.lines.length === 0 &&
    draft.note.trim() === '' &&
    draft.costs.length === 0
  );
}
