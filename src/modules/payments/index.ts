import './errors.ts';

export { moveBalance } from './customer-balance.ts';
export { paymentRoutes } from './routes.ts';
export { recordPayment, type KeptPayment } from './record-payment.ts';
export { removePayments } from './remove-payments.ts';
