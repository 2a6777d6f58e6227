import { z } from 'zod';
import { bare, data, orFile, page } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../../kernel/sheets/write-sheet.ts';
import { OrderIdInput } from '../schemas.ts';
import { countByWork } from './count-by-work.ts';
import { downloadClosed } from './download-closed.ts';
import { downloadOrders } from './download-orders.ts';
import { getHistory } from './get-history.ts';
import { getOrder } from './get-order.ts';
import { listClosed } from './list-closed.ts';
import { listCustomerOrders } from './list-customer-orders.ts';
import { listDetails } from './list-details.ts';
import { listOrders } from './list-orders.ts';
import { listRevenue } from './list-revenue.ts';
import { ListDetailsInput, OrderDetails } from './record-schemas.ts';
import {
  ChosenClosed,
  ClosedOrder,
  CountByWorkInput,
  CustomerOrder,
  customerOrdersHead,
  CustomerOrdersInput,
  HistoryInput,
  ListClosedInput,
  OrderDetail,
  OrderRow,
  OrdersOfWork,
  OrderVersion,
  RevenueInput,
  UserRevenue,
} from './schemas.ts';
import { DownloadOrdersInput, ListOrdersInput } from './search/schemas.ts';

export const readRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/order',
    operation: 'listOrders',
    tagged: 'DAY',
    section: 'Order',
    summary: 'List orders',
    permission: 'orders.read',
    input: ListOrdersInput,
    answer: page(OrderRow),
    run: listOrders,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/work',
    operation: 'countOrdersByWork',
    tagged: 'DAY',
    section: 'Order',
    summary: 'Count orders by what is to be done',
    description:
      'The tabs of an order list in the order of the work, each with its number of orders and how it is listed.',
    permission: 'orders.read',
    input: CountByWorkInput,
    answer: data(z.array(OrdersOfWork)),
    run: countByWork,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/detail',
    operation: 'getOrder',
    tagged: 'DAY',
    section: 'Order',
    summary: 'Get an order',
    permission: 'orders.read',
    input: OrderIdInput,
    answer: data(OrderDetail),
    run: getOrder,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/details',
    operation: 'listOrderDetails',
    tagged: 'DAY',
    section: 'Order',
    summary: 'List orders in full detail',
    permission: 'orders.read',
    input: ListDetailsInput,
    answer: page(OrderDetails),
    run: listDetails,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/admin-revenue',
    operation: 'listRevenue',
    section: 'Order',
    summary: 'List revenue by user',
    permission: 'cost.read',
    input: RevenueInput,
    answer: data(z.array(UserRevenue)),
    run: listRevenue,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/download',
    operation: 'downloadOrders',
    changes: true,
    section: 'Order',
    summary: 'Download orders',
    description:
      'The user receives a mail with a download link. With `without_being_sent`, the response is the file ' +
      'itself.',
    permission: 'orders.write',
    input: DownloadOrdersInput,
    answer: orFile(bare(z.object({ response: z.string(), message: z.string() })), XLSX_TYPE),
    run: downloadOrders,
  }),
  route({
    method: 'GET',
    path: '/api/open/customer/order-history',
    operation: 'listCustomerOrders',
    tagged: 'DAY',
    section: 'Customer',
    summary: 'List orders of a customer',
    permission: 'customers.read',
    input: CustomerOrdersInput,
    answer: page(CustomerOrder, customerOrdersHead),
    run: listCustomerOrders,
  }),
  route({
    method: 'GET',
    path: '/api/open/order-cancel',
    operation: 'listClosedOrders',
    tagged: 'DAY',
    section: 'Cancel Order',
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
    section: 'Cancel Order',
    summary: 'Download cancelled, rejected or expired orders',
    description: 'If there are very many orders, the user receives a mail with a download link instead.',
    permission: 'orders.write',
    input: ChosenClosed,
    answer: orFile(bare(z.object({ response: z.string(), message: z.string() })), XLSX_TYPE),
    run: downloadClosed,
  }),
  route({
    method: 'GET',
    path: '/api/open/order/history',
    operation: 'getOrderHistory',
    tagged: 'DAY',
    section: 'Order',
    summary: 'Get order history',
    description:
      'Newest first. Each entry has the user, the changed fields with their old and new values, and the stock ' +
      'movements.',
    permission: 'orders.read',
    input: HistoryInput,
    answer: page(OrderVersion),
    run: getHistory,
  }),
];
