import { data, page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { confirmOrders } from './confirm-orders.ts';
import { getUnconfirmed } from './get-unconfirmed.ts';
import { listUnconfirmed } from './list-unconfirmed.ts';
import {
  ConfirmOrdersInput,
  ListUnconfirmedInput,
  OrdersConfirmed,
  PaymentIdInput,
  UnconfirmedDetail,
  UnconfirmedPayment,
} from './schemas.ts';

const section = 'Storefront & Privor';

export const confirmRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/order/unconfirmed-privor',
    operation: 'listUnconfirmedPayments',
    section,
    summary: 'List unconfirmed orders',
    permission: 'checkouts.read',
    input: ListUnconfirmedInput,
    answer: page(UnconfirmedPayment),
    run: listUnconfirmed,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/unconfirmed-privor/:payment_id',
    operation: 'getUnconfirmedPayment',
    section,
    summary: 'Get an unconfirmed order',
    permission: 'checkouts.read',
    input: PaymentIdInput,
    answer: data(UnconfirmedDetail),
    run: getUnconfirmed,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order/confirm',
    operation: 'confirmOrders',
    section,
    summary: 'Accept or reject orders',
    description: 'All decisions of the request are made, or none. The same decision again changes nothing.',
    permission: 'checkouts.confirm',
    input: ConfirmOrdersInput,
    answer: success(OrdersConfirmed, {
      en: 'Orders have been confirmed',
      id: 'Pesanan berhasil dikonfirmasi',
    }),
    run: confirmOrders,
  }),
];
