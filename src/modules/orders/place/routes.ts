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
      'Prices are calculated by the server from the customer category of the sender, wholesale steps and ' +
      'product discounts. If stock is short, the whole order is refused with an error on `products.N.qty`.',
    permission: 'orders.write',
    stores_key: ['order_id', 'po_number'],
    input: CreateOrderInput,
    answer: success(OrderReference, { en: 'Order created', id: 'Pesanan berhasil dibuat' }),
    run: placeOrder,
  }),
];
