import { z } from 'zod';
import { data, told } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getCustomerTemplates, sendToCustomers } from './customer-messages.ts';
import { getOrderMessage, getOrderMessages, sendOrderMessage } from './order-messages.ts';
import {
  CustomerTemplate,
  GetCustomerTemplatesInput,
  GetOrderMessageInput,
  GetOrderMessagesInput,
  OrderMessage,
  OrderMessageSent,
  SendOrderMessageInput,
  SendToCustomersInput,
  SentToCustomers,
} from './schemas.ts';

const sending = {
  method: 'POST',
  section: 'Woowa Customer',
  summary: 'Send a message to several customers',
  description:
    'As POST /api/open/message/broadcast does: each customer gets one message, at the pace of the vendor and outside of quiet hours. ' +
    'Customers who want no promos are left out.',
  permission: 'messages.send',
  input: SendToCustomersInput,
  answer: told(SentToCustomers),
  run: sendToCustomers,
} as const;

export const woowaRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/woowa/customer',
    operation: 'getCustomerTemplates',
    section: 'Woowa Customer',
    summary: 'Get templates of messages to customers',
    permission: 'messages.read',
    input: GetCustomerTemplatesInput,
    answer: data(z.array(CustomerTemplate)),
    run: getCustomerTemplates,
  }),
  route({ ...sending, path: '/api/open/woowa/customer/messages', operation: 'sendToCustomers' }),
  // Some clients send to the path of the templates; both lead to the same.
  route({ ...sending, path: '/api/open/woowa/customer', operation: 'sendMessagesToCustomers' }),
  route({
    method: 'POST',
    path: '/api/open/woowa/order/message',
    operation: 'sendOrderMessage',
    section: 'Woowa Order',
    summary: 'Send a message about an order',
    description:
      'To the customer who placed it, at once. Without a vendor, the response has a link that a person opens to send the message.',
    permission: 'messages.send',
    input: SendOrderMessageInput,
    answer: told(OrderMessageSent),
    run: sendOrderMessage,
  }),
  route({
    method: 'GET',
    path: '/api/open/woowa/order/message',
    operation: 'getOrderMessage',
    section: 'Woowa Order',
    summary: 'Get a message about an order',
    description: 'The template of this kind with the order filled in. Nothing is sent.',
    permission: 'messages.read',
    input: GetOrderMessageInput,
    answer: data(OrderMessage),
    run: getOrderMessage,
  }),
  route({
    method: 'GET',
    path: '/api/open/woowa/order/messages/:order_id',
    operation: 'getOrderMessages',
    section: 'Woowa Order',
    summary: 'Get all messages about an order',
    permission: 'messages.read',
    input: GetOrderMessagesInput,
    answer: data(z.array(OrderMessage)),
    run: getOrderMessages,
  }),
];
