/**
 * The accounts that a shop's money moves between, each with the side that it grows on, and whether it may fall below 0. A
 * transfer that would take more of a bound account than is there, less what pending transfers will take, is short.
 */
export const ACCOUNT_KINDS = {
  /** OrderPay: what the shop can withdraw. */
  ORDERPAY_AVAILABLE: { side: 'DEBIT', is_bound: true },
  /** OrderPay: what was paid for orders that have not been delivered. */
  ORDERPAY_ON_HOLD: { side: 'DEBIT', is_bound: true },
  /** What the shop's own account at the gateway received. */
  GATEWAY_CLEARING: { side: 'DEBIT', is_bound: true },
  /** By customer: the part of the balance that the platform holds. */
  CUSTOMER_FUNDS: { side: 'DEBIT', is_bound: true },
  /** By courier: what it has collected and not paid out; below 0, what the shop owes it. */
  COD_RECEIVABLE: { side: 'DEBIT', is_bound: false },
  /** What the shop has paid in fees. */
  FEES: { side: 'DEBIT', is_bound: true },
  /** By customer: what the shop owes, to be paid for orders. */
  CUSTOMER_BALANCE: { side: 'CREDIT', is_bound: true },
  /** By customer: what the shop has to give back. */
  REFUNDS_DUE: { side: 'CREDIT', is_bound: true },
  /** Fees that OrderPay did not cover: what the shop owes the platform. */
  FEES_DUE: { side: 'CREDIT', is_bound: true },
  /** Admin fees that buyers have paid. */
  ADMIN_FEES: { side: 'CREDIT', is_bound: true },
  /** What orders are paid with, on the other side of what the shop received for them. */
  ORDERS: { side: 'CREDIT', is_bound: false },
  /** Where money comes from and goes to beyond the shop: banks, cash. */
  OUTSIDE: { side: 'DEBIT', is_bound: false },
} as const satisfies Record<string, { side: 'DEBIT' | 'CREDIT'; is_bound: boolean }>;

export type AccountKind = keyof typeof ACCOUNT_KINDS;

/** An account of the shop. */
export interface Account {
  kind: AccountKind;
  /** The customer or courier whose it is; missing where the shop has one account of the kind. */
  subject_id?: number | undefined;
}

const kindsWhere = (is: (kind: (typeof ACCOUNT_KINDS)[AccountKind]) => boolean) =>
  Object.entries(ACCOUNT_KINDS)
    .filter(([, kind]) => is(kind))
    .map(([name]) => `'${name}'`)
    .join(', ');

const CREDIT_SIDE = kindsWhere(({ side }) => side === 'CREDIT');
const UNBOUND = kindsWhere(({ is_bound }) => !is_bound);

/** SQL of what an entry adds to the balance of its account. @param entry the alias of what has `kind` and `amount_idr` */
export const addedSql = (entry: string): string =>
  `case when ${entry}.kind in (${CREDIT_SIDE}) then -${entry}.amount_idr else ${entry}.amount_idr end`;

/** SQL of whether an account may not fall below 0. @param account the alias of what has `kind` */
export const isBoundSql = (account: string): string => `${account}.kind not in (${UNBOUND})`;
