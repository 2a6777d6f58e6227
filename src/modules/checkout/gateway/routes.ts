import { page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { decideGatewayPayment, listGatewayPayments } from './queue.ts';
import {
  DecideGatewayPaymentInput,
  GatewayPaymentDecided,
  ListGatewayPaymentsInput,
  QueuedGatewayPayment,
} from './schemas.ts';

const section = 'Storefront & Privor';

export const gatewayRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/order/gateway-payment',
    operation: 'listGatewayPayments',
    section,
    summary: 'List gateway payments to decide',
    description: 'What buyers paid through the payment gateway and is not the amount that was to be paid.',
    permission: 'checkouts.read',
    input: ListGatewayPaymentsInput,
    answer: page(QueuedGatewayPayment),
    run: listGatewayPayments,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/order/gateway-payment',
    operation: 'decideGatewayPayment',
    section,
    summary: 'Decide a gateway payment',
    permission: 'checkouts.confirm',
    input: DecideGatewayPaymentInput,
    answer: success(GatewayPaymentDecided),
    run: decideGatewayPayment,
  }),
];
