import type { PaymentOfOrder } from '../../checkout/index.ts';
import type { LetterheadShop, PayAccount } from '../letterhead-sql.ts';

/** An order with all that its invoice says, as it is in the database. */
export interface Invoice {
  order_id: number;
  po_number: number;
  /** yyyy-mm-dd */
  order_date: string;
  order_status: 'UNCONFIRMED' | 'ACCEPTED' | 'REJECTED' | 'CANCELED' | 'EXPIRED';
  is_cod: boolean;
  note: string;
  courier: string;
  service: string;
  awb_number: string | null;
  goods_idr: number;
  shipping_idr: number;
  shipping_discount_idr: number;
  total_idr: number;
  paid_idr: number;
  /** The sender is somebody else than the receiver. */
  is_dropship: boolean;
  sender: Contact;
  receiver: Contact;
  lines: InvoiceLine[];
  charges: { name: string; category: 'DISCOUNT' | 'OTHER COST' | 'INSURANCE'; amount_idr: number }[];
  payments: InvoicePayment[];
  shop: LetterheadShop;
  accounts: PayAccount[];
  /** Of an order of the store that the seller has not decided; missing: staff placed it, or it is accepted. */
  payment?: PaymentOfOrder | undefined;
}

export interface Contact {
  name: string;
  phone: string;
  address: string;
  district: string | null;
  city: string | null;
  province: string | null;
  postal_code: string | null;
}

export interface InvoiceLine {
  name: string;
  color: string;
  size: string;
  sku: string;
  quantity: number;
  price_idr: number;
  /** Off each unit. */
  discount_idr: number;
}

export interface InvoicePayment {
  bank_type: string;
  amount_idr: number;
  /** yyyy-mm-dd */
  paid_on: string;
  is_cod_payout: boolean;
}
