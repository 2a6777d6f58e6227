import './errors.ts';

export { paymentRoutes } from './routes.ts';
export { recordPayment } from './record-payment.ts';
