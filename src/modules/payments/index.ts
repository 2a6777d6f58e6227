export { bankAccountOf, type BankAccountRow } from './bank-account-rows.ts';
export { adminFeeOf } from './admin-fees/list-admin-fees.ts';
export { moveBalance, payWithBalance } from './customer-balance.ts';
export { gatewayRefusal, presentGatewayProblem } from './gateway/errors.ts';
export { bankTypeOf, gatewayAccountOf } from './gateway/gateway-account.ts';
export {
  findGateway,
  openConnection,
  openGatewayOf,
  waitForGateway,
  type FoundGateway,
} from './gateway/open-gateway.ts';
export type { GatewayNewsReader } from './gateway/news-reader.ts';
export { lockBankAccount } from './lock-bank-account.ts';
export { makeAvailable, releaseHold } from './make-available.ts';
export { recordPayment, type StoredPayment } from './record-payment.ts';
export { removePayments } from './remove-payments.ts';
export { untilNotOvertaken } from './until-not-overtaken.ts';
export { hasBankAccount } from './has-bank-account.ts';
