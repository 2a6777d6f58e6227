import { data, page } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getOrderPayBalance } from './get-balance.ts';
import { askXenditBalance } from './get-xendit-balance.ts';
import { listShopPayments } from './list-shop-payments.ts';
import { ListedPayment, ListPaymentsInput, Nothing, OrderPayBalance, XenditBalance } from './schemas.ts';

const section = 'Payment';

export const walletRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/payment',
    operation: 'listShopPayments',
    section,
    summary: 'List payments',
    description:
      'What came into OrderPay or the Xendit account of the shop, and what went out. Titles and descriptions are in ' +
      'Indonesian.',
    permission: 'orderpay.read',
    input: ListPaymentsInput,
    answer: page(ListedPayment),
    run: listShopPayments,
  }),
  route({
    method: 'GET',
    path: '/api/open/payment/orderpay-balance',
    operation: 'getOrderPayBalance',
    section,
    summary: 'Get the OrderPay balance',
    permission: 'orderpay.read',
    input: Nothing,
    answer: data(OrderPayBalance),
    run: getOrderPayBalance,
  }),
  route({
    method: 'GET',
    path: '/api/open/payment/xendit/balance',
    operation: 'getXenditBalance',
    section,
    summary: 'Get the Xendit balance',
    description: 'What is in the Xendit account of the shop, as Xendit says now.',
    permission: 'gateway.manage',
    input: Nothing,
    answer: data(XenditBalance),
    prepare: askXenditBalance,
    run: async (_context, balance) => balance,
  }),
];
