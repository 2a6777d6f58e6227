import { z } from 'zod';
import { bare, orFile, page, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import { cancelOrder } from './cancel-order.ts';
import {
  CancelInput,
  ChosenClosed,
  ClosedOrder,
  DeleteOrderInput,
  DeletePaymentInput,
  HistoryInput,
  ListClosedInput,
  OrderChanged,
  OrderVersion,
  PaymentDeleted,
} from './cancel-schemas.ts';
import { deleteOrder } from './delete-order.ts';
import { deletePayment } from './delete-payment.ts';
import { downloadClosed } from './download-closed.ts';
import { getHistory } from './get-history.ts';
import { listClosed } from './list-closed.ts';
import { returnOrder } from './return-order.ts';
import { OrderIdInput } from './schemas.ts';

const section = 'Cancel Order';

/** Orders that are over, and what became of orders. */
export const cancelRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order/cancel',
    operation: 'cancelOrder',
    section,
    summary: 'Cancel an order',
    description:
      'Its stock goes back to where it came from, its promos can be used again, and what was paid becomes the ' +
      "customer's balance, or is noted as returned with `paid_as` RETURNED.",
    permission: 'orders.write',
    input: CancelInput,
    answer: success(OrderChanged, { en: 'Order has been Canceled', id: 'Order telah dibatalkan' }),
    run: cancelOrder,
  }),
  route({
    method: 'GET',
    path: '/api/open/order-cancel',
    operation: 'listClosedOrders',
    section,
    summary: 'List cancelled, rejected or expired orders',
    permission: 'orders.read',
    input: ListClosedInput,
    answer: page(ClosedOrder),
    run: listClosed,
  }),
  route({
    method: 'GET',
    path: '/api/open/order-cancel/download',
    operation: 'downloadClosedOrders',
    changes: true,
    section,
    summary: 'Have cancelled, rejected or expired orders as an Excel file',
    description: 'Where there are very many, a link to it is mailed.',
    permission: 'orders.write',
    input: ChosenClosed,
    answer: orFile(bare(z.object({ response: z.string(), message: z.string() })), XLSX_TYPE),
    run: downloadClosed,
  }),
  route({
    method: 'POST',
    path: '/api/open/order-cancel/return',
    operation: 'returnCanceledOrder',
    section,
    summary: 'Make a cancelled order active again',
    description: 'At the prices it had, if its stock is still there.',
    permission: 'orders.write',
    input: OrderIdInput,
    answer: success(OrderChanged, { en: 'Order is active again', id: 'Order aktif kembali' }),
    run: returnOrder,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/order-cancel/:order_id',
    operation: 'deleteCanceledOrder',
    section,
    summary: 'Remove a cancelled, rejected or expired order for good',
    permission: 'orders.write',
    input: DeleteOrderInput,
    answer: success(OrderChanged, { en: 'Order has been deleted', id: 'Order telah dihapus' }),
    run: deleteOrder,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/order/installment/:order_id',
    operation: 'deleteInstallment',
    section: 'Order',
    summary: 'Remove a payment of an order',
    permission: 'payments.write',
    input: DeletePaymentInput,
    answer: bare(PaymentDeleted),
    run: deletePayment,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/history',
    operation: 'getOrderHistory',
    section: 'Order',
    summary: 'List what became of an order',
    description: 'Newest first: who changed what, from what to what, and the stock that moved.',
    permission: 'orders.read',
    input: HistoryInput,
    answer: page(OrderVersion),
    run: getHistory,
  }),
];
