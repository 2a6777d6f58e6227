export { adminFeeOf } from './admin-fees/list-admin-fees.ts';
export { moveBalance, payWithBalance } from './customer-balance.ts';
export { presentGatewayProblem } from './gateway/errors.ts';
export { gatewayAccountOf } from './gateway/gateway-account.ts';
export { openGateway, openGatewayOf, waitForGateway } from './gateway/open-gateway.ts';
export { lockBankAccount } from './lock-bank-account.ts';
export { recordPayment, type StoredPayment } from './record-payment.ts';
export { removePayments } from './remove-payments.ts';
