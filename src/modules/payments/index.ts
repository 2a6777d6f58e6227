export { moveBalance, payWithBalance } from './customer-balance.ts';
export { recordPayment, type StoredPayment } from './record-payment.ts';
export { removePayments } from './remove-payments.ts';
