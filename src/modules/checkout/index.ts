export { chargeNews } from './gateway/charge-news.ts';
export { stateText, type PaymentState } from './payment-states.ts';
export { receiveMoney, type MoneyOutcome } from './receive-money.ts';
export { takeMoneyBack } from './take-money-back.ts';
