export { confirmOrders } from './confirm/confirm-orders.ts';
export { countsSql } from './counted-orders.ts';
export { chargeNews } from './gateway/charge-news.ts';
export { lockPayment } from './lock-payment.ts';
export { ordersOfToken } from './pay/orders-of-token.ts';
export { paymentOfOrder, type PaymentOfOrder } from './payment-of-order.ts';
export { stateText, type PaymentState } from './payment-states.ts';
export { receiveMoney, type MoneyOutcome } from './receive-money.ts';
export { takeMoneyBack } from './take-money-back.ts';
