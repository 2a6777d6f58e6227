export { openOrderCounter } from './open-order-counter.ts';
