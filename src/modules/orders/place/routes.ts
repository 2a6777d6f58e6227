import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { OrderReference } from '../schemas.ts';
import { placeOrder } from './place-order.ts';
import { CreateOrderInput } from './schemas.ts';

export const placeRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order',
    operation: 'createOrder',
    section: 'Order',
    summary: 'Create an order',
    description:
      'Prices come from the shop: category of the sender, wholesale steps, product discount. ' +
      'Stock that is not there refuses the whole order on `products.N.qty`.',
    permission: 'orders.write',
    input: CreateOrderInput,
    answer: success(OrderReference, { en: 'Order created', id: 'Order dibuat' }),
    run: placeOrder,
  }),
];
