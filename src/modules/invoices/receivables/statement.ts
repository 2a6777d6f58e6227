import type { LetterheadShop, PayAccount } from '../letterhead-sql.ts';
import type { Ageing } from './ages.ts';

/** What a customer owes at the end of a day, and of which orders. */
export interface Statement {
  /** yyyy-mm-dd */
  day: string;
  shop: LetterheadShop;
  customer: { name: string; phone: string; address: string };
  accounts: PayAccount[];
  /** The oldest first; of very many the first. */
  orders: StatementOrder[];
  /** All of them. */
  order_count: number;
  owed_idr: number;
  ageing: Ageing;
}

export interface StatementOrder {
  po_number: number;
  order_date: string;
  total_idr: number;
  /** Until the day. */
  paid_idr: number;
  /** The newest of them, the oldest first; what was paid before these is the rest. */
  payments: { bank_type: string; amount_idr: number; paid_on: string }[];
}
