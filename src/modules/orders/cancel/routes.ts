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
      'The stock returns to the warehouse it came from and the promos of the order can be used again. What was ' +
      'paid is added to the balance of the customer or, with `paid_as` REFUNDED, recorded as refunded.',
    permission: 'orders.write',
    input: CancelInput,
    answer: success(OrderReference, { en: 'Order has been Canceled', id: 'Pesanan berhasil dibatalkan' }),
    run: cancelOrder,
  }),
  route({
    method: 'POST',
    path: '/api/open/order-cancel/return',
    operation: 'reactivateOrder',
    section: 'Cancel Order',
    summary: 'Reactivate a cancelled order',
    description: 'The order keeps its prices. It is refused if the stock is no longer available.',
    permission: 'orders.write',
    input: OrderIdInput,
    answer: success(OrderReference, { en: 'Order has been reactivated', id: 'Pesanan diaktifkan kembali' }),
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
    answer: success(OrderReference, { en: 'Order has been deleted', id: 'Pesanan berhasil dihapus' }),
    run: deleteOrder,
  }),
];
