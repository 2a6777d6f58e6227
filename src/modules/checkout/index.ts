export { receiveMoney } from './receive-money.ts';
