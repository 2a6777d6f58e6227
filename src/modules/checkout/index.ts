export { forgetUnknownCallbacks, unknownCallbacks } from './gateway/queue.ts';
export { receiveMoney } from './receive-money.ts';
