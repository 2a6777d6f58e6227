import { page } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { listRunningOut } from './list-running-out.ts';
import { listSleepingCustomers } from './list-sleeping.ts';
import { listOrdersToRemind } from './list-to-remind.ts';
import {
  ListOrdersToRemindInput,
  ListRunningOutInput,
  ListSleepingCustomersInput,
  OrderToRemind,
  RunningOut,
  SleepingCustomer,
} from './schemas.ts';

const section = 'Customer Care';

export const careRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/care/customer',
    operation: 'listSleepingCustomers',
    section,
    summary: 'List customers who have not ordered for a while',
    description: 'Send to all of them with POST /api/open/message/broadcast and `source=ASLEEP`.',
    permission: 'messages.read',
    input: ListSleepingCustomersInput,
    answer: page(SleepingCustomer),
    run: listSleepingCustomers,
  }),
  route({
    method: 'GET',
    path: '/api/open/care/order',
    operation: 'listOrdersToRemind',
    section,
    summary: 'List unpaid orders to follow up',
    description:
      'Accepted orders, and those of the store that wait for their payment; not COD, and not of marketplaces. Remind all of them with ' +
      'POST /api/open/message/broadcast and `source=UNPAID`.',
    permission: 'messages.read',
    input: ListOrdersToRemindInput,
    answer: page(OrderToRemind),
    run: listOrdersToRemind,
  }),
  route({
    method: 'GET',
    path: '/api/open/care/stock',
    operation: 'listRunningOut',
    section,
    summary: 'List stock that runs out',
    description:
      'By what was sold in the last 30 days. Products that are supplied by others or made to order have no stock.',
    permission: 'messages.read',
    input: ListRunningOutInput,
    answer: page(RunningOut),
    run: listRunningOut,
  }),
];
