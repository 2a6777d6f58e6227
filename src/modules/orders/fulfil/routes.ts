import { z } from 'zod';
import { bare, lowerCase, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { OrderReference } from '../schemas.ts';
import { addAwbNumber } from './add-awb-number.ts';
import { deletePayment } from './delete-payment.ts';
import { listPayments } from './list-payments.ts';
import {
  AddAwbInput,
  AwbAdded,
  DeletePaymentInput,
  PaymentDeleted,
  PaymentHistory,
  PaymentHistoryInput,
  PaymentUpdated,
  SetShippingStatusInput,
  UpdatePaymentInput,
} from './schemas.ts';
import { setShippingStatus } from './set-shipping-status.ts';
import { updatePayment } from './update-payment.ts';

export const fulfilRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/order/awb-number/add',
    operation: 'addAwbNumber',
    section: 'Order',
    summary: 'Add an AWB number',
    permission: 'orders.ship',
    input: AddAwbInput,
    in_query: ['id', 'awb_number', 'shipment'],
    answer: success(AwbAdded, { en: 'Awb number has been updated', id: 'Nomor resi berhasil diperbarui' }),
    run: addAwbNumber,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order/shipping-status',
    operation: 'setShippingStatus',
    section: 'Order',
    summary: 'Set the shipping status of an order',
    description: 'For couriers that do not report the shipping status automatically.',
    permission: 'orders.ship',
    input: SetShippingStatusInput,
    answer: success(OrderReference, {
      en: 'Shipping status updated',
      id: 'Status pengiriman berhasil diperbarui',
    }),
    run: setShippingStatus,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order/quick-payment',
    operation: 'updatePayment',
    section: 'Order',
    summary: 'Record a payment',
    permission: 'payments.write',
    input: UpdatePaymentInput,
    answer: bare(PaymentUpdated),
    run: updatePayment,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/payment-history',
    operation: 'listPayments',
    tagged: 'DAY',
    section: 'Order',
    summary: 'List payments of an order',
    description: 'Requires permission to see the bank accounts of the shop.',
    permission: 'banks.read',
    input: PaymentHistoryInput,
    answer: lowerCase(success(z.array(PaymentHistory))),
    run: listPayments,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/order/installment/:order_id',
    operation: 'deleteInstallment',
    section: 'Order',
    summary: 'Delete a payment of an order',
    permission: 'payments.write',
    input: DeletePaymentInput,
    answer: bare(PaymentDeleted),
    run: deletePayment,
  }),
];
