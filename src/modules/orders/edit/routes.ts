import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { OrderReference } from '../schemas.ts';
import { editOrder } from './edit-order.ts';
import { UpdateOrderInput } from './schemas.ts';

export const editRoutes: Route[] = [
  route({
    method: 'PATCH',
    path: '/api/open/order',
    operation: 'updateOrder',
    section: 'Order',
    summary: 'Update an order',
    description:
      'Omitted fields and existing payments do not change. Stock changes by the difference. If products, discounts, ' +
      'promos or the sender change, all lines are priced anew; otherwise they keep their prices.',
    permission: 'orders.write',
    input: UpdateOrderInput,
    answer: success(OrderReference, { en: 'Order updated', id: 'Pesanan berhasil diperbarui' }),
    run: editOrder,
  }),
];
