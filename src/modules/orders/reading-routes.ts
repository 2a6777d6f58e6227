import { z } from 'zod';
import { bare, data, orFile, page } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { XLSX_TYPE } from '../../kernel/sheets/write-sheet.ts';
import { ListDetailsInput, OrderDetails } from './details-schemas.ts';
import { downloadOrders } from './download-orders.ts';
import {
  CustomerOrder,
  customerOrdersHead,
  CustomerOrdersInput,
  listCustomerOrders,
} from './list-customer-orders.ts';
import { listDetails } from './list-details.ts';
import { listRevenue, RevenueInput, UserRevenue } from './revenue.ts';
import { DownloadOrdersInput } from './schemas.ts';

/** Other views of orders than their list. */
export const readingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/order/details',
    operation: 'listOrderDetails',
    section: 'Order',
    summary: 'List orders of every status with all that belongs to them',
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
    summary: 'List what each user sold',
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
    summary: 'Have orders as an Excel file',
    description: 'A link to it is mailed, or with `without_being_sent` the file is the answer.',
    permission: 'orders.write',
    input: DownloadOrdersInput,
    answer: orFile(bare(z.object({ response: z.string(), message: z.string() })), XLSX_TYPE),
    run: downloadOrders,
  }),
  route({
    method: 'GET',
    path: '/api/open/customer/order-history',
    operation: 'listCustomerOrders',
    section: 'Customer',
    summary: 'List the orders of a customer',
    permission: 'customers.read',
    input: CustomerOrdersInput,
    answer: page(CustomerOrder, customerOrdersHead),
    run: listCustomerOrders,
  }),
];
