/** What money is moved for. */
export type TransferKind =
  /** An order was canceled: what was paid becomes the customer's balance. */
  | 'ORDER_CANCELED'
  /** An order was canceled, and the shop has refunded by itself what was paid: what was on hold is available. */
  | 'ORDER_REFUNDED'
  /** A canceled order is active again: the customer's balance pays it. */
  | 'ORDER_REACTIVATED'
  /** The gateway has received what a buyer paid. */
  | 'CHARGE_PAID'
  /** The gateway has received money for an order that is no more: it becomes the customer's balance. */
  | 'CHARGE_LATE'
  /** The gateway has received another amount than was to be paid, and the shop has given that back by itself. */
  | 'WRONG_RETURNED'
  /** Money that became the customer's balance was matched by mistake: it is no balance any more. */
  | 'LATE_TAKEN_BACK'
  /** A buyer paid with the balance. */
  | 'BALANCE_PAID'
  /** An order that was paid was rejected: what was paid has to be given back. */
  | 'ORDER_REJECTED'
  /** What a rejection costs the shop. */
  | 'REFUND_FEE'
  /** An order was delivered: its money can be withdrawn. */
  | 'ORDER_DELIVERED'
  /** It was not, after all. */
  | 'DELIVERY_TAKEN_BACK'
  /** Fees that were due were taken from OrderPay. */
  | 'FEES_COLLECTED'
  /** Money was withdrawn from OrderPay. */
  | 'WITHDRAWAL'
  /** The bank has sent back what was withdrawn. */
  | 'WITHDRAWAL_RETURNED'
  /** What was to be given back was given back, or became the customer's balance. */
  | 'REFUND_SETTLED'
  /** A courier has collected cash, or charged for a parcel. */
  | 'COD_ENTERED'
  /** A courier has paid out, or a difference was written off. */
  | 'COD_SETTLED';
