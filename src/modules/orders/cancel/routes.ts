import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { OrderIdInput, OrderReference } from '../schemas.ts';
import { cancelOrder } from './cancel-order.ts';
import { deleteOrder } from './delete-order.ts';
import { reactivateOrder } from './reactivate-order.ts';
import { CancelInput, DeleteOrderInput } from './schemas.ts';

export const cancelRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order/cancel',
    operation: 'cancelOrder',
    section: 'Cancel Order',
    summary: 'Cancel an order',
    description:
      'Its stock goes back to where it came from, its promos can be used again, and what was paid becomes the ' +
      "customer's balance, or is noted as returned with `paid_as` RETURNED.",
    permission: 'orders.write',
    input: CancelInput,
    answer: success(OrderReference, { en: 'Order has been Canceled', id: 'Order telah dibatalkan' }),
    run: cancelOrder,
  }),
  route({
    method: 'POST',
    path: '/api/open/order-cancel/return',
    operation: 'reactivateOrder',
    section: 'Cancel Order',
    summary: 'Reactivate a cancelled order',
    description: 'At the prices it had, if its stock is still there.',
    permission: 'orders.write',
    input: OrderIdInput,
    answer: success(OrderReference, { en: 'Order is active again', id: 'Order aktif kembali' }),
    run: reactivateOrder,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/order-cancel/:order_id',
    operation: 'deleteCanceledOrder',
    section: 'Cancel Order',
    summary: 'Delete a cancelled, rejected or expired order',
    permission: 'orders.write',
    input: DeleteOrderInput,
    answer: success(OrderReference, { en: 'Order has been deleted', id: 'Order telah dihapus' }),
    run: deleteOrder,
  }),
];
