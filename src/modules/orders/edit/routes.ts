import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { OrderReference } from '../schemas.ts';
import { editOrder } from './edit-order.ts';
import { previewEdit } from './preview-edit.ts';
import { EditPreview, UpdateOrderInput } from './schemas.ts';

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
  route({
    method: 'POST',
    path: '/api/open/order/edit/preview',
    operation: 'previewOrderEdit',
    section: 'Order',
    summary: 'Preview an edit of an order',
    description:
      'Takes the request body of Update an order. Returns the money before and after, and the stock that would move, or ' +
      'the errors with which the edit would be refused. Nothing is changed.',
    permission: 'orders.write',
    repeatable: true,
    input: UpdateOrderInput,
    answer: success(EditPreview),
    run: previewEdit,
  }),
];
