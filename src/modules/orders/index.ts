import './errors.ts';

export { openOrderCounter } from './open-order-counter.ts';
export { orderRoutes } from './routes.ts';
